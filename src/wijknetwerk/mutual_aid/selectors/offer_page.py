"""What the page of an offer, and the desk's page of somebody, show."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import BigIntegerField, Q

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.statements import Slot
from wijknetwerk.core.together import Together
from wijknetwerk.core.together import together as read_together
from wijknetwerk.mutual_aid import access, spoken_languages
from wijknetwerk.mutual_aid.kinds import Kind
from wijknetwerk.mutual_aid.models import (
    OPEN_MATCHES,
    TOGETHER,
    HelpOffer,
    HelpRequest,
    Match,
    MatchState,
    Neighbour,
    OfferState,
)
from wijknetwerk.mutual_aid.selectors import kinds as kinds_of
from wijknetwerk.mutual_aid.selectors.neighbours import (
    email_of,
    name_of,
    phone_of,
    shown_fields,
)
from wijknetwerk.mutual_aid.selectors.offer_words import (
    FactShown,
    OfferWords,
    fact_rows,
    facts_shown,
    kinds_words,
    offer_words,
    pause_words,
)
from wijknetwerk.mutual_aid.selectors.offers import waits_to_be_asked

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.db.models import QuerySet

    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody with whom it runs now, or a line of the past."""

    uuid: UUID
    title: str
    about: str = ""
    helps: bool = False
    """Of who comes together: whether this person is the helper."""


@dataclass(frozen=True, slots=True)
class OfferPage:
    """An offer, for its helper (`own`) and for the desk."""

    own: bool
    at_desk: bool
    name: str
    phone: str
    helper: UUID
    said: OfferWords
    facts: list[FactShown]
    runs: list[Line]
    asked: int
    free: int
    ended: bool
    quiet: bool
    paused: bool
    """Whether a pause runs or lies ahead."""
    away: bool
    """Whether it runs today."""
    last_asked_at: "datetime | None"


def offer_page(actor: Actor, offer: HelpOffer) -> OfferPage:
    """All of it; one query."""
    today = clock.today()
    open_now, own_kinds, facts = _OFFER_LISTS.ask(
        network_id=offer.network_id, offer=offer.pk, helper=offer.helper_id
    )
    known = kinds_of.with_own(own_kinds)
    together = [row for row in open_now if row.state in TOGETHER]
    runs = [Line(row.uuid, name_of(row.request.asker)) for row in together]
    said = offer_words(offer, known, today)
    ended = offer.state == OfferState.ENDED
    return OfferPage(
        own=access.is_own(actor, offer.helper),
        at_desk=access.at_desk(actor, offer.network),
        name=name_of(offer.helper),
        phone=phone_of(offer.helper),
        helper=offer.helper.uuid,
        said=said,
        facts=facts_shown(facts, today),
        runs=runs,
        asked=sum(row.state in (MatchState.ASKED, MatchState.WILLING) for row in open_now),
        free=max(offer.room - len(runs), 0),
        ended=ended,
        quiet=waits_to_be_asked(offer, len(together)),
        paused=bool(said.pause),
        away=bool(said.pause) and offer.paused_from is not None and offer.paused_from <= today,
        last_asked_at=offer.last_asked_at,
    )


def _offer_lists() -> "tuple[QuerySet[Any, Any], ...]":
    network: Any = Slot("network", BigIntegerField())
    rows = Match.objects.filter(
        network=network, offer=Slot("offer", BigIntegerField()), state__in=OPEN_MATCHES
    )
    return (
        rows.select_related("request__asker__person")
        .only("uuid", "state", *shown_fields("request__asker"))
        .order_by("pk"),
        kinds_of.own_rows(network),
        fact_rows(Slot("helper", BigIntegerField())).filter(network=network),
    )


_OFFER_LISTS = Together(_offer_lists)


def other_offers(offer: HelpOffer) -> int:
    """How much else this helper offers now. One query."""
    rows = HelpOffer.objects.filter(network=offer.network, helper=offer.helper)
    return rows.exclude(pk=offer.pk).exclude(state=OfferState.ENDED).count()


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Both sides of somebody, for the desk: what they ask, what they offer, with whom."""

    name: str
    phone: str
    email: str
    address: str
    handy: str
    pc4: str
    languages: list[str]
    reached_by: str
    member: UUID | None
    said_yes_on: "date"
    said_how: str
    requests: list[Line]
    offers: list[Line]
    matches: list[Line]
    facts: list[FactShown]
    helps: bool


def person_page(network: "Network", row: Neighbour) -> PersonPage:
    """One query, however much there is; the hundred newest of each."""
    today = clock.today()
    own_kinds, offers, requests, matches, facts = read_together(
        kinds_of.own_rows(network),
        HelpOffer.objects.filter(helper=row).order_by("ended_on", "-noted_at")[:100],
        HelpRequest.objects.filter(asker=row).order_by("-noted_at")[:100],
        _matches(row),
        fact_rows(row),
    )
    known = kinds_of.with_own(own_kinds)
    return PersonPage(
        name=name_of(row),
        phone=phone_of(row),
        email=email_of(row),
        address=row.address.read(),
        handy=row.handy.read(),
        pc4=row.pc4,
        languages=[spoken_languages.name(code) for code in row.languages],
        reached_by=str(row.get_reached_by_display()),
        member=row.membership.uuid if row.membership else None,
        said_yes_on=clock.local_day(row.said_yes_at),
        said_how=str(row.get_said_how_display()),
        requests=[_asked(known, one) for one in requests],
        offers=[_offered(known, one, today) for one in offers],
        matches=[_matched(row, one) for one in matches],
        facts=facts_shown(facts, today),
        helps=bool(offers),
    )


def _asked(known: dict[str, Kind], row: HelpRequest) -> Line:
    title = kinds_of.title_of(known, row.kind) or row.words.read()[:80]
    return Line(row.uuid, title, str(row.get_state_display()))


def _offered(known: dict[str, Kind], row: HelpOffer, today: "date") -> Line:
    title = ", ".join(kinds_words(known, row.kinds))
    if row.state == OfferState.ENDED:
        return Line(row.uuid, title, str(row.get_state_display()))
    return Line(row.uuid, title, pause_words(row, today))


def _matches(row: Neighbour) -> "QuerySet[Match]":
    rows = Match.objects.filter(Q(offer__helper=row) | Q(request__asker=row))
    shown = rows.exclude(state=MatchState.CLOSED).order_by("-pk")
    return shown.select_related("request__asker__person", "offer__helper__person")[:100]


def _matched(row: Neighbour, one: Match) -> Line:
    helps = one.offer.helper_id == row.pk
    other = one.request.asker if helps else one.offer.helper
    return Line(one.uuid, name_of(other), str(one.get_state_display()), helps)
