"""Who writes down what a resident says who can't sign in: whom they call first, and never about
themselves or those with whom they work."""

from wijknetwerk.core.actor import Actor
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand, Way
from wijknetwerk.plans.models import CircleMember
from wijknetwerk.plans.parts import Part

MEANT = (Way.CIRCLE, Way.REPRESENTATIVE)


def notes_for(hand: Hand) -> bool:
    """Whether the actor is the contact person, in the circle now, of a resident who can't sign in:
    then they write down what that one says. What only an emergency opens is not enough."""
    if hand.is_resident or access.signs_in(hand.plan.resident):
        return False
    if hand.may(Part.CIRCLE).way not in MEANT:
        return False
    mine = [place.uuid for place in hand.known.places]
    return CircleMember.objects.filter(uuid__in=mine, is_contact=True).exists()


def is_close_to(actor: Actor, place: CircleMember) -> bool:
    """Whether somebody is this person themselves, or of the party that this person works for or is
    in the circle for."""
    member = place.membership
    if member is None:
        return False
    standing = actor.standing_in(place.network_id)
    party = standing.organisation_uuid if standing else None
    theirs = {one.uuid for one in (member.organisation, place.organisation) if one is not None}
    return member.person_id == actor.person_id or party in theirs
