"""The resident's one watcher: sees of agreements which party, the day and whether it is done."""

from uuid import UUID

from django.db import transaction

from wijknetwerk.core import log
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.plans import access, access_noting, decision
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.errors import NotYours, TaskNeeded
from wijknetwerk.plans.models import CircleMember, PlaceState
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.services.plans import require_open
from wijknetwerk.privacy import services as privacy
from wijknetwerk.privacy.purposes import PLAN_WATCH, Deed, PartyKind


@transaction.atomic
def name_watcher(*, hand: Hand, place: UUID | None) -> None:
    """Somebody of the circle watches, in place of who did so before; None: nobody. By the resident,
    or who decides about agreements for them. NotAllowed, NotFound, NotYours, TaskNeeded."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        if not hand.decides([Part.AGREEMENTS]):
            raise NotAllowed
        plan, who = require_open(hand), (hand.plan.resident_id, hand.resident_uuid)
        privacy.end_decided(
            actor=hand.actor,
            person=who,
            network_uuid=plan.network.uuid,
            purposes=[PLAN_WATCH],
        )
        if place is None:
            return
        rows = CircleMember.objects.select_related("membership__person", "organisation")
        found = rows.filter(plan=plan, uuid=place, state=PlaceState.IN).first()
        if found is None or found.membership is None:
            raise NotFound
        if not hand.is_resident and access_noting.is_close_to(hand.actor, found):
            raise NotYours
        if found.organisation is not None and found.organisation.kind in decision.NEED_A_TASK:
            raise TaskNeeded
        privacy.give_consent(
            actor=hand.actor,
            person=who,
            network_uuid=plan.network.uuid,
            purpose=PLAN_WATCH,
            party_kind=PartyKind.PERSON,
            party_uuid=found.membership.person.uuid,
            deeds=(Deed.READ,),
            given_by=None if hand.is_resident else hand.actor.own_id,
        )
        found.network = plan.network
        log.record(hand.actor, "plans.watcher_named", found, client=hand.resident_uuid)
