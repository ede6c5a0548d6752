"""What I asked, what I offer, and with whom I am in touch: one's own help in a network."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import BigIntegerField, Q, QuerySet
from django.utils.translation import gettext

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.statements import Slot
from wijknetwerk.core.together import Together
from wijknetwerk.mutual_aid import access, access_requests
from wijknetwerk.mutual_aid.kinds import Kind
from wijknetwerk.mutual_aid.models import (
    OPEN_REQUESTS,
    HelpOffer,
    HelpRequest,
    Match,
    MatchState,
    OfferState,
    ReachedBy,
)
from wijknetwerk.mutual_aid.selectors import kinds
from wijknetwerk.mutual_aid.selectors.neighbours import first_name_of, phone_of, shown_fields
from wijknetwerk.mutual_aid.selectors.offer_words import pause_words
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

    requests: list[OwnLine]
    offers: list[OwnLine]
    matches: list[OwnMatch]
    brought: list[datetime]
    """When requests came in that I brought for others: nothing else of them."""


def own_help(actor: Actor, network: "Network") -> Own:
    """One's own help, newest first; one query."""
    me = actor.own_id
    noted, offered, open_now, own_kinds = _OWN.ask(network_id=network.pk, me=me)
    asked, brought = list[HelpRequest](), list[datetime]()
    for row in noted:
        if row.asker.person_id == me:
            asked.append(row)
        else:
            brought.append(row.noted_at)
    found = kinds.with_own(own_kinds)
    return Own(
        [_asked(row, found) for row in asked],
        [_offered(row, found) for row in offered],
        [_own_match(me, row) for row in open_now],
        brought[:SHOWN],
    )


def _own_lists() -> "tuple[QuerySet[Any, Any], ...]":
    network: Any = Slot("network", BigIntegerField())
    me: Any = Slot("me", BigIntegerField())
    mine = Q(asker__person=me, state__in=OPEN_REQUESTS)
    of_others = Q(noted_by=me, via__in=access_requests.BROUGHT)
    rows = HelpRequest.objects.filter(mine | of_others, network=network)
    offers = HelpOffer.objects.filter(network=network, helper__person=me)
    matches = Match.objects.filter(access.known_to(me), network=network)
    return (
        rows.select_related("asker").only(*_ASKED).order_by("-noted_at"),
        offers.exclude(state=OfferState.ENDED).only(*_OFFERED).order_by("-noted_at"),
        matches.exclude(state=MatchState.ENDED)
        .select_related("request__asker__person", "offer__helper__person")
        .only("uuid", "state", *shown_fields("request__asker"), *shown_fields("offer__helper"))
        .order_by("-pk"),
        kinds.own_rows(network),
    )


_ASKED = ("uuid", "kind", "state", "noted_at", "asker__person_id")
_OFFERED = ("uuid", "kinds", "paused_from", "paused_until")
_OWN = Together(_own_lists)
SHOWN = 5
WAYS = tuple(ReachedBy.choices)
"""How somebody can be reached, to choose from."""


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
    if me is not None:
        return Reached(me.reached_by, phone_of(me), me.address.read(), me.pc4)
    person = get_user_model().objects.only("phone", "email").get(pk=actor.own_id)
    way = ReachedBy.PHONE if person.phone or not person.email else ReachedBy.MAIL
    return Reached(way.value, person.phone)


def _own_match(me: int, row: Match) -> OwnMatch:
    as_helper = row.offer.helper.person_id == me
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
    pause = pause_words(row, clock.today())
    return OwnLine(row.uuid, ", ".join(titles) or gettext("Offer to help"), pause)
