"""Joining: answering an invitation, and asking to take part by oneself."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts import services as accounts
from wijknetwerk.core import clock, log, outbox
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access
from wijknetwerk.networks.errors import AlreadyMember, NotOpen, RoleHeld
from wijknetwerk.networks.models import (
    Invitation,
    InvitationState,
    JoinRequest,
    Membership,
    Network,
    within,
)
from wijknetwerk.networks.selectors.waiting import JOIN_ASKED, WELCOME, of_join_request, of_newcomer
from wijknetwerk.networks.services import facts, roles
from wijknetwerk.networks.services.invitations import close
from wijknetwerk.notices.services import waiting


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What somebody without an account tells when they join. E-mail may be empty."""

    given_name: str
    prefix: str = ""
    family_name: str = ""
    email: str = ""
    phone: str = ""


@transaction.atomic
def accept(*, actor: Actor, invitation: Invitation) -> Membership:
    """Take part, as the person who is signed in.

    The invitation comes from the gate that opened its link. Accepted twice at the same moment by
    the same person it is one membership; by two people, the second hears that it has ended.
    """
    if not actor.is_person or actor.person_id is None:
        raise NotFound
    return _accept(actor, invitation, actor.person_id)


@transaction.atomic
def accept_as(*, actor: Actor, invitation: Invitation, newcomer: Newcomer) -> Membership:
    """Take part as somebody who is new here, or whose e-mail address was just confirmed.

    With an address the person who has it joins, else a new person is made; without one a person
    is made who is known in this network only. The caller has confirmed the address.
    """
    person = accounts.person_for_email(newcomer.email) if newcomer.email else None
    if person is None:
        _lock_open(invitation)  # before a person is made who would be left over
        person = accounts.create_person(
            actor,
            given_name=newcomer.given_name,
            prefix=newcomer.prefix,
            family_name=newcomer.family_name,
            email=newcomer.email or None,
            phone=newcomer.phone,
            language=invitation.language,
            made_in_network=None if newcomer.email else invitation.network.uuid,
        )
    return _accept(actor, invitation, person.pk)


@transaction.atomic
def mail_code(*, invitation: Invitation, email: str, code: str) -> None:
    """Mail the code that proves an address, whether it belongs to somebody here or not."""
    outbox.queue(
        purpose="networks.join_code",
        to=email,
        template="networks/mail/join_code.txt",
        context={"code": code, "network": invitation.network.name},
        language=invitation.language,
    )


@transaction.atomic
def decline(*, actor: Actor, invitation: Invitation) -> None:
    """Say no; no reason is asked."""
    locked = _locked(invitation)
    if locked.state != InvitationState.OPEN:
        raise access.InvitationEnded
    close(locked, InvitationState.DECLINED)
    log.record(actor, "networks.invitation_declined", locked, client=actor.person_uuid)


@transaction.atomic
def ask_to_join(*, actor: Actor, network: Network, words: str) -> JoinRequest:
    """Ask to take part in a network that is open for it. Asked twice it is one request."""
    if not network.open_for_joining or actor.person_id is None:
        raise NotFound
    if current_membership(network, actor.person_id):
        raise AlreadyMember(_("You take part already."))
    mine = {"network": network, "person_id": actor.person_id, "answered_at": None}
    found = JoinRequest.objects.filter(**mine).first()
    if found is not None:
        return found
    try:
        with transaction.atomic():
            made = JoinRequest.objects.create(**mine, words=words.strip())
    except IntegrityError:
        return JoinRequest.objects.get(**mine)
    for wanted in of_join_request(made):
        waiting.wait(actor=actor, kind=JOIN_ASKED, wanted=wanted)
    log.record(actor, "networks.join_asked", made, client=actor.person_uuid, action=Action.CREATE)
    facts.count_soon(network.pk)
    return made


