"""Handing a role to another member: asked, then accepted or declined."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log, outbox
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access
from wijknetwerk.networks.errors import NotOpen, RoleHeld, RoleNotHeld
from wijknetwerk.networks.models import (
    Handover,
    HandoverState,
    Membership,
    MembershipRole,
    Network,
    within,
)
from wijknetwerk.networks.selectors.handovers import HANDED_OVER
from wijknetwerk.networks.selectors.network import role_names
from wijknetwerk.networks.selectors.waiting import HANDOVER, of_handover
from wijknetwerk.networks.services import people
from wijknetwerk.networks.services.roles import NewRole, finish_role, start_role
from wijknetwerk.notices.services import waiting

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person


@transaction.atomic
def ask(*, actor: Actor, network: Network, role: UUID, to: UUID, note: str) -> Handover:
    """Ask another member to take over a role that the actor holds now."""
    access.require(actor, access.Act.SEE, network)
    mine = people.own_membership(actor, network)
    held = _held(mine, uuid=role)
    if held.role not in HANDED_OVER:
        raise InvalidInput(_("This role can't be handed over. A leader can give it."))
    other = people.active_member(network, to, lock=False)
    if other.pk == mine.pk:
        raise InvalidInput(_("Choose somebody else."))
    try:
        with transaction.atomic():
            made = Handover.objects.create(
                network=network,
                role=held.role,
                from_membership=mine,
                to_membership=other,
                note=note.strip(),
                asked_at=clock.now(),
            )
    except IntegrityError as error:
        raise NotOpen(
            _("You asked somebody for this role already. Take that back first.")
        ) from error
    log.record(
        actor,
        "networks.handover_asked",
        made,
        client=other.person.uuid,
        action=Action.CREATE,
        role=made.role,
    )
    waiting.wait(
        actor=actor, kind=HANDOVER, wanted=of_handover(made, role_names(network)[made.role])
    )
    _tell(made, asker=actor.name)
    return made


def _tell(asked: Handover, *, asker: str) -> None:
    """A mail to who is asked; it stands on their Vandaag in any case."""
    path = address("networks:handover", slug=asked.network.slug, uuid=asked.uuid)
    more = {"asker": asker, "link": f"{settings.SITE_URL}{path}"}
    _mail(asked, "handover_asked", asked.to_membership.person, more)


def _tell_answer(asked: Handover, *, accepted: bool) -> None:
    """A mail to who asked, so that a role doesn't end in silence."""
    more = {"taker": asked.to_membership.person.name, "accepted": accepted}
    _mail(asked, "handover_answered", asked.from_membership.person, more)


def _mail(asked: Handover, mail: str, person: "Person", more: dict[str, Any]) -> None:
    """Queue a mail in the reader's language, if they read mail."""
    if not person.email:
        return
    network = asked.network
    with translation.override(person.language):
        role = role_names(network)[asked.role]
    outbox.queue(
        purpose=f"networks.{mail}",
        to=person.email,
        template=f"networks/mail/{mail}.txt",
        context={"name": person.name, "network": network, "role": role, **more},
        language=person.language,
        person=person.uuid,
        network=network.uuid,
    )


@transaction.atomic
def accept(*, actor: Actor, network: Network, handover: UUID) -> MembershipRole:
    """Take the role over: the old period ends and the new one begins on the same day, so that
    there is exactly one holder at every moment.

    Locks memberships, then the role, then the handover, in the order of leaving and of ending a
    role: else two people wait for each other and PostgreSQL ends one of them with a fault.
    """
    asked = access.handover_for(actor, network, handover)
    if asked.to_membership.person_id != actor.person_id:
        raise NotFound
    members = _lock_both(network, asked)
    try:
        old = _held(members[asked.from_membership_id], role=asked.role)
    except RoleNotHeld:
        _lock_open(network, asked)  # answered meanwhile? That says more.
        raise
    _lock_open(network, asked)
    today = clock.today()
    finish_role(old, today)
    taker = members[asked.to_membership_id]
    try:
        new = start_role(
            taker,
            NewRole(asked.role, from_on=today),
            given_by=asked.from_membership.person_id,
        )
    except RoleHeld:  # both held it: only the old one ends
        new = _held(taker, role=asked.role)
    _answer(asked, HandoverState.ACCEPTED)
    log.record(
        actor,
        "networks.handover_accepted",
        asked,
        client=actor.person_uuid,
        role=asked.role,
    )
    _tell_answer(asked, accepted=True)
    return new


@transaction.atomic
def decline(*, actor: Actor, network: Network, handover: UUID) -> Handover:
    """Say no; the role stays where it is."""
    asked = _open(actor, network, handover)
    if asked.to_membership.person_id != actor.person_id:
        raise NotFound
    _answer(asked, HandoverState.DECLINED)
    log.record(actor, "networks.handover_declined", asked, client=actor.person_uuid)
    _tell_answer(asked, accepted=False)
    return asked


@transaction.atomic
def withdraw(*, actor: Actor, network: Network, handover: UUID) -> Handover:
    """Take the question back."""
    asked = _open(actor, network, handover)
    if asked.from_membership.person_id != actor.person_id:
        raise NotFound
    _answer(asked, HandoverState.WITHDRAWN)
    log.record(actor, "networks.handover_withdrawn", asked, client=actor.person_uuid)
    return asked


def _open(actor: Actor, network: Network, uuid: UUID) -> Handover:
    found = access.handover_for(actor, network, uuid)
    _lock_open(network, found)
    return found


def _lock_open(network: Network, found: Handover) -> None:
    """Lock a handover that still waits for its answer. NotOpen otherwise."""
    locked = Handover.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if locked.state != HandoverState.ASKED:
        raise NotOpen
    found.network = network


def _lock_both(network: Network, asked: Handover) -> dict[int, Membership]:
    """Both memberships, locked in a fixed order. NotOpen when one of them ended."""
    ids = sorted({asked.from_membership_id, asked.to_membership_id})
    rows = Membership.objects.select_for_update(of=("self",)).filter(
        within(clock.today()), network=network, pk__in=ids
    )
    found = {row.pk: row for row in rows.order_by("pk")}
    if len(found) != len(ids):
        raise NotOpen
    return found


def _held(member: Membership, **which: object) -> MembershipRole:
    """A role that the member holds today, locked. RoleNotHeld otherwise."""
    found = (
        MembershipRole.objects.select_for_update(of=("self",))
        .filter(within(clock.today()), membership=member)
        .filter(Q(**which))
        .first()
    )
    if found is None:
        raise RoleNotHeld
    return found


def _answer(asked: Handover, state: HandoverState) -> None:
    asked.state = state
    asked.answered_at = clock.now()
    asked.save(update_fields=["state", "answered_at"])
    waiting.done(kind=HANDOVER, subject=asked.uuid)
