"""Who may see and do what with help between neighbours.

The desk (who may note down for others) sees all requests, offers and what comes of them. Everybody
else sees their own: an asker the own requests, a helper the own offers and what the asker approved
to be told. Names, numbers and addresses of the other side only while both said yes (rule H1).
"""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.mutual_aid.models import (
    TOGETHER,
    HelpOffer,
    HelpRequest,
    Match,
    MatchState,
    Neighbour,
    Side,
)
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

DESK = Act.NOTE_FOR
"""Who keeps the desk: the village supporter and the coordinator."""


def at_desk(actor: Actor, network: "Network") -> bool:
    """Whether the actor keeps the desk of this network."""
    return access.allows(actor, DESK, network)


def require_desk(actor: Actor, network: "Network") -> None:
    """NotFound for strangers, NotAllowed for members who don't keep the desk."""
    access.require(actor, DESK, network)


def is_own(actor: Actor, neighbour: Neighbour) -> bool:
    """Whether this is the actor themselves, while they take part."""
    mine = neighbour.person_id is not None and neighbour.person_id == actor.person_id
    return mine and actor.standing_in(neighbour.network_id) is not None


def own_neighbour(actor: Actor, network: "Network") -> Neighbour | None:
    """The actor as somebody who asks or helps in this network, if they ever did."""
    access.require(actor, Act.SEE, network)
    return Neighbour.objects.filter(network=network, person_id=actor.own_id).first()


def neighbour_for(actor: Actor, network: "Network", uuid: UUID) -> Neighbour:
    """Somebody who asks or helps: for the desk, and for themselves. NotFound for others."""
    rows = Neighbour.objects.select_related("person", "membership")
    found = rows.filter(network=network, uuid=uuid).first()
    if found is None or not (at_desk(actor, network) or is_own(actor, found)):
        raise NotFound
    found.network = network
    return found


def request_for(actor: Actor, network: "Network", uuid: UUID) -> HelpRequest:
    """A request: for the desk and for who asks. NotFound for everybody else."""
    rows = HelpRequest.objects.select_related("asker__person", "asker__membership", "noted_by")
    found = rows.filter(network=network, uuid=uuid).first()
    if found is None or not (at_desk(actor, network) or is_own(actor, found.asker)):
        raise NotFound
    found.network = found.asker.network = network
    return found


def offer_for(actor: Actor, network: "Network", uuid: UUID) -> HelpOffer:
    """An offer: for the desk and for who helps. NotFound for everybody else."""
    rows = HelpOffer.objects.select_related("helper__person", "helper__membership", "noted_by")
    found = rows.filter(network=network, uuid=uuid).first()
    if found is None or not (at_desk(actor, network) or is_own(actor, found.helper)):
        raise NotFound
    found.network = found.helper.network = network
    return found


_WHOLE = ("request__asker__person", "offer__helper__person", "meet_with__person")


def match_for(actor: Actor, network: "Network", uuid: UUID) -> Match:
    """Two who come together: for the desk and for both sides, as far as each may know of it."""
    found = Match.objects.select_related(*_WHOLE).filter(network=network, uuid=uuid).first()
    if found is None:
        raise NotFound
    found.network = found.request.network = found.offer.network = network
    found.request.asker.network = found.offer.helper.network = network
    if not at_desk(actor, network) and side_of(actor, found) is None:
        raise NotFound
    return found


def side_of(actor: Actor, match: Match) -> Side | None:
    """On which side the actor stands, as far as they may know of it (rule H1): a helper since they
    were asked, an asker since the helper would like to."""
    if is_own(actor, match.offer.helper) and match.state in HELPER_KNOWS:
        return Side.HELPER
    if is_own(actor, match.request.asker) and match.state in ASKER_KNOWS:
        return Side.ASKER
    return None


# A match that went no further shows to neither side: a no is never shown as such.
HELPER_KNOWS = (MatchState.ASKED, MatchState.WILLING, *TOGETHER, MatchState.ENDED)
ASKER_KNOWS = (MatchState.WILLING, *TOGETHER, MatchState.ENDED)


def may_reach(match: Match) -> bool:
    """Whether the two sides see each other's number and address now (rule H1)."""
    return match.state in TOGETHER


def known_to(person_id: int) -> Q:
    """The matches that a person may know of, on either side."""
    helper = Q(offer__helper__person=person_id, state__in=HELPER_KNOWS)
    return helper | Q(request__asker__person=person_id, state__in=ASKER_KNOWS)
