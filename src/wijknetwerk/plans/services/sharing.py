"""Who may see what: given and withdrawn in one act, as rows of the ledger (rules P1, P2)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from wijknetwerk.core import telltale
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.plans import access, decision, presets
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.access_noting import is_close_to, noter, notes_for
from wijknetwerk.plans.errors import NotYours, PlanClosed, TaskNeeded
from wijknetwerk.plans.models import CircleMember, PlaceState, ResidentPlan
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.presets import Sharing
from wijknetwerk.plans.services import again_waits
from wijknetwerk.privacy import selectors as privacy_selectors
from wijknetwerk.privacy import services as privacy
from wijknetwerk.privacy.purposes import (
    OF_A_PLAN,
    PLAN_CARE,
    PLAN_ONE_THING,
    PLAN_OWN_PEOPLE,
    Deed,
    Given,
    Ground,
    PartyKind,
    Purpose,
)

SEEN = (PLAN_OWN_PEOPLE, PLAN_CARE, PLAN_ONE_THING)
"""What a new yes to a party comes in place of."""
TO = {kind.value: kind for kind in (PartyKind.PERSON, PartyKind.ORGANISATION, PartyKind.TEAM)}


@dataclass(frozen=True, slots=True)
class Terms:
    """On what a sharing rests, how long, and how it was said."""

    ground: Ground = Ground.CONSENT
    note: str = ""
    lasts: timedelta = privacy.LONGEST
    how: Given = Given.IN_APP
    beside: bool = False
    """One thing, beside what this party has already; else it comes in its place."""


@transaction.atomic
def give(
    *,
    hand: Hand,
    kind: PartyKind,
    place: UUID | None,
    chosen: Sharing,
    terms: Terms | None = None,
) -> UUID:
    """Let a party see and do this, from the next request; what it had before is replaced. The uuid
    of the consent.

    `place` is in the circle: the person, or one of the party; None for the team that comes to my
    home. The resident gives; a representative within the scope; the contact person notes what a
    resident said who can't sign in, never for themselves or their own party. NotAllowed, NotYours,
    TaskNeeded, ConsentTooLong.
    """
    terms = terms or Terms()
    with access.reach(hand.plan):
        hand = access.locked(hand)
        if not hand.plan.is_open:
            raise PlanClosed
        found = _place(hand, kind, place)
        if not terms.beside:
            _require_decides_what_ends(hand, _uuid_of(kind, hand.plan, found), terms.how)
        require_may_give(hand, kind, found, chosen.parts, terms.how)
        made = write_down(hand.actor, hand.plan, kind, found, chosen, terms.how, terms=terms)
        again_waits.after_change(hand.plan)
        return made


@transaction.atomic
def stop(*, hand: Hand, kind: PartyKind, place: UUID | None) -> int:
    """End all that a party sees, in one act; how many consents it were. NotAllowed."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        found = _place(hand, kind, place)
        if not (hand.decides(Part) or notes_for(hand)):
            raise NotAllowed
        ended = end_for(hand.actor, hand.plan, _uuid_of(kind, hand.plan, found))
        again_waits.after_change(hand.plan)
        return ended


