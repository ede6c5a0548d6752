"""Who may decide for a resident: noted, the proof seen by somebody else, ended. The platform shows
the legal order and what conflicts; it decides nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks.services import people
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.errors import NotYours
from wijknetwerk.plans.models import Representative, RepresentativeKind
from wijknetwerk.plans.parts import ALL, Part
from wijknetwerk.privacy.purposes import Deed

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

BY_A_COURT = frozenset(
    {RepresentativeKind.CURATOR, RepresentativeKind.MENTOR, RepresentativeKind.BEWINDVOERDER}
)


@dataclass(frozen=True, slots=True)
class Claim:
    """Who would represent, as what, in which parts and for which decisions, and what shows it."""

    member: UUID
    kind: str
    parts: Iterable[str] = ALL
    from_on: date | None = None
    until_on: date | None = None
    decisions: str = ""
    proof: str = ""


@transaction.atomic
def note(*, hand: Hand, claim: Claim) -> Representative:
    """Write down that somebody may decide; it counts once the proof was seen. By the resident, or
    whoever may write in the circle. InvalidInput."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        if not hand.decides([Part.CIRCLE]):
            hand.require(Part.CIRCLE, Deed.WRITE)
        kind, parts = _checked(claim)
        member = people.active_member(hand.plan.network, claim.member, lock=False)
        if member.person_id == hand.plan.resident_id:
            raise InvalidInput
        made = Representative(
            network=hand.plan.network,
            resident=hand.plan.resident,
            membership=member,
            kind=kind,
            parts=parts,
            from_on=claim.from_on or clock.today(),
            until_on=claim.until_on,
            noted_by_id=hand.actor.own_id,
        )
        made.decisions, made.proof = claim.decisions.strip(), claim.proof.strip()
        made.save()
        log.record(
            hand.actor,
            "plans.representative_noted",
            made,
            client=hand.resident_uuid,
            action=Action.CREATE,
            kind=kind,
        )
        return made


@transaction.atomic
def confirm(*, hand: Hand, uuid: UUID) -> None:
    """The resident, signed in, says in person that this one may decide for them. Whom a court named
    needs the proof seen by the privacy officer. NotAllowed, NotFound."""
    hand = access.locked(hand)
    found = _locked(Representative.objects.filter(resident=hand.plan.resident_id), uuid)
    if not hand.is_resident or found.kind in BY_A_COURT:
        raise NotAllowed
    with access.reach(hand.plan):
        _seen(hand.actor, found)


@transaction.atomic
def see_proof(*, actor: Actor, network: "Network", uuid: UUID) -> None:
    """The privacy officer saw the proof. Opens no plan for them. NotFound for others; NotYours when
    it is about themselves."""
    access.require_officer(actor, network)
    found = _locked(Representative.objects.filter(network=network), uuid)
    if actor.own_id in (found.resident_id, found.membership.person_id, found.noted_by_id):
        raise NotYours
    _seen(actor, found)


@transaction.atomic
def end(*, hand: Hand, uuid: UUID) -> None:
    """It ends now: by the resident for whom no court named it, or by that person themselves."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        found = _locked(Representative.objects.filter(resident=hand.plan.resident_id), uuid)
        own = found.membership.person_id == hand.actor.own_id
        if not own and not (hand.is_resident and found.kind not in BY_A_COURT):
            raise NotAllowed
        finish(hand.actor, found)


@transaction.atomic
def end_by_officer(*, actor: Actor, network: "Network", uuid: UUID) -> None:
    """The privacy officer saw that it is over: a court ended it, or the paper was wrong."""
    access.require_officer(actor, network)
    finish(actor, _locked(Representative.objects.filter(network=network), uuid))


def finish(actor: Actor, found: Representative) -> None:
    """Counts from the next request; the caller decided so."""
    found.ended_at = clock.now()
    found.save(update_fields=["ended_at"])
    log.record(actor, "plans.representative_ended", found, client=found.resident.uuid)


def _seen(actor: Actor, found: Representative) -> None:
    if found.seen_at is not None:
        raise NotFound
    found.seen_by_id, found.seen_at = actor.own_id, clock.now()
    found.save(update_fields=["seen_by", "seen_at"])
    log.record(actor, "plans.representative_proof_seen", found, client=found.resident.uuid)


def _locked(rows: QuerySet[Representative], uuid: UUID) -> Representative:
    found = (
        rows.filter(uuid=uuid, ended_at=None)
        .select_related("resident", "membership", "network")
        .select_for_update(of=("self",))
        .first()
    )
    if found is None:
        raise NotFound
    return found


def _checked(claim: Claim) -> tuple[str, list[str]]:
    parts = [part.value for part in Part if part in set(claim.parts)]
    wrong_day = claim.from_on and claim.until_on and claim.until_on < claim.from_on
    if claim.kind not in RepresentativeKind.values or not parts or wrong_day:
        raise InvalidInput
    money = claim.kind == RepresentativeKind.BEWINDVOERDER
    return claim.kind, [Part.MONEY.value] if money else parts
