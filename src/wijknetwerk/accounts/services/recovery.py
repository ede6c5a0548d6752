"""Helping somebody who can't sign in any more: two others, a delay, and the person hears (A5)."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.models import EmailChange, LinkedAccount, Person, Recovery
from wijknetwerk.accounts.services import email as addresses
from wijknetwerk.accounts.services import mails, sessions
from wijknetwerk.core import clock, log, registries, tokens
from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound
from wijknetwerk.core.log import Subject

STOP = "accounts.stop_recovery"
LAPSES_AFTER = timedelta(days=14)


class OneIsOpen(DomainError):
    """Somebody else started helping already."""

    code = "recovery_is_open"
    message = _("Somebody started helping this person already. Confirm that instead.")


class SecondPersonNeeded(NotAllowed):
    """Who started can't confirm, and nobody can help themselves."""

    code = "second_person_needed"
    message = _("Another person must confirm this.")


class CannotBeTold(NotAllowed):
    """Nobody's sign-in is changed without telling them (A5), and no address of theirs is known."""

    code = "cannot_be_told"
    message = _(
        "We know no e-mail address of this person, so we can't tell them. This can't be done here"
        " yet."
    )


@transaction.atomic
def start(actor: Actor, *, standing: Standing, person: Person, new_email: str = "") -> Recovery:
    """The first of two people says that this person needs help. Access was decided before.

    The person is told at once, at every address we know. Raises OneIsOpen, SecondPersonNeeded,
    CannotBeTold.
    """
    if actor.person_id is None or actor.person_id == person.pk:
        raise SecondPersonNeeded
    if not person.email:
        raise CannotBeTold
    if open_for(person) is not None:
        raise OneIsOpen
    try:
        with transaction.atomic():
            recovery = Recovery.objects.create(
                person=person,
                in_network=standing.network_uuid,
                started_by_id=actor.person_id,
                new_email=new_email.strip().lower(),
            )
    except IntegrityError as error:
        raise OneIsOpen from error
    _note(actor, "accounts.recovery_started", recovery, standing)
    _tell(recovery, "recovery_started")
    return recovery


@transaction.atomic
def confirm(actor: Actor, *, standing: Standing, recovery: Recovery) -> Recovery:
    """The second person says so too; it then happens after the delay, unless it is stopped.

    Raises SecondPersonNeeded, NotFound when it was stopped meanwhile.
    """
    locked = _locked(recovery)
    if actor.person_id is None or actor.person_id in {locked.started_by_id, locked.person_id}:
        raise SecondPersonNeeded
    if locked.confirmed_by_id is not None:
        raise NotFound
    locked.confirmed_by_id = actor.person_id
    locked.ripe_at = clock.now() + timedelta(days=settings.RECOVERY_DELAY_DAYS)
    locked.save(update_fields=["confirmed_by", "ripe_at"])
    _note(actor, "accounts.recovery_confirmed", locked, standing)
    _tell(locked, "recovery_confirmed")
    return locked


@transaction.atomic
def stop(actor: Actor, *, recovery: Recovery) -> None:
    """The person (with the link from the mail), or one of the two, stops it. NotFound when over."""
    locked = _locked(recovery)
    locked.stopped_at = clock.now()
    locked.save(update_fields=["stopped_at"])
    tokens.end_tokens(purpose=STOP, subject=locked.uuid)
    _note(actor, "accounts.recovery_stopped", locked, None)


def stopped_by_link(secret: str, *, address: str) -> Recovery:
    """The recovery that a link from the mail stops. NotFound when it is over."""
    opened = tokens.open_token(secret, purpose=STOP, address=address)
    recovery = (
        Recovery.objects.select_related("person")
        .filter(uuid=opened.subject_uuid, stopped_at=None, done_at=None)
        .first()
    )
    if recovery is None:
        raise NotFound
    return recovery