@transaction.atomic
def answer_join_request(
    *, actor: Actor, network: Network, request: JoinRequest, accepted: bool
) -> Membership | None:
    """Say yes or no to a request; the person hears it by mail."""
    access.require(actor, access.Act.INVITE, network)
    locked = (
        JoinRequest.objects.select_for_update(of=("self",))
        .select_related("person")
        .get(pk=request.pk)
    )
    if locked.answered_at is not None:
        raise NotOpen
    locked.network = network
    locked.answered_at = clock.now()
    locked.accepted = accepted
    locked.save(update_fields=["answered_at", "accepted"])
    member = begin(network, locked.person_id) if accepted else None
    waiting.done(kind=JOIN_ASKED, subject=locked.uuid)
    event = "networks.join_accepted" if accepted else "networks.join_declined"
    log.record(actor, event, locked, client=locked.person.uuid)
    facts.count_soon(network.pk)
    _tell(network, locked, accepted)
    return member


def current_membership(network: Network, person_id: int) -> Membership | None:
    """The membership of a person today, or None."""
    rows = Membership.objects.filter(within(clock.today()), network=network, person_id=person_id)
    return rows.first()


def begin(network: Network, person_id: int) -> Membership:
    """The present membership of a person, begun today when there is none. Safe at the same
    moment: the constraint lets one through, and the other finds that one."""
    if network.stopped_on is not None:
        raise NotFound
    found = current_membership(network, person_id)
    if found is not None:
        return found
    try:
        with transaction.atomic():
            made = Membership.objects.create(
                network=network, person_id=person_id, from_on=clock.today()
            )
    except IntegrityError:
        found = current_membership(network, person_id)
        if found is None:
            raise
        return found
    facts.count_soon(network.pk)
    return made


def _accept(actor: Actor, invitation: Invitation, person_id: int) -> Membership:
    locked = _locked(invitation)
    if locked.state == InvitationState.ACCEPTED and locked.membership is not None:
        if locked.membership.person_id == person_id:
            return locked.membership
        raise access.InvitationEnded
    if locked.state != InvitationState.OPEN or locked.lapses_at <= clock.now():
        raise access.InvitationEnded
    network = invitation.network
    member = begin(network, person_id)
    _give_what_was_promised(network, member, locked)
    locked.membership = member
    close(locked, InvitationState.ACCEPTED)
    _answer_own_request(network, person_id)
    if current_membership(network, invitation.invited_by_id):
        waiting.wait(actor=actor, kind=WELCOME, wanted=of_newcomer(locked, member))
    log.record(
        actor,
        "networks.joined",
        member,
        client=member.person.uuid,
        action=Action.CREATE,
        way=locked.way,
        role=locked.role,
    )
    return member


def _answer_own_request(network: Network, person_id: int) -> None:
    """Whoever asked to join and was invited meanwhile waits for no answer any more."""
    rows = JoinRequest.objects.filter(network=network, person_id=person_id, answered_at=None)
    for request in rows:
        waiting.done(kind=JOIN_ASKED, subject=request.uuid)
    rows.update(answered_at=clock.now(), accepted=True)


def _give_what_was_promised(network: Network, member: Membership, invitation: Invitation) -> None:
    """The party, the profession and the role of the invitation, as far as they still hold."""
    partner = invitation.partner
    if partner is not None and partner.holds_on(clock.today()):
        member.partner = partner
        member.organisation = partner.organisation
    member.discipline = invitation.discipline or member.discipline
    member.save(update_fields=["partner", "organisation", "discipline"])
    if not invitation.role:
        return
    try:
        roles.start_role(
            member,
            roles.NewRole(invitation.role, from_on=clock.today()),
            given_by=invitation.invited_by_id,
        )
    except RoleHeld:
        return  # holds it already: nothing to add


def _locked(invitation: Invitation) -> Invitation:
    locked: Invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("membership", "partner__organisation")
        .get(pk=invitation.pk)
    )
    locked.network = invitation.network
    return locked


def _lock_open(invitation: Invitation) -> None:
    if _locked(invitation).state != InvitationState.OPEN:
        raise access.InvitationEnded


def _tell(network: Network, request: JoinRequest, accepted: bool) -> None:
    if not request.person.email:
        return
    outbox.queue(
        purpose="networks.join_answer",
        to=request.person.email,
        template="networks/mail/join_answer.txt",
        context={"name": request.person.name, "network": network, "accepted": accepted},
        language=request.person.language,
        person=request.person.uuid,
        network=network.uuid,
    )
