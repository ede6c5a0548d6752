"""Why a helper is suggested, and what speaks against it: codes with values, for one pair.

Each reason comes from something that the asker or the helper said, from earlier help between these
two, or from how many run (rule H4). `words.py` of the app makes sentences of them.
"""

from collections.abc import Iterator
from math import hypot

from wijknetwerk.mutual_aid.matching import periods
from wijknetwerk.mutual_aid.matching.columns import WHOLE_WEEK
from wijknetwerk.mutual_aid.matching.model import Ask, Offer, Reason, Rhythm, Why

CLOSE = 1_500
"""Metres that speak for somebody: walking or cycling distance. Farther speaks against."""


def of(ask: Ask, offer: Offer, *, known: bool) -> tuple[Reason, ...]:
    """What speaks for this pair, then what speaks against it."""
    found = [*_kind(ask, offer), *_where(ask, offer), *_when(ask, offer)]
    found += [*_period(ask, offer), *_rhythm(ask, offer), *_met(ask, offer)]
    if offer.running:
        found.append(Reason("runs", False, offer.running))
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
        Why.NO_PERIOD: not periods.common(ask, offer),
        Why.NO_RHYTHM: periods.only_once(ask.rhythm, offer.rhythm),
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


def _period(ask: Ask, offer: Offer) -> Iterator[Reason]:
    """On which of the days that are asked the helper can't; `value`: a day, or two of them."""
    first, last = periods.asked(ask)
    found = periods.common(ask, offer)
    if not found:
        return
    if found[0][0] > first:
        yield Reason("days_from", False, found[0][0])
    if len(found) > 1:
        yield Reason("days_away", False, (str(found[0][1] + 1), str(found[1][0])))
    if found[-1][1] < last:
        yield Reason("days_until", False, found[-1][1])


def _rhythm(ask: Ask, offer: Offer) -> Iterator[Reason]:
    """`value`: how often the helper would like to come."""
    if periods.only_once(ask.rhythm, offer.rhythm):
        return
    if periods.rather_more(ask.rhythm, offer.rhythm):
        yield Reason("rhythm_more", False, offer.rhythm.value)
    elif periods.steps_less(ask.rhythm, offer.rhythm):
        yield Reason("rhythm_less", False, offer.rhythm.value)
    elif Rhythm.OPEN not in (ask.rhythm, offer.rhythm) and (
        offer.rhythm == Rhythm.ONCE or ask.rhythm != Rhythm.ONCE
    ):
        yield Reason("rhythm_fits", True, offer.rhythm.value)
