"""What I asked, what I offer, and with whom I am in touch: one's own help in a network."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.auth import get_user_model
from django.utils.translation import gettext

from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid import access, access_requests
from wijknetwerk.mutual_aid.kinds import Kind
from wijknetwerk.mutual_aid.models import (
    OPEN_REQUESTS,
    HelpOffer,
    HelpRequest,
    Match,
    MatchState,
    Neighbour,
    OfferState,
    ReachedBy,
)
from wijknetwerk.mutual_aid.selectors import kinds
from wijknetwerk.mutual_aid.selectors.neighbours import first_name_of, phone_of
from wijknetwerk.mutual_aid.selectors.requests import state_in_words

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class OwnMatch:
    """Somebody with whom I am in touch, or who waits for my answer."""

    match: Match
    as_helper: bool
    who: str
    phone: str
    """Only while both said yes (rule H1)."""
    waits_for_me: bool
    is_together: bool


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A request or an offer of mine, in a line."""

    uuid: UUID
    title: str
    state: str


@dataclass(frozen=True, slots=True)
class Own:
    """All of one's own help in a network."""

    neighbour: Neighbour | None
    requests: list[OwnLine]
    offers: list[OwnLine]
    matches: list[OwnMatch]
    brought: list[datetime]
    """When requests came in that I brought for others: nothing else of them."""


def own_help(actor: Actor, network: "Network") -> Own:
    """One's own help, newest first; at most six queries."""
    me = access.own_neighbour(actor, network)
    brought = _brought(actor, network)
    if me is None:
        return Own(None, [], [], [], brought)
    asked = HelpRequest.objects.filter(asker=me, state__in=OPEN_REQUESTS).order_by("-noted_at")
    offered = HelpOffer.objects.filter(helper=me).exclude(state=OfferState.ENDED)
    open_now = Match.objects.filter(access.known_to(actor.own_id), network=network).exclude(
        state=MatchState.ENDED
    )
    found = kinds.all_of(network)
    whole = ("request__asker__person", "offer__helper__person")
    rows = open_now.select_related(*whole).order_by("-pk")
    return Own(
        me,
        [_asked(row, found) for row in asked],
        [_offered(row, found) for row in offered.order_by("-noted_at")],
        [_own_match(me, row) for row in rows],
        brought,
    )


@dataclass(frozen=True, slots=True)
class Reached:
    """How the reader is reached, to begin a form with."""

    reached_by: str
    phone: str
    address: str = ""
    pc4: str = ""


def reached(actor: Actor, network: "Network") -> Reached:
    """How I am reached now: as I said before, else by the number or the address of my account."""
    me = access.own_neighbour(actor, network)
    person = get_user_model().objects.get(pk=actor.own_id)
    if me is None:
        way = ReachedBy.PHONE if person.phone or not person.email else ReachedBy.MAIL
        return Reached(way.value, person.phone)
    return Reached(me.reached_by, person.phone, me.address.read(), me.pc4)


def _brought(actor: Actor, network: "Network") -> list[datetime]:
    rows = HelpRequest.objects.filter(
        network=network, noted_by_id=actor.own_id, via__in=access_requests.BROUGHT
    )
    return list(rows.order_by("-noted_at").values_list("noted_at", flat=True)[:5])


def _own_match(me: Neighbour, row: Match) -> OwnMatch:
    as_helper = row.offer.helper_id == me.pk
    other = row.request.asker if as_helper else row.offer.helper
    known = access.may_reach(row) or not as_helper
    waits = row.state == (MatchState.ASKED if as_helper else MatchState.WILLING)
    reach = access.may_reach(row)
    return OwnMatch(
        match=row,
        as_helper=as_helper,
        who=first_name_of(other) if known else "",
        phone=phone_of(other) if reach else "",
        waits_for_me=waits,
        is_together=reach,
    )


def _asked(row: HelpRequest, found: dict[str, Kind]) -> OwnLine:
    title = kinds.title_of(found, row.kind) or gettext("Request for help")
    return OwnLine(row.uuid, title, state_in_words(row.state))


def _offered(row: HelpOffer, found: dict[str, Kind]) -> OwnLine:
    titles = [title for code in row.kinds if (title := kinds.title_of(found, code))]
    return OwnLine(row.uuid, ", ".join(titles) or gettext("Offer to help"), "")
