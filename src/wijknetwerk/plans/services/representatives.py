"""Who may decide for a resident: noted, the proof seen by somebody else, ended. The platform shows
the legal order and what conflicts; it decides nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks.services import people
from wijknetwerk.notices.services import waiting
from wijknetwerk.plans import access, access_representing
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.errors import NotYours
from wijknetwerk.plans.models import DecidedFor, Representative, RepresentativeKind
from wijknetwerk.plans.parts import ALL, Part
from wijknetwerk.plans.selectors import representing_waits
from wijknetwerk.plans.services.plans import require_open

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

SYSTEM = Actor.system("plans.representatives")
SHORTEST = 10
PER_DECISION = frozenset(
    {
        RepresentativeKind.MENTOR,
        RepresentativeKind.AUTHORISED,
        RepresentativeKind.PARTNER,
        RepresentativeKind.CHILD,
        RepresentativeKind.SIBLING,
    }
)
"""Who decides only what the resident can't decide themselves (design 3)."""


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
    """Write down that somebody may decide; it counts once the proof was seen. By the resident, who
    decides for them, or who is called first by a resident who can't sign in. NotAllowed,
    InvalidInput."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        access_representing.require_noting(hand)
        require_open(hand)
        return _note(hand.actor, hand.plan.network, hand.plan.resident, claim)


@transaction.atomic
def note_by_officer(
    *, actor: Actor, network: "Network", resident: UUID, claim: Claim
) -> Representative:
    """The privacy officer writes it down: for a resident who can't sign in, and whom a court named.
    Another officer sees the proof. Opens no plan for them. NotFound, NotAllowed, InvalidInput."""
    access.require_officer(actor, network)
    subject = people.active_member(network, resident, lock=False).person
    access_representing.notes_by_office(actor, network, subject, claim.kind)
    return _note(actor, network, subject, claim)


@transaction.atomic
def confirm(*, hand: Hand, uuid: UUID) -> None:
    """The resident, signed in, says in person that this one, whom they named themselves, may decide
    for them. Else the privacy officer sees the proof. NotAllowed, NotFound."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        found = _locked(_of(hand), uuid)
        if not hand.is_resident or access_representing.needs_officer(found):
            raise NotAllowed
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
        found = _locked(_of(hand), uuid)
        own = found.membership.person_id == hand.actor.own_id
        if not own and not (hand.is_resident and found.kind not in access_representing.BY_A_COURT):
            raise NotAllowed
        finish(hand.actor, found)


@transaction.atomic
def end_by_officer(*, actor: Actor, network: "Network", uuid: UUID) -> None:
    """The privacy officer saw that it is over: a court ended it, or the paper was wrong. NotYours:
    who decides for that officer is ended by another."""
    access.require_officer(actor, network)
    found = _locked(Representative.objects.filter(network=network), uuid)
    if found.resident_id == actor.own_id:
        raise NotYours
    finish(actor, found)


@transaction.atomic
def tell_decision(*, hand: Hand, words: str) -> DecidedFor:
    """Who decides for the resident writes which decision it was, and why the resident couldn't: the
    resident reads it, and whom it concerns. NotAllowed, InvalidInput."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        speaks = access_representing.speaks_as(hand)
        require_open(hand)
        if len(words.strip()) < SHORTEST:
            raise InvalidInput(_("Write in a sentence what you decided, and why."))
        made = DecidedFor(
            network=hand.plan.network,
            resident=hand.plan.resident,
            representative=speaks,
            made_at=clock.now(),
        )
        made.words = words.strip()
        made.save()
        log.record(
            hand.actor,
            "plans.representative_decided",
            made,
            client=hand.resident_uuid,
            action=Action.CREATE,
        )
        return made


def finish(actor: Actor, found: Representative) -> None:
    """Counts from the next request; the caller decided so."""
    found.ended_at = clock.now()
    found.save(update_fields=["ended_at"])
    log.record(actor, "plans.representative_ended", found, client=found.resident.uuid)
    refresh(found)


def refresh(row: Representative) -> None:
    """For whom it waits, as things stand now."""
    for kind, wanted in (
        (representing_waits.PROOF, representing_waits.for_proof(row)),
        (representing_waits.SPEAKS, representing_waits.for_resident(row)),
    ):
        waiting.only_for(actor=SYSTEM, kind=kind, subject=row.uuid, wanted=wanted)


def remind_terms() -> int:
    """In the morning: who decides for somebody until a day within two weeks, and what ended since
    yesterday. For how many it waits now."""
    rows = Representative.objects.filter(ended_at=None, network__stopped_on=None)
    first, last = clock.today() - representing_waits.SOON, clock.today() + representing_waits.SOON
    rows = rows.filter(until_on__gte=first, until_on__lte=last)
    found = list(rows.select_related("network", "resident", "membership__person").order_by("pk"))
    for row in found:
        with transaction.atomic():
            refresh(row)
    return sum(representing_waits.ends_soon(row) for row in found)


def _seen(actor: Actor, found: Representative) -> None:
    if found.seen_at is not None:
        raise NotFound
    found.seen_by_id, found.seen_at = actor.own_id, clock.now()
    found.save(update_fields=["seen_by", "seen_at"])
    log.record(actor, "plans.representative_proof_seen", found, client=found.resident.uuid)
    refresh(found)


def _locked(rows: QuerySet[Representative], uuid: UUID) -> Representative:
    found = (
        rows.filter(uuid=uuid, ended_at=None)
        .select_related("resident", "membership__person", "network")
        .select_for_update(of=("self",))
        .first()
    )
    if found is None:
        raise NotFound
    return found


def _of(hand: Hand) -> QuerySet[Representative]:
    return Representative.objects.filter(
        resident=hand.plan.resident_id, network=hand.plan.network_id
    )


def _note(actor: Actor, network: "Network", resident: Any, claim: Claim) -> Representative:
    kind, parts = _checked(claim, by_resident=resident.pk == actor.own_id)
    member = people.active_member(network, claim.member, lock=False)
    if member.person_id == resident.pk:
        raise InvalidInput(_("This is the resident. Choose somebody else."))
    made = Representative(
        network=network,
        resident=resident,
        membership=member,
        kind=kind,
        parts=parts,
        from_on=claim.from_on or clock.today(),
        until_on=claim.until_on,
        noted_by_id=actor.own_id,
    )
    made.decisions, made.proof = claim.decisions.strip(), claim.proof.strip()
    made.save()
    log.record(
        actor,
        "plans.representative_noted",
        made,
        client=resident.uuid,
        action=Action.CREATE,
        kind=kind,
    )
    refresh(made)
    return made


def _checked(claim: Claim, *, by_resident: bool) -> tuple[str, list[str]]:
    """InvalidInput. Who can't decide one thing may decide another: which, is said for everybody but
    a curator, an administrator of money, a parent, and whom the resident named themselves."""
    parts = [part.value for part in Part if part in set(claim.parts)]
    if claim.kind not in RepresentativeKind.values:
        raise InvalidInput
    if claim.from_on and claim.until_on and claim.until_on <= claim.from_on:
        raise InvalidInput(_("The last day comes after the first."))
    if claim.kind in PER_DECISION and not by_resident and not claim.decisions.strip():
        raise InvalidInput(_("Write for which decisions. Somebody decides all else themselves."))
    if claim.kind == RepresentativeKind.BEWINDVOERDER:
        return claim.kind, [Part.MONEY.value]
    if not parts:
        raise InvalidInput(_("Choose at least one part."))
    return claim.kind, parts
