"""Beginning and closing a plan. It is the resident's, whoever sat at the table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.services import people
from wijknetwerk.plans import access, access_noting, access_sharing
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.errors import AlreadyOpen, CannotBegin, NotYours, PlanClosed
from wijknetwerk.plans.models import (
    BegunHow,
    CircleMember,
    EmergencyLook,
    PlaceState,
    PlanState,
    ResidentPlan,
    Taken,
)
from wijknetwerk.plans.parts import ALL
from wijknetwerk.plans.presets import Sharing
from wijknetwerk.plans.services import agreement_waits, circle, sharing, waits
from wijknetwerk.privacy import services as privacy
from wijknetwerk.privacy.purposes import OF_A_PLAN, Given, PartyKind

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Membership, Network

CLOSED: list[Callable[[ResidentPlan], None]] = []
"""What other parts end when a plan closes; filled when the app is ready."""


@dataclass(frozen=True, slots=True)
class First:
    """Who comes into the circle first, at the word of a resident who can't sign in, and what that
    one may see."""

    member: UUID
    role: str
    relation: str
    chosen: Sharing


@transaction.atomic
def begin(*, actor: Actor, network: "Network") -> ResidentPlan:
    """One's own plan. AlreadyOpen."""
    networks.require(actor, networks.Act.SEE, network)
    if actor.noting_for is not None or not actor.is_person:
        raise NotAllowed
    member = people.own_membership(actor, network)
    try:
        return _begin(actor, network, member, BegunHow.SELF)
    except IntegrityError as error:
        raise AlreadyOpen from error


@transaction.atomic
def begin_with(
    *, actor: Actor, network: "Network", resident: UUID, how: str, first: First
) -> ResidentPlan:
    """The plan of a member who has no way to sign in, at their word. The witness, of the desk or a
    professional, gets nothing by it: the first yes is for somebody else. CannotBegin, NotYours."""
    access_sharing.require_witness(actor, network)
    member = people.active_member(network, resident)
    if how not in (BegunHow.SPOKEN, BegunHow.ON_PAPER):
        raise InvalidInput
    if access.signs_in(member.person) or member.person_id == actor.person_id:
        raise CannotBegin
    if first.member == resident:
        raise InvalidInput
    try:
        plan = _begin(actor, network, member, BegunHow(how))
    except IntegrityError as error:
        raise CannotBegin from error
    given = Given.SPOKEN if how == BegunHow.SPOKEN else Given.ON_PAPER
    place = circle.first_place(actor, plan, first.member, first.role, first.relation)
    if access_noting.is_close_to(actor, place):
        raise NotYours
    sharing.write_down(actor, plan, PartyKind.PERSON, place, first.chosen, given)
    return plan


def _begin(actor: Actor, network: "Network", member: "Membership", how: BegunHow) -> ResidentPlan:
    with transaction.atomic():
        plan = ResidentPlan.objects.create(
            network=network,
            resident=member.person,
            begun_at=clock.now(),
            begun_how=how,
            begun_by_id=actor.own_id,
        )
    log.record(actor, "plans.begun", plan, client=member.person.uuid, action=Action.CREATE, how=how)
    return plan


@transaction.atomic
def close(*, hand: Hand, words: str, taken: str) -> ResidentPlan:
    """Close it, in the resident's words, after the question whether all was taken along. Everybody
    else's access ends with it. NotAllowed, PlanClosed."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        if not hand.decides(ALL):
            raise NotAllowed
        if taken not in Taken.values:
            raise InvalidInput
        plan = require_open(hand)
        plan.state, plan.closed_at, plan.taken = PlanState.CLOSED, clock.now(), taken
        plan.closing_words = words.strip()
        plan.save()
        end_all(hand.actor, plan)
        log.record(hand.actor, "plans.closed", plan, client=hand.resident_uuid, taken=taken)
        return plan


def require_open(hand: Hand) -> ResidentPlan:
    """The plan of a locked hand, while people work from it. PlanClosed."""
    if not hand.plan.is_open:
        raise PlanClosed
    return hand.plan


def end_all(actor: Actor, plan: ResidentPlan) -> None:
    """Consents, places and looks in an emergency end; of a plan that closes."""
    privacy.end_decided(
        actor=actor,
        person=(plan.resident_id, plan.resident.uuid),
        network_uuid=plan.network.uuid,
        purposes=OF_A_PLAN,
        event="plans.consent_ended",
    )
    here = CircleMember.objects.filter(plan=plan)
    for state, after in ((PlaceState.ASKED, PlaceState.REFUSED), (PlaceState.IN, PlaceState.LEFT)):
        here.filter(state=state).update(state=after, until_on=clock.today(), is_contact=False)
    EmergencyLook.objects.filter(plan=plan, ended_at=None).update(ended_at=clock.now())
    waits.news_seen(here.values_list("uuid", flat=True))
    waits.for_resident(plan)
    for ended in CLOSED:
        ended(plan)
    agreement_waits.gone(plan)
