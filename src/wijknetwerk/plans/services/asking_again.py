"""A permission given anew before its last day: a new row of the ledger, for a year at most."""

from typing import Any
from uuid import UUID

from django.db import transaction

from wijknetwerk.core import log
from wijknetwerk.core.errors import NotFound
from wijknetwerk.plans import access, decision
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.access_facts import holding_places
from wijknetwerk.plans.errors import TaskNeeded
from wijknetwerk.plans.models import CircleMember, ConferenceGuest, Referral
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors import things
from wijknetwerk.plans.services import again_waits, sharing
from wijknetwerk.plans.services.plans import require_open
from wijknetwerk.privacy import selectors as privacy_selectors
from wijknetwerk.privacy import services as privacy
from wijknetwerk.privacy.purposes import PURPOSES, Deed, Given, Ground, PartyKind


@transaction.atomic
def renew(*, hand: Hand, consent: UUID, how: Given = Given.IN_APP) -> UUID:
    """The same party sees and does the same for another year; the uuid of the new consent. NotFound
    when it ended meanwhile, or nobody is in the circle for it any more; NotAllowed, NotYours,
    TaskNeeded."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        plan = require_open(hand)
        rows = privacy_selectors.of_a_plan().filter(
            person=plan.resident_id, network_uuid=plan.network.uuid, valid_from__gte=plan.begun_at
        )
        row = rows.filter(uuid=consent).select_related("text").first()
        if row is None:
            raise NotFound
        kind = PartyKind(row.party_kind)
        place = _party(hand, kind, row.party_uuid or plan.uuid)
        sharing.require_may_give(hand, kind, place, _parts(hand, row.parts), how)
        party = place.organisation if place is not None else None
        if party and party.kind in decision.NEED_A_TASK and row.ground == Ground.CONSENT:
            raise TaskNeeded
        made = _write(hand, row, how)
        again_waits.refresh(plan)
        return made


def _write(hand: Hand, row: Any, how: Given) -> UUID:
    for_resident = how == Given.IN_APP and not hand.is_resident
    sharing.end_one(hand.actor, hand.plan, row.uuid, "plans.consent_renewed")
    made = privacy.give_consent(
        actor=hand.actor,
        person=(hand.plan.resident_id, hand.resident_uuid),
        network_uuid=hand.plan.network.uuid,
        purpose=PURPOSES[row.purpose],
        party_kind=PartyKind(row.party_kind),
        party_uuid=row.party_uuid,
        ground=Ground(row.ground),
        ground_note=row.ground_note,
        deeds=[Deed(one) for one in row.deeds],
        how=how,
        given_by=hand.actor.own_id if for_resident else None,
        parts=row.parts,
        text=row.text.text,
    )
    for model in (Referral, ConferenceGuest):
        held: Any = model._default_manager
        held.filter(plan=hand.plan, consent=row.uuid).update(consent=made.uuid)
    log.record(hand.actor, "plans.consent_given_anew", hand.plan, client=hand.resident_uuid)
    return made.uuid


def _party(hand: Hand, kind: PartyKind, party: UUID) -> CircleMember | None:
    """Somebody who is in the circle as this party, or for it, and for whom it holds. NotFound."""
    if kind == PartyKind.TEAM:
        return None
    rows = holding_places(hand.plan)
    if kind == PartyKind.ORGANISATION:
        rows = rows.filter(organisation__uuid=party)
    else:
        rows = rows.filter(membership__person__uuid=party)
    found: CircleMember | None = rows.select_related(
        "membership__person", "membership__organisation", "organisation"
    ).first()
    if found is None:
        raise NotFound
    return found


def _parts(hand: Hand, named: list[str]) -> list[Part]:
    """The parts of the plan that a consent is about."""
    return [things.part_of_name(hand.plan, name) for name in named]
