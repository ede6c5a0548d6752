"""Giving and ending roles. A role lasts from a day until a day, and is never deleted."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access, words
from wijknetwerk.networks.errors import RoleHeld, RoleIncomplete, RoleNotHeld
from wijknetwerk.networks.models import (
    Handover,
    HandoverState,
    Membership,
    MembershipRole,
    Network,
    RoleCode,
    within,
)
from wijknetwerk.networks.selectors.waiting import HANDOVER
from wijknetwerk.networks.services import desk_endings, facts, leader_waits, people
from wijknetwerk.notices.services import waiting


@dataclass(frozen=True, slots=True)
class NewRole:
    """What is filled in when a role is given; only what this role asks for is kept."""

    role: str
    from_on: date
    until_on: date | None = None
    supervisor: UUID | None = None
    only_learns: bool = False
    partner: UUID | None = None
    discipline: str = ""
    paid_by: str = ""
    hours_a_week: Decimal | None = None
    assent_text: str = ""


@transaction.atomic
def give_role(*, actor: Actor, network: Network, member: UUID, new: NewRole) -> MembershipRole:
    """Give a member a role from a day on.

    A learner gets a supervisor and an end; a professional works for a party, with a discipline.
    """
    if new.role not in access.roles_to_give(actor, network):
        raise NotAllowed
    membership = people.active_member(network, member)
    if new.until_on is not None and new.until_on <= new.from_on:
        raise RoleIncomplete(_("A role ends after the day on which it begins."))
    supervisor = _supervisor(network, membership, new)
    if new.role == RoleCode.PROFESSIONAL:
        works_for(membership, network, new.partner, new.discipline)
    made = start_role(membership, new, supervisor, given_by=actor.person_id)
    if new.role == RoleCode.LEARNER and new.only_learns and new.until_on:
        _stops_with_role(membership, new.until_on)
    log.record(
        actor,
        "networks.role_given",
        made,
        client=_person_uuid(membership),
        action=Action.CREATE,
        role=new.role,
    )
    return made


def start_role(
    membership: Membership,
    new: NewRole,
    supervisor: Membership | None = None,
    *,
    given_by: int | None,
) -> MembershipRole:
    """Store the role; the caller holds the lock of the membership. RoleHeld when it overlaps."""
    taken = MembershipRole.objects.filter(membership=membership, role=new.role).filter(
        Q(until_on=None) | Q(until_on__gt=new.from_on)
    )
    if new.until_on is not None:
        taken = taken.filter(from_on__lt=new.until_on)
    if taken.exists():
        raise RoleHeld
    facts.count_soon(membership.network_id)
    leads = new.role == RoleCode.COORDINATOR
    made: MembershipRole = MembershipRole.objects.create(
        network_id=membership.network_id,
        membership=membership,
        person_id=membership.person_id,
        role=new.role,
        from_on=new.from_on,
        until_on=new.until_on,
        supervisor=supervisor,
        paid_by=new.paid_by.strip() if leads else "",
        hours_a_week=new.hours_a_week if leads else None,
        assent_text=new.assent_text.strip() if leads else "",
        given_by_id=given_by,
    )
    leader_waits.role_changed(made)
    return made


@transaction.atomic
def end_role(*, actor: Actor, network: Network, role: UUID) -> MembershipRole:
    """End a role today: one's own, or as leader anybody's. Its open handover ends with it."""
    found = access.role_for(actor, network, role)
    locked = MembershipRole.objects.select_for_update().get(pk=found.pk)
    today = clock.today()
    if locked.until_on is not None and locked.until_on <= today:
        raise RoleNotHeld
    locked.network = network
    finish_role(locked, today)
    _withdraw_handovers(locked)
    log.record(
        actor,
        "networks.role_ended",
        locked,
        client=found.person.uuid,
        role=locked.role,
    )
    return locked


def finish_role(role: MembershipRole, day: date) -> None:
    """Let a role end on the day, or before it began when that is later, and tell who must know."""
    end_row(role, day)
    leader_waits.role_changed(role)
    facts.count_soon(role.network_id)


def end_row(role: MembershipRole, day: date) -> None:
    """End it, and tell nobody yet: for whoever ends several, and tells when all have ended."""
    role.until_on = max(role.from_on, day)
    role.save(update_fields=["until_on"])
    desk_endings.role_ended(role)


def works_for(
    membership: Membership, network: Network, partner: UUID | None, discipline: str
) -> None:
    """Set for whom and in which profession a member works, where it is not known yet."""
    if partner is not None:
        found = people.partner_of(network, partner)
        membership.partner = found
        membership.organisation = found.organisation if found else None
    if discipline:
        if discipline not in words.disciplines():
            raise RoleIncomplete(_("Choose a profession from the list."))
        membership.discipline = discipline
    if membership.partner_id is None or not membership.discipline:
        raise RoleIncomplete(_("A professional works for a party, in a profession. Choose both."))
    membership.save(update_fields=["partner", "organisation", "discipline"])


def _supervisor(network: Network, membership: Membership, new: NewRole) -> Membership | None:
    if new.role != RoleCode.LEARNER:
        return None
    if new.supervisor is None or new.until_on is None:
        raise RoleIncomplete(_("A learner has a supervisor and an end date. Fill in both."))
    if new.supervisor == membership.uuid:
        raise RoleIncomplete(_("Somebody else supervises a learner."))
    return people.active_member(network, new.supervisor, lock=False)


def _stops_with_role(membership: Membership, until_on: date) -> None:
    """Who takes part only to learn has no other role: the membership ends on the same day."""
    others = MembershipRole.objects.filter(membership=membership).exclude(role=RoleCode.LEARNER)
    if others.filter(within(clock.today())).exists():
        raise RoleIncomplete(_("This member has another role. Leave 'only to learn' empty."))
    membership.until_on = until_on
    membership.save(update_fields=["until_on"])


def _withdraw_handovers(role: MembershipRole) -> None:
    withdraw_handovers(
        Handover.objects.filter(from_membership_id=role.membership_id, role=role.role)
    )


def withdraw_handovers(rows: "QuerySet[Handover]") -> None:
    """Take back what is asked still; it waits for nobody any more."""
    asked = rows.filter(state=HandoverState.ASKED)
    for uuid in asked.values_list("uuid", flat=True):
        waiting.done(kind=HANDOVER, subject=uuid)
    asked.update(state=HandoverState.WITHDRAWN, answered_at=clock.now())


def _person_uuid(membership: Membership) -> UUID:
    uuid: UUID = membership.person.uuid
    return uuid
