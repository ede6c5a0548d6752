"""The circle: asked, the resident's yes, left. By one table (`models.circle.NEXT`)."""

from collections.abc import Callable
from uuid import UUID

from django.db import IntegrityError, transaction

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks.services import people
from wijknetwerk.plans import access, access_noting
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.errors import CircleFull, NotYours, PlanClosed
from wijknetwerk.plans.models import (
    WORKS_FOR_A_PARTY,
    CircleMember,
    CircleRole,
    PlaceAct,
    PlaceState,
    ResidentPlan,
    place_after,
)
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.services import again_waits, sharing, waits
from wijknetwerk.privacy.purposes import Deed, Given

OVER = (PlaceState.REFUSED, PlaceState.LEFT)
ENDED: list[Callable[[CircleMember], None]] = []
"""What other parts of a plan do when a place ends; filled when the app is ready."""


@transaction.atomic
def add(*, hand: Hand, member: UUID, role: str, relation: str = "") -> CircleMember:
    """A member comes into the circle: at once at the word of the resident (or who decides for
    them, but for themselves or their own party), else it waits for the resident's yes. It opens
    nothing by itself. CircleFull."""
    with access.reach(hand.plan):
        hand = _writes(hand)
        at_once = hand.decides([Part.CIRCLE])
        state = PlaceState.IN if at_once else PlaceState.ASKED
        place = _place_of(hand.actor, hand.plan, member, role, relation, state)
        if not hand.is_resident and access_noting.is_close_to(hand.actor, place):
            place.state = PlaceState.ASKED  # nobody says yes to themselves
        return _keep(hand.actor, hand.plan, place)


def first_place(
    actor: Actor, plan: ResidentPlan, member: UUID, role: str, relation: str
) -> CircleMember:
    """The first in a circle that just began, as contact person."""
    place = _place_of(actor, plan, member, role, relation, PlaceState.IN)
    place.is_contact = True
    return _keep(actor, plan, place)


@transaction.atomic
def add_by_name(
    *, hand: Hand, role: str, name: str, phone: str = "", relation: str = ""
) -> CircleMember:
    """Somebody who takes part in nothing: only a name to call. Opens nothing, ever."""
    with access.reach(hand.plan):
        hand = _writes(hand)
        if not name.strip() or role not in CircleRole.values:
            raise InvalidInput
        state = PlaceState.IN if hand.decides([Part.CIRCLE]) else PlaceState.ASKED
        place = CircleMember.of(
            hand.plan, role=role, state=state, from_on=clock.today(), asked_by_id=hand.actor.own_id
        )
        place.name, place.phone = name.strip(), phone.strip()
        place.relation = relation.strip()
        return _keep(hand.actor, hand.plan, place)


@transaction.atomic
def answer(*, hand: Hand, place: UUID, yes: bool, how: Given = Given.IN_APP) -> CircleMember:
    """The resident, or who decides for them, says yes or no to who was asked; the contact person
    notes what a resident said who can't sign in, never a yes to themselves or their own party.
    NotAllowed, NotYours."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        found = _here(hand.plan, place)
        _require_may_answer(hand, found, yes, how)
        found.said_how, found.said_to_id = how, hand.actor.own_id
        _step(found, PlaceAct.YES if yes else PlaceAct.NO)
        event = "plans.circle_joined" if yes else "plans.circle_refused"
        log.record(hand.actor, event, found, client=hand.resident_uuid, how=how.value)
        waits.for_resident(hand.plan)
        return found


def _require_may_answer(hand: Hand, place: CircleMember, yes: bool, how: Given) -> None:
    if hand.decides([Part.CIRCLE]) and how == Given.IN_APP:
        if not hand.is_resident and yes and access_noting.is_close_to(hand.actor, place):
            raise NotYours
        return
    if hand.is_resident:
        raise InvalidInput
    noted = access_noting.noter(hand)(place)
    if how == Given.IN_APP or not (noted or access_noting.notes_for(hand)):
        raise NotAllowed
    if yes and not noted:
        raise NotYours


@transaction.atomic
def take_out(*, hand: Hand, place: UUID) -> None:
    """The resident, or who decides for them, takes somebody out; what was shared with that person
    ends with it."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        if not hand.decides([Part.CIRCLE]):
            raise NotAllowed
        end_place(hand.actor, hand.plan, _here(hand.plan, place))