def finish_ripe(actor: Actor) -> int:
    """Do what is due, and end what nobody confirmed within two weeks. How many were done."""
    done = 0
    unfinished = Recovery.objects.filter(stopped_at=None, done_at=None)
    for recovery in unfinished.filter(ripe_at__lte=clock.now()):
        done += _finish(actor, recovery)
    old = unfinished.filter(confirmed_by=None, created_at__lt=clock.now() - LAPSES_AFTER)
    for recovery in old:
        stop(actor, recovery=recovery)
    return done


@transaction.atomic
def _finish(actor: Actor, recovery: Recovery) -> int:
    """Take away the second factor and the password, and sign everybody out. A code by mail then
    lets the person in; at the new address, if they gave one to their helpers."""
    try:
        locked = _locked(recovery)
    except NotFound:  # stopped at the last moment
        return 0
    person = Person.objects.select_for_update().get(pk=locked.person_id)
    if not _still_stands(locked, person) or not _give_address(person, locked.new_email):
        stop(actor, recovery=locked)
        return 0
    Authenticator.objects.filter(user=person).delete()
    LinkedAccount.objects.filter(person=person).delete()
    person.set_unusable_password()
    person.save(update_fields=["password"])
    sessions.end_all_sessions(person)
    locked.done_at = clock.now()
    locked.save(update_fields=["done_at"])
    tokens.end_tokens(purpose=STOP, subject=locked.uuid)
    _note(actor, "accounts.recovery_done", locked, None)
    mails.to_person("recovery_done", person)
    return 1


def _still_stands(recovery: Recovery, person: Person) -> bool:
    """Whether the person takes part yet in the network where it began, and both helpers may still
    help there: who lost their role or left within the delay takes nobody over after it."""

    def helps(helper: Person | None) -> bool:
        found = registries.standings_of(helper.pk) if helper and helper.is_active else ()
        return any(
            one.network_uuid == recovery.in_network
            and not one.roles.isdisjoint(settings.RECOVERY_ROLES)
            for one in found
        )

    present = registries.standings_of(person.pk)
    return (
        person.is_active
        and any(one.network_uuid == recovery.in_network for one in present)
        and helps(recovery.started_by)
        and helps(recovery.confirmed_by)
    )


def _give_address(person: Person, email: str) -> bool:
    if not email or email == person.email:
        return True
    try:
        with transaction.atomic():
            addresses.put_unconfirmed(person, email)
    except IntegrityError:
        return False
    return True


def open_for(person: Person) -> Recovery | None:
    """The help that is under way for this person."""
    return Recovery.objects.filter(person=person, stopped_at=None, done_at=None).first()


def _locked(recovery: Recovery) -> Recovery:
    row = (
        Recovery.objects.select_for_update()
        .filter(pk=recovery.pk, stopped_at=None, done_at=None)
        .first()
    )
    if row is None:
        raise NotFound
    return row


def _tell(recovery: Recovery, mail: str) -> None:
    """Mail the person everywhere, the address of before a recent change included."""
    person = recovery.person
    since = clock.now() - timedelta(days=settings.EMAIL_UNDO_DAYS)
    known = {person.email}
    known |= set(EmailAddress.objects.filter(user=person).values_list("email", flat=True))
    changes = EmailChange.objects.filter(person=person, created_at__gte=since)
    known |= set(changes.values_list("old_email", flat=True))
    secret = tokens.issue_link(
        purpose=STOP, subject=recovery.uuid, network=None, lasts=timedelta(days=30)
    )
    for address in sorted(address for address in known if address):
        mails.to_person(mail, person, email=address, secret=secret, ripe_at=recovery.ripe_at)


def _note(actor: Actor, event: str, recovery: Recovery, standing: Standing | None) -> None:
    subject = Subject(
        network_id=standing.network_id if standing else None,
        network_uuid=recovery.in_network,
        client_uuid=recovery.person.uuid,
        object_type="accounts.recovery",
        object_uuid=str(recovery.uuid),
    )
    log.record(actor, event, subject)
