"""Who has the pages of who may see what, who is a witness when a plan begins, and who is asked for
a resident who can't sign in."""

from collections.abc import Collection
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.networks import access as networks
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.access_facts import LEARNER
from wijknetwerk.plans.access_noting import noter, notes_for
from wijknetwerk.plans.models import CircleMember, PlaceState, ResidentPlan
from wijknetwerk.plans.parts import Part

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person
    from wijknetwerk.networks.models import Network

PROFESSIONAL = "professional"


def require_who_shares(hand: Hand, about: UUID | None = None) -> bool:
    """For the resident, who decides for them in the whole plan, or who notes what they say; also
    `about` one place, where that is somebody else. Whether it is noted. NotAllowed for anybody else
    of the circle."""
    if hand.decides(Part):
        return False
    if not (notes_for(hand) or _notes_place(hand, about)):
        raise NotAllowed
    return True


def stands_in(hand: Hand) -> list[CircleMember]:
    """Of whose place or permission somebody notes the yes who is not called first: who is called
    first, and those of the same party. Nobody for who has the pages of all of it."""
    if hand.decides(Part) or access.signs_in(hand.plan.resident) or notes_for(hand):
        return []
    notes = noter(hand)
    return [place for place in _places(hand) if notes(place)]


def _notes_place(hand: Hand, uuid: UUID | None) -> bool:
    return any(place.uuid == uuid for place in stands_in(hand))


def _places(hand: Hand) -> "QuerySet[CircleMember]":
    rows = CircleMember.objects.filter(plan=hand.plan, state__in=(PlaceState.ASKED, PlaceState.IN))
    return rows.select_related(
        "membership__person", "membership__organisation", "organisation"
    ).order_by("pk")


def may_witness(actor: Actor, network: "Network") -> bool:
    """The desk or a professional, in their own name: where a plan begins for who can't sign in.
    Never a learner, for whom no plan opens."""
    if actor.noting_for is not None or not actor.is_person:
        return False
    if actor.has_role(network.pk, LEARNER):
        return False
    desk = networks.allows(actor, networks.Act.NOTE_FOR, network)
    return desk or actor.has_role(network.pk, PROFESSIONAL)


def require_witness(actor: Actor, network: "Network") -> None:
    """The same, or a refusal. NotFound, NotAllowed."""
    networks.require(actor, networks.Act.SEE, network)
    if not may_witness(actor, network):
        raise NotAllowed


def who_note(
    plan: ResidentPlan, places: Collection[CircleMember], *parts: Part, also_first: bool = False
) -> "list[Person]":
    """Whom to ask about these people of the circle: the resident; or of who can't sign in whom they
    call first, and where it is about that one's own side somebody else. Where nobody can, who is
    called first still sees that it waits. `also_first`: there is more than these."""
    first = who_answers(plan)
    if first is None or access.signs_in(plan.resident):
        return [first] if first else []
    rows = CircleMember.objects.filter(plan=plan, state=PlaceState.IN)
    people = (one.membership for one in rows.select_related("membership__person").order_by("pk"))
    able = [one.person for one in people if one and _notes_one(one.person, plan, places, parts)]
    if able and (first in able or not also_first):
        return able
    return [first, *able]


def _notes_one(
    person: "Person",
    plan: ResidentPlan,
    places: Collection[CircleMember],
    parts: Collection[Part],
) -> bool:
    reader, found = actor_of(person), False
    with scope.acting(reader), suppress(NotFound):
        notes = noter(access.plan_for(reader, plan.uuid), *parts)
        found = any(notes(place) for place in places)
    return found


def who_answers(plan: ResidentPlan) -> "Person | None":
    """Whom to ask: the resident, or whom they call first when they can't sign in; None where that
    is nobody, or the plan opens for that person no more."""
    if access.signs_in(plan.resident):
        return plan.resident
    rows = CircleMember.objects.filter(plan=plan, is_contact=True, state=PlaceState.IN)
    place = rows.select_related("membership__person").first()
    if place is None or place.membership is None:
        return None
    reader = actor_of(place.membership.person)
    with scope.acting(reader):
        try:
            notes = notes_for(access.plan_for(reader, plan.uuid))
        except NotFound:
            return None
    return place.membership.person if notes else None
