"""Ending a membership: by oneself, or by who leads. It ends and stays on record (rule N2)."""

from uuid import UUID

from django.db import models, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log, outbox
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.anything import Anything
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.registries import member_ended
from wijknetwerk.core.statements import Slot
from wijknetwerk.networks import access
from wijknetwerk.networks.models import (
    Handover,
    Invitation,
    InvitationState,
    Membership,
    MembershipRole,
    Network,
    RoleCode,
)
from wijknetwerk.networks.selectors.waiting import WELCOME
from wijknetwerk.networks.services import (
    desk_endings,
    facts,
    invitations,
    leader_waits,
    people,
    sharing,
    team_endings,
)
from wijknetwerk.networks.services.roles import end_row, withdraw_handovers
from wijknetwerk.notices.services import digest, waiting

_MEMBER = Slot("member", models.BigIntegerField())
# What a membership may have, of whatever state: most have nothing of most kinds.
_HELD = Anything(
    handovers=lambda: QuerySet(Handover).filter(
        models.Q(from_membership=_MEMBER) | models.Q(to_membership=_MEMBER)
    ),
    **team_endings.OF_MEMBER,
    **desk_endings.OF_MEMBER,
)


class Reason(models.TextChoices):
    """Why a membership ended. A closed list: no free text about a person."""

    LEFT = "left", _("stopped by themselves")
    MOVED = "moved", _("moved away")
    STOPPED_WORK = "stopped_work", _("doesn't work here any more")
    DIED = "died", _("died")
    AGREEMENTS = "agreements", _("did not keep to our agreements")
    MISTAKE = "mistake", _("was added by mistake")
    NETWORK_STOPPED = "network_stopped", _("the network stopped")
    LEARNED = "learned", _("learned here until the agreed day")


_NOT_CHOSEN = (Reason.LEFT, Reason.NETWORK_STOPPED, Reason.LEARNED)
REASONS_TO_REMOVE = tuple(reason for reason in Reason if reason not in _NOT_CHOSEN)


@transaction.atomic
def leave(*, actor: Actor, network: Network) -> Membership:
    """Stop taking part. Whoever is the last to lead may leave too (rule N1)."""
    access.require(actor, access.Act.SEE, network)
    member = people.own_membership(actor, network)
    sharing.stop_sharing(actor, member)
    end_membership(member, Reason.LEFT)
    log.record(actor, "networks.left", member, client=actor.person_uuid)
    return member


@transaction.atomic
def remove(*, actor: Actor, network: Network, member: UUID, reason: str) -> Membership:
    """End somebody's membership, with one of the listed reasons."""
    access.require(actor, access.Act.MANAGE_MEMBERS, network)
    if reason not in REASONS_TO_REMOVE:
        raise InvalidInput(_("Choose a reason from the list."))
    found = people.active_member(network, member)
    if found.person_id == actor.person_id:
        raise InvalidInput(_("Use 'I stop taking part' on your own page."))
    sharing.stop_for(actor, found)
    end_membership(found, Reason(reason))
    _withdraw_leading_invitations(found)
    log.record(actor, "networks.member_removed", found, client=found.person.uuid, reason=reason)
    return found


def _withdraw_leading_invitations(member: Membership) -> None:
    """Who is taken out leaves no door to the lead behind: their open invitations to it end."""
    rows = Invitation.objects.select_for_update().filter(
        network=member.network,
        invited_by=member.person,
        state=InvitationState.OPEN,
        role__in=(RoleCode.COORDINATOR, RoleCode.ADMINISTRATOR),
    )
    for invitation in rows:
        invitations.close(invitation, InvitationState.WITHDRAWN)


def end_membership(member: Membership, reason: Reason) -> None:
    """End a locked membership with all that hangs on it: roles, handovers, mail that waits.

    Invitations that this member sent stay; they were sent in the name of the network.
    """
    for role in end_rows(member, reason):
        leader_waits.role_changed(role)
    drop_what_waits(member)
    facts.count_soon(member.network_id)


def end_rows(member: Membership, reason: Reason) -> list[MembershipRole]:
    """End the membership itself and its roles; those, for who tells what changed with them."""
    today = clock.today()
    member.until_on = max(member.from_on, today)
    member.ended_reason = reason
    member.save(update_fields=["until_on", "ended_reason"])
    held = MembershipRole.objects.select_for_update(of=("self",)).filter(membership=member)
    ended = [role for role in held if role.until_on is None or role.until_on > today]
    for role in ended:
        end_row(role, today)
    return ended


def drop_what_waits(member: Membership) -> None:
    """Who left isn't asked anything any more, has no task in a team or at the desk, and gets no
    mail (rule N2)."""
    drop_tasks(member)
    outbox.drop(person=member.person.uuid, network=member.network.uuid)
    waiting.left(person_id=member.person_id, network=member.network.uuid)
    waiting.done(kind=WELCOME, subject=member.uuid)


def drop_tasks(member: Membership) -> None:
    """Tasks in the network and in its teams go back to it, and nothing is asked any more."""
    for let_go in member_ended:  # before the rows of Vandaag: higher apps lock their own first
        let_go(member)
    digest.take_back(person_id=member.person_id, person_uuid=member.person.uuid)
    held = _HELD.ask(network_id=member.network_id, member=member.pk)
    if "handovers" in held:
        theirs = models.Q(from_membership=member) | models.Q(to_membership=member)
        withdraw_handovers(Handover.objects.filter(theirs))
    if held & team_endings.OF_MEMBER.keys():
        team_endings.end_for(member)
    if held & desk_endings.OF_MEMBER.keys():
        desk_endings.end_for(member)