@transaction.atomic
def withdraw(*, hand: Hand, consent: UUID) -> None:
    """End one consent. As easy as giving it. NotFound when it isn't there or ended before."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        if not (hand.decides(Part) or notes_for(hand)):
            raise NotAllowed
        if not privacy.end_decided(
            actor=hand.actor,
            person=(hand.plan.resident_id, hand.resident_uuid),
            network_uuid=hand.plan.network.uuid,
            purposes=OF_A_PLAN,
            consent=consent,
        ):
            raise NotFound
        again_waits.after_change(hand.plan)


def write_down(
    actor: Actor,
    plan: ResidentPlan,
    kind: PartyKind,
    place: CircleMember | None,
    chosen: Sharing,
    how: Given,
    *,
    terms: Terms | None = None,
) -> UUID:
    """Into the ledger, in place of what this party had. The caller decided that it may be so."""
    terms = terms or Terms(how=how)
    note = terms.note.strip()
    telltale.hold_back(note)  # it stands in the text of the yes, for ever
    if not chosen.named or Deed.READ not in chosen.deeds or terms.lasts <= timedelta(0):
        raise InvalidInput
    if terms.ground != Ground.CONSENT and not note:
        raise InvalidInput
    if _needs_a_task(place) and terms.ground == Ground.CONSENT:
        raise TaskNeeded
    role = place.role if place is not None else "professional"
    party = _uuid_of(kind, plan, place)
    _end_earlier(actor, plan, party, chosen, beside=terms.beside)
    for_resident = how == Given.IN_APP and actor.person_id != plan.resident_id
    made = privacy.give_consent(
        actor=actor,
        person=(plan.resident_id, plan.resident.uuid),
        network_uuid=plan.network.uuid,
        purpose=chosen.purpose(role if kind == PartyKind.PERSON else "professional"),
        party_kind=kind,
        party_uuid=party,
        ground=terms.ground,
        ground_note=note,
        deeds=chosen.deeds,
        how=how,
        lasts=terms.lasts,
        given_by=actor.own_id if for_resident else None,
        parts=chosen.named,
        text=presets.text(chosen, kind, terms.ground, note),
    )
    return made.uuid


def _end_earlier(
    actor: Actor, plan: ResidentPlan, party: UUID, chosen: Sharing, *, beside: bool
) -> None:
    """What a party saw ends, but not that they watch: that has a page of its own. Of one thing
    beside the rest, only an earlier yes to that thing: one stop has to end it."""
    if not chosen.thing:
        end_for(actor, plan, party, purposes=SEEN)
        return
    if not beside:
        end_for(actor, plan, party, purposes=(PLAN_OWN_PEOPLE, PLAN_CARE))
    for row in of_party(plan, party).filter(purpose=PLAN_ONE_THING.code):
        if list(row.parts) == [chosen.thing]:
            end_one(actor, plan, row.uuid, "privacy.consent_withdrawn")


def end_one(actor: Actor, plan: ResidentPlan, consent: UUID, event: str) -> int:
    """End one consent of this plan; the caller decided so. How many: 0 when it ended before."""
    return privacy.end_decided(
        actor=actor,
        person=(plan.resident_id, plan.resident.uuid),
        network_uuid=plan.network.uuid,
        purposes=OF_A_PLAN,
        consent=consent,
        event=event,
    )


def of_party(plan: ResidentPlan, party: UUID) -> Any:
    """What a party may see by consents of this resident in this network, now."""
    return privacy_selectors.of_a_plan().filter(
        person=plan.resident_id, network_uuid=plan.network.uuid, party_uuid=party
    )


def end_for(
    actor: Actor,
    plan: ResidentPlan,
    party: UUID,
    *,
    purposes: Iterable[Purpose] = OF_A_PLAN,
    event: str = "privacy.consent_withdrawn",
) -> int:
    """End what one party has of this plan; the caller decided so."""
    return privacy.end_decided(
        actor=actor,
        person=(plan.resident_id, plan.resident.uuid),
        network_uuid=plan.network.uuid,
        purposes=purposes,
        of_party=party,
        event=event,
    )


def require_may_give(
    hand: Hand, kind: PartyKind, place: CircleMember | None, parts: Collection[Part], how: Given
) -> None:
    """The resident; who decides for them about all of this; or who notes what they say. Nobody for
    themselves or those they work with. NotAllowed, NotYours."""
    if hand.is_resident:
        if how != Given.IN_APP:
            raise InvalidInput
        return
    by_scope = how == Given.IN_APP and hand.decides(parts)
    stands_in = place is not None and noter(hand)(place)
    if not (by_scope or (how != Given.IN_APP and (stands_in or notes_for(hand)))):
        raise NotAllowed
    among = any(one.role in decision.COMES_TO_ME for one in hand.known.places)
    if (place is not None and is_close_to(hand.actor, place)) or (kind == PartyKind.TEAM and among):
        raise NotYours


def _require_decides_what_ends(hand: Hand, party: UUID, how: Given) -> None:
    """Giving comes in place of what this party has: of who decides within a scope, that too must
    lie within it. NotAllowed."""
    if hand.is_resident or how != Given.IN_APP:
        return
    codes = [purpose.code for purpose in SEEN]
    held = of_party(hand.plan, party).filter(purpose__in=codes).values_list("parts", flat=True)
    if not all(parts and hand.decides(parts) for parts in held):
        raise NotAllowed


def _place(hand: Hand, kind: PartyKind, uuid: UUID | None) -> CircleMember | None:
    """Who is in the circle now. NotFound; InvalidInput for a party that nobody is there for."""
    if kind == PartyKind.TEAM:
        return None
    if uuid is None:
        raise NotFound
    rows = CircleMember.objects.select_related(
        "membership__person", "membership__organisation", "organisation"
    )
    found = rows.filter(plan=hand.plan, uuid=uuid, state=PlaceState.IN).first()
    if found is None or found.membership is None:
        raise NotFound
    if kind == PartyKind.ORGANISATION and found.organisation is None:
        raise InvalidInput
    found.network = hand.plan.network
    return found


def _uuid_of(kind: PartyKind, plan: ResidentPlan, place: CircleMember | None) -> UUID:
    if place is None or place.membership is None:
        return plan.uuid
    if kind == PartyKind.ORGANISATION and place.organisation is not None:
        return place.organisation.uuid
    return place.membership.person.uuid


def _needs_a_task(place: CircleMember | None) -> bool:
    party = place.organisation if place is not None else None
    return party is not None and party.kind in decision.NEED_A_TASK
