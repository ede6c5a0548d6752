"""Who could help: for one request now, and for all as the worker last brought them together."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import BigIntegerField, Count, Exists, OuterRef

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.statements import Slot
from wijknetwerk.core.together import Together, together
from wijknetwerk.mutual_aid import access, reason_words, week, wishes
from wijknetwerk.mutual_aid.matching import Reason, Why
from wijknetwerk.mutual_aid.models import (
    OPEN_MATCHES,
    OPEN_REQUESTS,
    HelpOffer,
    HelpRequest,
    Match,
    MatchingRun,
    MatchState,
    RunState,
)
from wijknetwerk.mutual_aid.reason_words import Said
from wijknetwerk.mutual_aid.selectors import kinds as kinds_of
from wijknetwerk.mutual_aid.selectors import matching as reading
from wijknetwerk.mutual_aid.selectors.neighbours import name_of, shown_fields
from wijknetwerk.networks.selectors.paging import Paged, paged

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wijknetwerk.mutual_aid.kinds import Kind
    from wijknetwerk.networks.models import Network

FEW = 5
MOST_OTHERS = 15
Reasons = tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class HelperShown:
    """A helper for a request, with why and what speaks against it."""

    offer: UUID
    name: str
    said: Said


@dataclass(frozen=True, slots=True)
class OpenMatch:
    """Somebody who was thought of or asked already."""

    uuid: UUID
    name: str
    state: str


@dataclass(frozen=True, slots=True)
class HelpersPage:
    """Who could help with one request."""

    asker: str
    kind: str
    when: str
    matters: list[str]
    told: bool
    """Whether the asker approved what a helper is told: before that nobody can be asked."""
    closed: bool
    helpers: list[HelperShown]
    why: str
    """Why there is nobody, when there is nobody."""
    others: list[HelperShown]
    """Everybody else with an open offer, for a person who knows better; when asked for."""
    begun: list[OpenMatch]


def helpers_page(network: "Network", request: HelpRequest, *, everybody: bool) -> HelpersPage:
    """Who could help, the best first; with `everybody` all other open offers too. Two queries."""
    best, why, rest = _found(network, request, everybody=everybody)
    shown = [*best, *rest]
    places = FEW + MOST_OTHERS if everybody else FEW
    keys = {f"offer{at}": key for at, key in enumerate(shown)}
    offers, chosen, own_kinds = _SHOWN.ask(
        places,
        network_id=network.pk,
        request=request.pk,
        **{f"offer{at}": 0 for at in range(places)} | keys,
    )
    rows = {row.pk: row for row in offers}
    known = kinds_of.with_own(own_kinds)
    return HelpersPage(
        asker=name_of(request.asker),
        kind=kinds_of.title_of(known, request.kind),
        when=week.spoken(request.parts),
        matters=[str(wishes.WISHES[code][0]) for code in wishes.known(request.wishes)],
        told=request.told_approved_at is not None,
        closed=request.state not in OPEN_REQUESTS,
        helpers=[_helper(rows[key], codes) for key, codes in best.items()],
        why=why,
        others=[_helper(rows[key], codes) for key, codes in rest.items()],
        begun=[
            OpenMatch(row.uuid, name_of(row.offer.helper), row.get_state_display())
            for row in chosen
        ],
    )


def _shown(places: int) -> "tuple[QuerySet[Any, Any], ...]":
    network: Any = Slot("network", BigIntegerField())
    request: Any = Slot("request", BigIntegerField())
    offers: list[Any] = [Slot(f"offer{at}", BigIntegerField()) for at in range(places)]
    begun = Match.objects.filter(request=request, state__in=OPEN_MATCHES, network=network)
    begun = begun.exclude(state=MatchState.SUGGESTED, by_hand=False)
    return (
        HelpOffer.objects.filter(network=network, pk__in=offers)
        .select_related("helper__person")
        .only("uuid", *shown_fields("helper")),
        begun.select_related("offer__helper__person")
        .only("uuid", "state", *shown_fields("offer__helper"))
        .order_by("pk"),
        kinds_of.own_rows(network),
    )


_SHOWN = Together(_shown)


def _found(
    network: "Network", request: HelpRequest, *, everybody: bool
) -> tuple[dict[int, Reasons], str, dict[int, Reasons]]:
    # These bring numpy into the process: only where somebody asks for it.
    from wijknetwerk.mutual_aid.matching.one import for_one, said_of, why_nobody

    which = reading.EVERY_OFFER if everybody else reading.OF_KIND
    question = reading.of_one(network, request, which)
    (ask,) = question.asks
    best = for_one(ask, question.offers, question.past, FEW)
    reasons = {row.offer: row.reasons for row in best}
    why = ""
    if not best:
        nobody = why_nobody(ask, question.offers, question.past)
        why = reason_words.why(nobody.why, nobody.count, nobody.nearest)
    rest: dict[int, Reasons] = {}
    if everybody:
        said = {
            row.key: said_of(ask, row, question.past)
            for row in question.offers
            if row.key not in reasons and row.helper != ask.asker
        }
        likely = sorted(said, key=lambda key: _breaks(said[key]))[:MOST_OTHERS]
        rest = {key: said[key] for key in likely}
    return reasons, why, rest


def _helper(row: HelpOffer, reasons: Reasons) -> HelperShown:
    return HelperShown(row.uuid, name_of(row.helper), reason_words.said(reasons))


def _breaks(reasons: tuple[Reason, ...]) -> tuple[bool, int]:
    """Who offered this at all goes first, then who breaks the fewest conditions."""
    broken = reason_words.hard(reasons)
    return any(row.code == Why.NO_KIND for row in broken), len(broken)


@dataclass(frozen=True, slots=True)
class PairShown:
    """A request with who was found for it."""

    match: UUID
    request: UUID
    asker: str
    helper: str
    kind: str
    said: Said


@dataclass(frozen=True, slots=True)
class UnservedShown:
    """A request that goes without, and why."""

    request: UUID
    asker: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class RunPage:
    """All brought together: how far it is, or what came of it."""

    run: MatchingRun | None
    runs: bool
    without_kind: int
    """Open requests of which nobody chose the kind yet: nobody can be thought of."""
    found: int
    alone: int
    pairs: Paged[PairShown] | None
    unserved: Paged[UnservedShown] | None


def run_page(actor: Actor, network: "Network", *, alone: bool, page: str) -> RunPage:
    """The last time that all were brought together: the suggestions that still stand, or with
    `alone` the requests without anybody. Two queries; three past the end."""
    access.require_desk(actor, network)
    last = MatchingRun.objects.filter(network=network).order_by("-asked_at", "-pk")[:1]
    suggested, left = _suggested(network), _left(network)
    lists = (suggested, left, reading.without_kind(network))
    found, own_kinds, *counts = together(last, kinds_of.own_rows(network), *map(_counted, lists))
    thought_of, alone_now, without_kind = (sum(one) for one in counts)
    run = found[0] if found else None
    runs = run is not None and run.state == RunState.RUNNING
    shows = run is not None and not runs
    known = kinds_of.with_own(own_kinds)
    return RunPage(
        run=run,
        runs=runs,
        without_kind=without_kind,
        found=thought_of,
        alone=alone_now,
        pairs=paged(suggested, page).map(lambda row: _pair(row, known))
        if shows and not alone
        else None,
        unserved=_unserved(run, paged(left, page), known) if run and shows and alone else None,
    )


def _counted(rows: "QuerySet[Any]") -> "QuerySet[Any, int]":
    """One row: how many there are; none when there are none."""
    grouped = rows.select_related(None).order_by().values("network")
    counted: QuerySet[Any, int] = grouped.annotate(count=Count("pk")).values_list(
        "count", flat=True
    )
    return counted


def _suggested(network: "Network") -> "QuerySet[Match]":
    """Suggestions that nobody dealt with yet, the longest waiting first."""
    rows = Match.objects.filter(
        network=network, state=MatchState.SUGGESTED, request__in=reading.waiting(network)
    )
    whole = ("request__asker__person", "offer__helper__person")
    return rows.select_related(*whole).order_by(
        "-request__urgent", "request__waits_since", "request_id", "pk"
    )


def _left(network: "Network") -> "QuerySet[HelpRequest]":
    """Requests that wait and for which nobody is thought of."""
    thought_of = Match.objects.filter(request=OuterRef("pk"), state__in=OPEN_MATCHES)
    rows = reading.waiting(network).filter(~Exists(thought_of)).select_related("asker__person")
    return rows.order_by("-urgent", "waits_since", "pk")


def _pair(row: Match, known: "dict[str, Kind]") -> PairShown:
    return PairShown(
        match=row.uuid,
        request=row.request.uuid,
        asker=name_of(row.request.asker),
        helper=name_of(row.offer.helper),
        kind=kinds_of.title_of(known, row.request.kind),
        said=reason_words.said(reason_words.from_json(row.reasons)),
    )


def _unserved(
    run: MatchingRun, rows: "Paged[HelpRequest]", known: "dict[str, Kind]"
) -> Paged[UnservedShown]:
    whys = {uuid: (why, count, nearest) for uuid, why, count, nearest in run.unserved}

    def shown(row: HelpRequest) -> UnservedShown:
        why = whys.get(str(row.uuid))
        return UnservedShown(
            request=row.uuid,
            asker=name_of(row.asker),
            kind=kinds_of.title_of(known, row.kind),
            why=reason_words.why(*why) if why else "",
        )

    return rows.map(shown)
