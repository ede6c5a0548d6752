"""Somebody offers help: by themselves, or as they say it to the desk."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.models import HelpOffer, Neighbour, SaidHow, Via
from wijknetwerk.mutual_aid.services import neighbours, offers
from wijknetwerk.mutual_aid.services.neighbours import Outsider, Reach
from wijknetwerk.mutual_aid.services.offers import Offered

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class Who:
    """Who offers, for the desk: somebody known, a member, or somebody new. One of the three."""

    known: UUID | None = None
    member: UUID | None = None
    new: Outsider | None = None


@transaction.atomic
def offer_own(
    *, actor: Actor, network: "Network", offered: Offered, reach: Reach | None = None
) -> HelpOffer:
    """A member offers by themselves. `reach` goes along the first time only."""
    standing = actor.standing_in(network.pk)
    if standing is None:
        raise NotFound
    known = access.own_neighbour(actor, network)
    helper = neighbours.of_member(
        actor=actor,
        network=network,
        member=standing.membership_uuid,
        said_how=SaidHow.SELF,
        reach=None if known else reach,
    )
    return offers.note(actor=actor, helper=helper, offered=offered, via=Via.SELF)


@transaction.atomic
def offer_by_desk(
    *, actor: Actor, network: "Network", who: Who, said_how: str, offered: Offered
) -> HelpOffer:
    """Somebody says to the desk, or wrote on paper, what they would like to do."""
    access.require_desk(actor, network)
    via = Via.PAPER if said_how == SaidHow.PAPER else Via.DESK
    helper = _helper(actor, network, who, said_how)
    return offers.note(actor=actor, helper=helper, offered=offered, via=via)


def _helper(actor: Actor, network: "Network", who: Who, said_how: str) -> Neighbour:
    if who.known is not None:
        return access.neighbour_for(actor, network, who.known)
    if who.member is not None:
        return neighbours.of_member(
            actor=actor, network=network, member=who.member, said_how=said_how
        )
    if who.new is None:
        raise NotFound
    return neighbours.note_outsider(actor=actor, network=network, who=who.new, said_how=said_how)
