"""Inviting people: by mail or by letter, one by one or a list at once."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access, words
from wijknetwerk.networks.errors import AlreadyInvited, AlreadyMember, NotOpen, RoleIncomplete
from wijknetwerk.networks.models import (
    Invitation,
    InvitationState,
    Membership,
    Network,
    RoleCode,
    Way,
    within,
)
from wijknetwerk.networks.selectors.invitations import REPEATABLE
from wijknetwerk.networks.services import facts, letters, people

LASTS = timedelta(days=30)
MOST_A_DAY = 1000  # of one network: a stolen session must not become a source of spam
MOST_TO_ONE = 10  # mails of one invitation in a day: it must not become a way to pester somebody


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom to invite, how, and as what."""

    name: str
    email: str = ""
    address_lines: str = ""
    way: str = Way.MAIL
    role: str = ""
    partner: UUID | None = None
    discipline: str = ""
    message: str = ""
    language: str = "nl"


@transaction.atomic
def invite(*, actor: Actor, network: Network, wish: Wish) -> Invitation:
    """Invite one person. Mail waits in the outbox; a letter is made by `make_letter`."""
    access.require(actor, access.Act.INVITE, network)
    if actor.person_id is None:
        raise NotAllowed  # an invitation has a name under it
    _check(actor, network, wish)
    lapse_open(network)
    email = wish.email.strip().lower()
    if email:
        _refuse_known(network, email)
    now = clock.now()
    _refuse_flood(network)
    made = Invitation.objects.create(
        network=network,
        name=wish.name.strip(),
        email=email,
        address_lines=wish.address_lines.strip() if wish.way == Way.LETTER else "",
        way=wish.way,
        role=wish.role,
        partner=people.partner_of(network, wish.partner),
        discipline=wish.discipline,
        message=wish.message.strip(),
        language=wish.language,
        invited_by_id=actor.person_id,
        sent_at=now,
        lapses_at=now + LASTS,
    )
    if made.way == Way.MAIL:
        letters.send_mail(made, LASTS)
    log.record(
        actor,
        "networks.invited",
        made,
        action=Action.CREATE,
        way=made.way,
        role=made.role,
    )
    return made


@transaction.atomic
def invite_many(
    *, actor: Actor, network: Network, wishes: list[Wish], shared: Wish
) -> list[Invitation]:
    """Invite everybody on a list that was looked over; all or nobody.

    `shared` holds what is the same for all (role, party, own words). Somebody who joined or was
    invited since the list was looked over is passed by.
    """
    made = []
    for wish in wishes:
        whole = replace(shared, name=wish.name, email=wish.email, way=Way.MAIL)
        try:
            made.append(invite(actor=actor, network=network, wish=whole))
        except (AlreadyMember, AlreadyInvited):
            continue
    return made


@transaction.atomic
def withdraw(*, actor: Actor, network: Network, invitation: UUID) -> Invitation:
    """Take an invitation back; its link and code stop working at once."""
    found = _locked(actor, network, invitation)
    if found.state != InvitationState.OPEN:
        raise NotOpen
    close(found, InvitationState.WITHDRAWN)
    log.record(actor, "networks.invitation_withdrawn", found)
    facts.count_soon(network.pk)
    return found


@transaction.atomic
def send_again(*, actor: Actor, network: Network, invitation: UUID) -> Invitation:
    """Mail an invitation once more with a new link; the old link ends."""
    found = _reopened(actor, network, invitation)
    if found.way != Way.MAIL:
        raise InvalidInput(_("This invitation goes by letter. Make the letter again."))
    _refuse_nagging(found)
    letters.send_mail(found, LASTS)
    log.record(actor, "networks.invitation_sent_again", found)
    facts.count_soon(network.pk)
    return found


@transaction.atomic
def make_letter(*, actor: Actor, network: Network, invitation: UUID) -> bytes:
    """The letter of an invitation as a PDF, with a new code; the code of an older letter ends."""
    found = _reopened(actor, network, invitation)
    if found.way != Way.LETTER:
        raise InvalidInput(_("This invitation goes by e-mail."))
    pdf = letters.make_letter(found, LASTS)
    log.record(actor, "networks.invitation_letter_made", found)
    return pdf


