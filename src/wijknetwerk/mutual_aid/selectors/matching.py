"""What matching may know, read from the database: no column beside these (rule H4).

Requests and offers are read as plain rows, because a region has a hundred thousand of them.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    Exists,
    Model,
    OuterRef,
    Q,
    QuerySet,
    TextField,
)
from django.db.models.functions import Cast

from wijknetwerk.core import clock
from wijknetwerk.core.statements import Slot
from wijknetwerk.core.together import Together
from wijknetwerk.mutual_aid import what_counts
from wijknetwerk.mutual_aid.matching import Ask, Offer, Past, Reason
from wijknetwerk.mutual_aid.matching.model import Rhythm
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
from wijknetwerk.mutual_aid.selectors.offers import not_closed_on
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
    asks, given = list(rows.values_list(*_ASKED_AS_TEXT)), list(_given(open_offers(network)))
    middles = places.middles(_pc4s(asks, given))
    return _question(asks, given, middles, _between(network))


OF_KIND, EVERY_OFFER, NAMED = "kind", "all", "named"


def of_one(
    network: "Network", request: HelpRequest, which: str = OF_KIND, *, offer: int = 0
) -> Question:
    """One request, and the offers that may be asked now: those of its kind, who alone can serve it,
    or all. Or the offer that was named. One query."""
    asks = [tuple(getattr(request, name) for name in _ASKED)]
    given, loaded, between = _ONE.ask(
        which,
        network_id=network.pk,
        today=clock.today(),
        kind=json.dumps(request.kind),
        first_kind=json.dumps(request.kind.partition(".")[0]),
        offer=offer,
        pc4=request.pc4,
        asker=request.asker_id,
    )
    return _question(asks, given, places.middles_in(_pc4s(asks, given), loaded), between)


def _one_lists(which: str) -> "tuple[QuerySet[Any, Any], ...]":
    network: Any = Slot("network", BigIntegerField())
    rows = _as_text(HelpOffer.objects.filter(network=network), _LISTS_OF_OFFERS)
    if which == NAMED:
        rows = rows.filter(pk=Slot("offer", BigIntegerField()))
    else:
        rows = rows.filter(not_closed_on(Slot("today", DateField())))
    if which == OF_KIND:
        kinds = (Slot("kind", CharField()), Slot("first_kind", CharField()))
        rows = rows.filter(Q(kinds_text__contains=kinds[0]) | Q(kinds_text__contains=kinds[1]))
    near = Q(pc4=Slot("pc4", CharField())) | Q(pc4__in=rows.values("helper__pc4"))
    counts = Q(request__asker=Slot("asker", BigIntegerField())) | Q(state__in=(*TOGETHER, *_BUSY))
    return rows.values_list(*_OFFERED), places.loaded(near), _between(network).filter(counts)


_ONE = Together(_one_lists)


def open_offers(network: "Network") -> "QuerySet[HelpOffer]":
    """Offers that may be asked today, with room or without; also those that stand from a later day
    on, for what is asked then."""
    return HelpOffer.objects.filter(not_closed_on(clock.today()), network=network)


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


def _given(offers: "QuerySet[HelpOffer]") -> "QuerySet[Any, Any]":
    return _as_text(offers, _LISTS_OF_OFFERS).values_list(*_OFFERED)


def _pc4s(asks: list[Any], given: list[Any]) -> set[str]:
    return ({row[_ASK_PC4] for row in asks} | {row[_OFFER_PC4] for row in given}) - {""}


def _question(
    asks: list[Any], given: list[Any], middles: Middles, rows: Iterable[tuple[Any, ...]]
) -> Question:
    between = [_Between(*row) for row in rows]
    return Question(
        list(_asks(asks, middles)),
        list(_offers(given, between, middles)),
        list(_past(between)),
    )


_KEYS = {"asker": "asker_id", "helper": "helper_id"}
_ASKED = ("pk", *(_KEYS.get(name, name) for name in what_counts.ASKED))
_LISTS_OF_ASKS = ("languages", "wishes")
_ASKED_AS_TEXT = tuple(f"{name}_text" if name in _LISTS_OF_ASKS else name for name in _ASKED)
_ASK_PC4 = _ASKED.index("pc4")
# Who did not say how often is brought together as who asks once: it speaks against nobody.
_RHYTHMS = {rhythm.value: rhythm for rhythm in Rhythm}


def _asks(rows: list[tuple[Any, ...]], middles: Middles) -> Iterator[Ask]:
    now, today, sets = clock.now(), clock.today().toordinal(), _Sets()
    for pk, asker, kind, parts, pc4, languages, wishes, since, urgent, *when in rows:
        rhythm, from_on, until_on = when
        first = today if from_on is None else max(today, from_on.toordinal())
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
            rhythm=_RHYTHMS[rhythm],
            first=first,
            last=None if until_on is None else max(first, until_on.toordinal()),
        )


_LISTS_OF_OFFERS = ("kinds", "helper__languages", "can")
_READ_OF_OFFERS = (
    *("pk", *(_KEYS.get(name, name) for name in what_counts.OFFERED)),
    *(f"helper__{name}" for name in what_counts.OF_THE_HELPER),
)
_OFFERED = tuple(f"{name}_text" if name in _LISTS_OF_OFFERS else name for name in _READ_OF_OFFERS)
_OFFER_PC4 = _OFFERED.index("helper__pc4")


def _as_text(rows: "QuerySet[ModelT]", names: tuple[str, ...]) -> "QuerySet[ModelT]":
    """The lists as they are stored: `_Sets` reads each that is different once."""
    read: QuerySet[ModelT] = rows.annotate(
        **{f"{name}_text": Cast(name, TextField()) for name in names}
    )
    return read


def _offers(
    rows: list[tuple[Any, ...]], between: "list[_Between]", middles: Middles
) -> Iterator[Offer]:
    sets = _Sets()
    together = Counter(row.offer for row in between if row.state in TOGETHER)
    busy = Counter(row.offer for row in between if row.state in _BUSY)
    for pk, helper, kinds, parts, reach, can, room, rhythm, *when, pc4, languages in rows:
        from_on, until_on, paused_from, paused_until = when
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
            rhythm=_RHYTHMS[rhythm],
            first=_day(from_on),
            last=_day(until_on),
            away=None if paused_from is None else (paused_from.toordinal(), _day(paused_until)),
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


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


class _Between(NamedTuple):
    """What was between an asker and a helper, as far as it counts."""

    asker: int
    helper: int
    request: int
    offer: int
    state: str
    ended_how: str
    unhappy: bool


def _between(network: Any) -> "QuerySet[Any, Any]":
    unhappy = FollowUp.objects.filter(match=OuterRef("pk")).filter(
        Q(going=Going.NO) | Q(content=Going.NO)
    )
    rows = Match.objects.filter(network=network).exclude(state=MatchState.SUGGESTED)
    fields = ("request__asker_id", "offer__helper_id", "request_id", "offer_id")
    return rows.annotate(unhappy=Exists(unhappy)).values_list(
        *fields, "state", "ended_how", "unhappy"
    )


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

    question = of_one(network, request, NAMED, offer=offer.pk)
    (ask,), (given,) = question.asks, question.offers
    return said(ask, given, question.past)
