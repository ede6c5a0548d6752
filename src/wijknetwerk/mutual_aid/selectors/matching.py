"""What matching may know, read from the database: no column beside these (rule H4).

Requests and offers are read as plain rows, because a region has a hundred thousand of them.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast

from wijknetwerk.core import clock
from wijknetwerk.mutual_aid.matching import Ask, Offer, Past, Reason
from wijknetwerk.mutual_aid.models import (
    OPEN_MATCHES,
    TOGETHER,
    EndedHow,
    FollowUp,
    Going,
    HelpOffer,
    HelpRequest,
    Match,
    MatchState,
    RequestState,
)
from wijknetwerk.mutual_aid.selectors import places
from wijknetwerk.mutual_aid.selectors.offers import open_on
from wijknetwerk.mutual_aid.selectors.places import Middles

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

ModelT = TypeVar("ModelT", bound=Model)
DUTCH = "nl"
"""Who says nothing about languages speaks Dutch: nearly all helpers leave it out."""

_WELL = (EndedHow.DONE, EndedHow.NOT_NEEDED, EndedHow.MOVED, EndedHow.OTHER_HELP)
_BUSY = (MatchState.ASKED, MatchState.WILLING)


@dataclass(frozen=True, slots=True)
class Question:
    """All that one question to the matching is about."""

    asks: list[Ask]
    offers: list[Offer]
    past: list[Past]


def of_all(network: "Network") -> Question:
    """Every request that waits for somebody, and every offer that may be asked now. A request for
    which a person thought of somebody stays with that person."""
    chosen = Match.objects.filter(request=OuterRef("pk"), by_hand=True, state__in=OPEN_MATCHES)
    rows = _as_text(waiting(network).filter(~Exists(chosen)), _LISTS_OF_ASKS)
    return _question(network, rows.values_list(*_ASKED_AS_TEXT), open_offers(network))


def of_one(
    network: "Network", request: HelpRequest, *, offers: "QuerySet[HelpOffer] | None" = None
) -> Question:
    """One request, and every offer that may be asked now, or the `offers` that were named."""
    row = tuple(getattr(request, name) for name in _ASKED)
    return _question(network, [row], open_offers(network) if offers is None else offers)


def open_offers(network: "Network") -> "QuerySet[HelpOffer]":
    """Offers that may be asked today, with room or without."""
    return HelpOffer.objects.filter(open_on(clock.today()), network=network)


def waiting(network: "Network") -> QuerySet[HelpRequest]:
    """Requests for which nobody is asked, whose time is not over, and of which the kind is known:
    without it nobody can be thought of."""
    return _unserved(network).exclude(kind="")


def without_kind(network: "Network") -> QuerySet[HelpRequest]:
    """Those that wait and of which nobody chose the kind yet."""
    return _unserved(network).filter(kind="")


def _unserved(network: "Network") -> QuerySet[HelpRequest]:
    not_over = Q(until_on=None) | Q(until_on__gte=clock.today())
    open_now = Q(state__in=[RequestState.NEW, RequestState.WAITING])
    return HelpRequest.objects.filter(open_now, not_over, network=network)


def _question(
    network: "Network", asked: Iterable[tuple[Any, ...]], offers: "QuerySet[HelpOffer]"
) -> Question:
    """At most four queries, however many there are."""
    asks, given = list(asked), list(_as_text(offers, _LISTS_OF_OFFERS).values_list(*_OFFERED))
    middles = places.middles({row[_PC4] for row in (*asks, *given)} - {""})
    between = _between(network)
    return Question(
        list(_asks(asks, middles)),
        list(_offers(given, between, middles)),
        list(_past(between)),
    )


_PC4 = 4  # the place of the postcode in both rows below

_ASKED = (
    *("pk", "kind", "asker_id", "parts", "pc4", "languages", "wishes", "waits_since", "urgent"),
)
_LISTS_OF_ASKS = ("languages", "wishes")
_ASKED_AS_TEXT = tuple(f"{name}_text" if name in _LISTS_OF_ASKS else name for name in _ASKED)


def _asks(rows: list[tuple[Any, ...]], middles: Middles) -> Iterator[Ask]:
    now, sets = clock.now(), _Sets()
    for pk, kind, asker, parts, pc4, languages, wishes, since, urgent in rows:
        yield Ask(
            key=pk,
            kind=kind,
            asker=asker,
            parts=parts,
            place=middles.get(pc4),
            languages=sets.of(languages),
            wants=sets.of(wishes),
            waiting_days=max(0, (now - since).days),
            urgent=urgent,
        )


_LISTS_OF_OFFERS = ("kinds", "helper__languages", "can")
_OFFERED = (
    *("pk", "kinds_text", "helper_id", "parts", "helper__pc4", "reach_m"),
    *("helper__languages_text", "can_text", "room", "last_asked_at"),
)


def _as_text(rows: "QuerySet[ModelT]", names: tuple[str, ...]) -> "QuerySet[ModelT]":
    """The lists as they are stored: `_Sets` reads each that is different once."""
    read: QuerySet[ModelT] = rows.annotate(
        **{f"{name}_text": Cast(name, TextField()) for name in names}
    )
    return read


def _offers(
    rows: list[tuple[Any, ...]], between: "list[_Between]", middles: Middles
) -> Iterator[Offer]:
    now, sets = clock.now(), _Sets()
    together = Counter(row.offer for row in between if row.state in TOGETHER)
    busy = Counter(row.offer for row in between if row.state in _BUSY)
    for pk, kinds, helper, parts, pc4, reach, languages, can, room, asked in rows:
        yield Offer(
            key=pk,
            kinds=sets.of(kinds),
            helper=helper,
            parts=parts,
            place=middles.get(pc4),
            reach=reach,
            languages=sets.of(languages) or _SPEAKS_DUTCH,
            can=sets.of(can),
            # Who is being asked keeps that place, until the answer comes.
            room=max(0, room - together[pk] - busy[pk]),
            running=together[pk],
            days_since_asked=_days(asked, now),
        )


_SPEAKS_DUTCH = frozenset({DUTCH})


class _Sets:
    """The same few lists come thousands of times: each is read once, and is one set."""

    def __init__(self) -> None:
        self._known: dict[str, frozenset[str]] = {}

    def of(self, values: str | list[str]) -> frozenset[str]:
        """The set of a list, or of its JSON as text."""
        if not isinstance(values, str):
            return frozenset(values)
        found = self._known.get(values)
        if found is None:
            found = self._known[values] = frozenset(json.loads(values))
        return found


def _days(asked: datetime | None, now: datetime) -> int | None:
    return None if asked is None else max(0, (now - asked).days)


class _Between(NamedTuple):
    """What was between an asker and a helper, as far as it counts."""

    asker: int
    helper: int
    request: int
    offer: int
    state: str
    ended_how: str
    unhappy: bool


def _between(network: "Network") -> list[_Between]:
    unhappy = FollowUp.objects.filter(match=OuterRef("pk")).filter(
        Q(going=Going.NO) | Q(content=Going.NO)
    )
    rows = Match.objects.filter(network=network).exclude(state=MatchState.SUGGESTED)
    fields = ("request__asker_id", "offer__helper_id", "request_id", "offer_id")
    read = rows.annotate(unhappy=Exists(unhappy)).values_list(
        *fields, "state", "ended_how", "unhappy"
    )
    return [_Between(*row) for row in read]


def _past(between: list[_Between]) -> Iterator[Past]:
    """Well ended or running well is good; stopped, or one of both was not content, is never again;
    what is asked now or went no further is never again for that request."""
    for row in between:
        pair = (row.asker, row.helper)
        if row.unhappy or (row.state == MatchState.ENDED and row.ended_how not in _WELL):
            yield Past(*pair, good=False)
        elif row.state in (MatchState.ENDED, MatchState.RUNNING):
            yield Past(*pair, good=True)
        if row.state != MatchState.ENDED:
            yield Past(*pair, good=False, ask=row.request)


def said_of(network: "Network", request: HelpRequest, offer: HelpOffer) -> tuple[Reason, ...]:
    """All that is to be said of an offer for a request, also what speaks against choosing it."""
    from wijknetwerk.mutual_aid.matching.one import said_of as said  # brings numpy

    question = of_one(network, request, offers=HelpOffer.objects.filter(pk=offer.pk))
    (ask,), (given,) = question.asks, question.offers
    return said(ask, given, question.past)