@transaction.atomic
def leave(*, actor: Actor, place: UUID) -> None:
    """Out of somebody's circle, by oneself; also when one sees nothing of the plan. NotFound."""
    found = access.own_places(actor).filter(uuid=place).first()
    if found is None:
        raise NotFound
    plans = ResidentPlan.objects.select_for_update(of=("self",))
    plan = plans.select_related("resident", "network").get(pk=found.plan_id)
    end_place(actor, plan, _here(plan, place))


@transaction.atomic
def appoint(*, hand: Hand, place: UUID | None) -> None:
    """Who is called first; None leaves a vacancy that shows. Who is called first may note what a
    resident says, so who decides about less than the whole plan doesn't choose themselves or their
    own party. NotAllowed, NotFound, NotYours."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        if not hand.decides([Part.CIRCLE]):
            raise NotAllowed
        CircleMember.objects.filter(plan=hand.plan, is_contact=True).update(is_contact=False)
        if place is not None:
            found = _here(hand.plan, place)
            if found.state != PlaceState.IN:
                raise NotFound
            if not hand.decides(Part) and access_noting.is_close_to(hand.actor, found):
                raise NotYours
            found.is_contact = True
            found.save(update_fields=["is_contact"])
        log.record(hand.actor, "plans.contact_chosen", hand.plan, client=hand.resident_uuid)
        waits.for_resident(hand.plan)
        again_waits.refresh(hand.plan)


def end_place(actor: Actor, plan: ResidentPlan, place: CircleMember) -> None:
    """End a place with what was shared with that person; of a locked plan."""
    _step(place, PlaceAct.LEAVE)
    if place.membership is not None:
        sharing.end_for(actor, plan, place.membership.person.uuid, event="plans.consent_ended")
    for ended in ENDED:
        ended(place)
    log.record(actor, "plans.circle_left", place, client=plan.resident.uuid)
    waits.news_seen([place.uuid])
    waits.for_resident(plan)


def _writes(hand: Hand) -> Hand:
    """The plan locked, in the hand of who may change its circle. PlanClosed."""
    hand = access.locked(hand)
    if not hand.plan.is_open:
        raise PlanClosed
    if not hand.decides([Part.CIRCLE]):
        hand.require(Part.CIRCLE, Deed.WRITE)
    return hand


def _place_of(
    actor: Actor, plan: ResidentPlan, member: UUID, role: str, relation: str, state: PlaceState
) -> CircleMember:
    found = people.active_member(plan.network, member, lock=False)
    if role not in CircleRole.values or found.person_id == plan.resident_id:
        raise InvalidInput
    if role in WORKS_FOR_A_PARTY and found.organisation_id is None:
        raise InvalidInput
    works = role in WORKS_FOR_A_PARTY or role == CircleRole.CLIENT_SUPPORTER
    place = CircleMember.of(
        plan,
        role=role,
        state=state,
        membership=found,
        organisation=found.organisation if works else None,
        from_on=clock.today(),
        asked_by_id=actor.own_id,
    )
    place.relation = relation.strip()
    return place


def _keep(actor: Actor, plan: ResidentPlan, place: CircleMember) -> CircleMember:
    try:
        with transaction.atomic():
            place.save()
    except IntegrityError as error:
        raise CircleFull from error
    place.network = plan.network
    event = "plans.circle_joined" if place.state == PlaceState.IN else "plans.circle_asked"
    log.record(actor, event, place, client=plan.resident.uuid, action=Action.CREATE)
    if place.state == PlaceState.ASKED:
        waits.for_resident(plan)
    return place


def _here(plan: ResidentPlan, uuid: UUID) -> CircleMember:
    rows = CircleMember.objects.select_related(
        "membership__person", "membership__organisation", "organisation"
    )
    found: CircleMember | None = rows.filter(plan=plan, uuid=uuid).first()
    if found is None:
        raise NotFound
    found.network = plan.network
    return found


def _step(place: CircleMember, act: PlaceAct) -> None:
    to = place_after(place.state, act)
    if to is None:
        raise NotFound
    place.state = to
    if to in OVER:
        place.until_on, place.is_contact = max(clock.today(), place.from_on), False
    try:
        with transaction.atomic():
            place.save()
    except IntegrityError as error:
        raise CircleFull from error
