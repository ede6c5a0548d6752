"""Who writes down what a resident says who can't sign in: whom they call first, and never a yes to
themselves or those with whom they work. That yes somebody else of the circle writes down."""

from collections.abc import Callable

from wijknetwerk.core.actor import Actor
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand, Way
from wijknetwerk.plans.models import CircleMember
from wijknetwerk.plans.parts import Part
from wijknetwerk.privacy.purposes import Deed

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


def noter(hand: Hand, *parts: Part) -> Callable[[CircleMember], bool]:
    """Whether the actor writes down a yes to a person of the circle: who is called first, but for
    their own side; of that side, who may write the circle (or one of these parts) and isn't of it.
    For one who is the resident, or speaks for them, or where the resident signs in: of nobody."""
    if notes_for(hand):
        return lambda place: not is_close_to(hand.actor, place)
    first = _stands_in_for(hand, (Part.CIRCLE, *parts))
    if first is None:
        return lambda _place: False
    return lambda place: _same_side(first, place) and not is_close_to(hand.actor, place)


def _stands_in_for(hand: Hand, parts: tuple[Part, ...]) -> CircleMember | None:
    """Who is called first, for who of the circle may note a yes to that one; at most one query."""
    if hand.is_resident or access.signs_in(hand.plan.resident):
        return None
    if not any(hand.may(part, Deed.WRITE).way == Way.CIRCLE for part in parts):
        return None
    rows = CircleMember.objects.select_related("membership__organisation", "organisation")
    found: CircleMember | None = rows.filter(plan=hand.plan, is_contact=True).first()
    return found


def _same_side(first: CircleMember, place: CircleMember) -> bool:
    if first.membership is None or place.membership is None:
        return False
    parties = {first.organisation_id, first.membership.organisation_id} - {None}
    theirs = {place.organisation_id, place.membership.organisation_id} - {None}
    return first.membership.person_id == place.membership.person_id or bool(parties & theirs)


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
