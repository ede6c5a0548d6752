"""Why a helper is suggested, and what speaks against it: codes with values, for one pair.

Each reason comes from something that the asker or the helper said, from earlier help between these
two, or from how many run (rule H4). `words.py` of the app makes sentences of them.
"""

from collections.abc import Iterator
from math import hypot

from wijknetwerk.mutual_aid.matching.columns import WHOLE_WEEK
from wijknetwerk.mutual_aid.matching.model import Ask, Offer, Reason, Why
from wijknetwerk.mutual_aid.matching.weights import ASKED_LATELY_DAYS

CLOSE = 1_500
"""Metres that speak for somebody: walking or cycling distance. Farther speaks against."""

LONG_NOT_ASKED = 90
"""Days after which it is said that a helper was not asked for long."""


def of(ask: Ask, offer: Offer, *, known: bool) -> tuple[Reason, ...]:
    """What speaks for this pair, then what speaks against it."""
    found = [*_kind(ask, offer), *_where(ask, offer), *_when(ask, offer)]
    found += [*_met(ask, offer), *_load(offer)]
    if known:
        found.insert(0, Reason("known", True))
    return tuple(sorted(found, key=lambda reason: not reason.for_it))


def broken(ask: Ask, offer: Offer, *, tried: bool) -> tuple[Reason, ...]:
    """Which conditions this pair breaks: a person may choose it all the same, and is told."""
    tests = {
        Why.NO_KIND: not offer.kinds & {ask.kind, ask.kind.partition(".")[0]},
        Why.TRIED: tried or ask.asker == offer.helper,
        Why.NO_WISH: not ask.wants <= offer.can,
        Why.NO_LANGUAGE: bool(ask.languages) and not ask.languages & offer.languages,
        Why.NO_TIME: not (ask.parts or WHOLE_WEEK) & (offer.parts or WHOLE_WEEK),
        Why.TOO_FAR: _too_far(ask, offer),
        Why.FULL: offer.room < 1,
    }
    return tuple(Reason(why, False) for why, holds in tests.items() if holds)


def metres(ask: Ask, offer: Offer) -> int | None:
    """How far apart they live; None when either said just the neighbourhood."""
    if ask.place is None or offer.place is None:
        return None
    return round(hypot(ask.place[0] - offer.place[0], ask.place[1] - offer.place[1]))


def _too_far(ask: Ask, offer: Offer) -> bool:
    far = metres(ask, offer)
    return far is not None and offer.reach is not None and far > offer.reach


def _kind(ask: Ask, offer: Offer) -> Iterator[Reason]:
    if ask.kind in offer.kinds:
        yield Reason("kind_named", True)
    elif ask.kind.partition(".")[0] in offer.kinds:
        yield Reason("kind_general", False)


def _where(ask: Ask, offer: Offer) -> Iterator[Reason]:
    far = metres(ask, offer)
    if far is None and ask.place is not None:
        yield Reason("place_unknown", False)
    elif far is not None:
        yield Reason("near", True, far) if far <= CLOSE else Reason("far", False, far)


def _when(ask: Ask, offer: Offer) -> Iterator[Reason]:
    """`value`: the mask of the parts that both have."""
    common = (ask.parts or WHOLE_WEEK) & (offer.parts or WHOLE_WEEK)
    if not ask.parts:
        yield Reason("time_any", True, offer.parts)
    elif common == ask.parts:
        yield Reason("time_all", True, common)
    elif common:
        yield Reason("time_some", 2 * common.bit_count() >= ask.parts.bit_count(), common)


def _met(ask: Ask, offer: Offer) -> Iterator[Reason]:
    if shared := ask.languages & offer.languages:
        yield Reason("language", True, tuple(sorted(shared)))
    if shared := ask.wants & offer.can:
        yield Reason("wishes", True, tuple(sorted(shared)))


def _load(offer: Offer) -> Iterator[Reason]:
    days = offer.days_since_asked
    if offer.running:
        yield Reason("runs", False, offer.running)
    elif days is None or days >= LONG_NOT_ASKED:
        yield Reason("not_asked_long", True, days)
    if days is not None and days < ASKED_LATELY_DAYS:
        yield Reason("asked_lately", False, days)