def lapse_invitations() -> int:
    """Note as lapsed what was not answered in time; the worker's daily job, in its own scope."""
    late = Invitation.objects.filter(state=InvitationState.OPEN, lapses_at__lte=clock.now())
    return late.update(state=InvitationState.LAPSED, answered_at=clock.now())


def lapse_open(network: Network) -> None:
    """The same for one network, before an address is invited anew."""
    Invitation.objects.filter(
        network=network, state=InvitationState.OPEN, lapses_at__lte=clock.now()
    ).update(state=InvitationState.LAPSED, answered_at=clock.now())


def close(invitation: Invitation, state: InvitationState) -> None:
    """Store the answer; the link and code end in the same transaction."""
    invitation.state = state
    invitation.answered_at = clock.now()
    invitation.save(update_fields=["state", "answered_at", "membership"])
    tokens.end_tokens(purpose=access.INVITATION, subject=invitation.uuid)


def _locked(actor: Actor, network: Network, uuid: UUID) -> Invitation:
    found = access.invitation_for(actor, network, uuid)
    locked: Invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("invited_by")
        .get(pk=found.pk)
    )
    locked.network = network
    return locked


def _reopened(actor: Actor, network: Network, uuid: UUID) -> Invitation:
    """An invitation that may go out again, open for another 30 days, its older links ended."""
    found = _locked(actor, network, uuid)
    if found.state not in REPEATABLE:
        raise NotOpen
    if found.role and found.role not in access.roles_to_invite_with(actor, network):
        raise NotAllowed
    lapse_open(network)
    if found.email:
        _refuse_known(network, found.email, besides=found)
    tokens.end_tokens(purpose=access.INVITATION, subject=found.uuid)
    found.state = InvitationState.OPEN
    found.answered_at = None
    found.sent_at = clock.now()
    found.lapses_at = found.sent_at + LASTS
    found.save(update_fields=["state", "answered_at", "sent_at", "lapses_at"])
    return found


def _check(actor: Actor, network: Network, wish: Wish) -> None:
    if wish.role and wish.role not in access.roles_to_invite_with(actor, network):
        raise NotAllowed
    if wish.way == Way.MAIL and not wish.email.strip():
        raise InvalidInput(_("Fill in an e-mail address, or choose a letter."))
    if not wish.name.strip():
        raise InvalidInput(_("Fill in a name."))
    if wish.discipline and wish.discipline not in words.disciplines():
        raise RoleIncomplete(_("Choose a profession from the list."))
    if wish.role == RoleCode.PROFESSIONAL and not (wish.partner and wish.discipline):
        raise RoleIncomplete(_("A professional works for a party, in a profession. Choose both."))


def _refuse_known(network: Network, email: str, besides: Invitation | None = None) -> None:
    today = clock.today()
    if Membership.objects.filter(within(today), network=network, person__email=email).exists():
        raise AlreadyMember
    same = Invitation.objects.filter(network=network, email=email, state=InvitationState.OPEN)
    if besides is not None:
        same = same.exclude(pk=besides.pk)
    if same.exists():
        raise AlreadyInvited


def _refuse_flood(network: Network) -> None:
    since = clock.now() - timedelta(days=1)
    if Invitation.objects.filter(network=network, created_at__gt=since).count() >= MOST_A_DAY:
        raise InvalidInput(_("That is a lot for one day. Invite the others tomorrow."))


def _refuse_nagging(invitation: Invitation) -> None:
    """The caller holds the lock of the invitation, so that mails at the same moment count too."""
    since = clock.now() - timedelta(days=1)
    if (
        tokens.issued_since(since, purpose=access.INVITATION, subject=invitation.uuid)
        >= MOST_TO_ONE
    ):
        raise InvalidInput(_("That is a lot for one day. Invite the others tomorrow."))
