"""Who helps with one request, who was asked, and who is next: for the page of the request."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import BigIntegerField, DateField, Exists, OuterRef

from wijknetwerk.accounts.names import name_fields
from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.statements import Slot
from wijknetwerk.core.stems import fold
from wijknetwerk.core.together import Together, together
from wijknetwerk.mutual_aid import access, reason_words
from wijknetwerk.mutual_aid.models import (
    OPEN_REQUESTS,
    TOGETHER,
    HelpOffer,
    HelpRequest,
    Match,
    MatchState,
    OfferState,
)
from wijknetwerk.mutual_aid.reason_words import Said
from wijknetwerk.mutual_aid.selectors import kinds as kinds_of
from wijknetwerk.mutual_aid.selectors import requests, wellbeing
from wijknetwerk.mutual_aid.selectors.neighbours import first_name_of, name_of, phone_of
from wijknetwerk.mutual_aid.selectors.offers import with_room
from wijknetwerk.mutual_aid.selectors.requests import RequestPage

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wijknetwerk.mutual_aid.kinds import Kind
    from wijknetwerk.networks.models import Network

ASKED = (MatchState.ASKED, MatchState.WILLING)


@dataclass(frozen=True, slots=True)
class HelperLine:
    """Somebody who helps, is asked, or was chosen."""

    match: UUID
    who: str
    state: str
    phone: str
    """The number, for the asker while both said yes; empty otherwise."""
    until: date | None
    """Until when an answer is waited for."""
    waits_for_asker: bool


@dataclass(frozen=True, slots=True)
class NextOne:
    """Who could be asked now, with why and what speaks against it."""

    offer: UUID
    name: str
    said: Said
    how: str
    """How this helper is asked: by phone, by mail or by letter."""


@dataclass(frozen=True, slots=True)
class RequestMatches:
    """All that a page of a request shows about helpers, as far as this reader may know of it."""

    at_desk: bool
    lines: list[HelperLine]
    next_one: NextOne | None
    may_ask: bool
    """The desk may ask somebody: the request is open and the asker approved what is told."""
    may_choose: bool
    tried: int
    """How many went no further; for the desk, which counts and does not say whose no it was."""


def whole_page(
    actor: Actor, network: "Network", request: HelpRequest
) -> tuple[RequestPage, RequestMatches]:
    """All that the page of a request shows; of one that `access.request_for` gave. One query."""
    own_kinds, marks, matches = _WHOLE_PAGE.ask(
        network_id=network.pk, request=request.pk, today=clock.today()
    )
    page = requests.page_of(actor, request, kinds_of.with_own(own_kinds), marks)
    return page, of_request(actor, network, request, matches)


def _whole_page() -> "tuple[QuerySet[Any, Any], ...]":
    network: Any = Slot("network", BigIntegerField())
    request, today = Slot("request", BigIntegerField()), Slot("today", DateField())
    return (
        kinds_of.own_rows(network),
        wellbeing.marks(request).filter(network=network),
        match_rows(request, today).filter(network=network),
    )


_WHOLE_PAGE = Together(_whole_page)


def match_rows(request: Any, today: Any = None) -> "QuerySet[Match]":
    """Everybody who was thought of, with whether they have room (`free`); for `of_request`. Of a
    request and a day, or slots for them."""
    offers = HelpOffer.objects.filter(pk=OuterRef("offer"))
    rows = Match.objects.filter(request=request).annotate(
        free=Exists(with_room(offers, today or clock.today()))
    )
    return rows.select_related("offer__helper__person").order_by("-by_hand", "rank", "-pk")


def of_request(
    actor: Actor, network: "Network", request: HelpRequest, rows: Iterable[Match]
) -> RequestMatches:
    """What this reader may know of the `match_rows` of a request."""
    at_desk = access.at_desk(actor, network)
    all_of_it = list(rows)
    known = [row for row in all_of_it if _shows(row, at_desk=at_desk)]
    is_open = request.state in OPEN_REQUESTS
    waits = is_open and not any(row.state in (*ASKED, *TOGETHER) for row in all_of_it)
    waits = waits or (is_open and request.unhappy_at is not None)
    return RequestMatches(
        at_desk=at_desk,
        lines=[_line(row, at_desk=at_desk) for row in known],
        next_one=_next(all_of_it) if at_desk and waits else None,
        may_ask=at_desk and is_open and request.told_approved_at is not None,
        may_choose=at_desk and is_open,
        tried=sum(row.state == MatchState.CLOSED for row in all_of_it) if at_desk else 0,
    )


def _shows(row: Match, *, at_desk: bool) -> bool:
    if at_desk:
        return row.state not in (MatchState.SUGGESTED, MatchState.CLOSED)
    return row.state in access.ASKER_KNOWS


def _line(row: Match, *, at_desk: bool) -> HelperLine:
    helper, together = row.offer.helper, access.may_reach(row)
    return HelperLine(
        match=row.uuid,
        who=name_of(helper) if at_desk or together else first_name_of(helper),
        state=row.get_state_display(),
        phone=phone_of(helper) if together and not at_desk else "",
        until=row.lapse_on if row.state in ASKED else None,
        waits_for_asker=row.state == MatchState.WILLING,
    )


def _next(rows: Iterable[Any]) -> NextOne | None:
    """The first who is thought of and has room now."""
    for row in rows:
        if row.state == MatchState.SUGGESTED and row.free:
            return NextOne(
                offer=row.offer.uuid,
                name=name_of(row.offer.helper),
                said=reason_words.said(reason_words.from_json(row.reasons)),
                how=row.offer.helper.get_reached_by_display(),
            )
    return None


def choosable(network: "Network", request: HelpRequest) -> list[tuple[str, str]]:
    """Whom a person may think of: every open offer but the asker's own, by name, with what they
    offer. One query."""
    offers = HelpOffer.objects.filter(network=network, state=OfferState.OPEN)
    rows, own_kinds = together(
        offers.exclude(helper=request.asker_id)
        .select_related("helper__person")
        .only("uuid", "kinds", "helper__uuid", "helper__name", *name_fields("helper__person")),
        kinds_of.own_rows(network),
    )
    known = kinds_of.with_own(own_kinds)
    found = [
        (f"{name_of(row.helper)}: {_kinds(row, known)}".removesuffix(": "), str(row.uuid))
        for row in rows
    ]
    return [(uuid, label) for label, uuid in sorted(found, key=lambda one: fold(one[0]))]


def _kinds(offer: HelpOffer, known: "dict[str, Kind]") -> str:
    return ", ".join(kinds_of.title_of(known, code) for code in offer.kinds)
