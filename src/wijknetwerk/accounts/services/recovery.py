"""Helping somebody who can't sign in any more: two others, a delay, and the person hears (A5)."""

from datetime import timedelta
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts import trust
from wijknetwerk.accounts.models import UNDER_WAY, LinkedAccount, Person, Recovery
from wijknetwerk.accounts.services import email as addresses
from wijknetwerk.accounts.services import mails, sessions, telling
from wijknetwerk.accounts.services.signing import has_way_in
from wijknetwerk.accounts.services.telling import STOP
from wijknetwerk.core import clock, log, registries, tokens
from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound
from wijknetwerk.core.log import Subject

ENTER = "accounts.recovery_letter"  # the code of the second letter: a new password
LAPSES_AFTER = timedelta(days=14)
UNUSED_AFTER = timedelta(days=30)


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
    message = _("This person could not sign in before. Send them an invitation by letter instead.")


class LetterFirst(DomainError):
    """Somebody without e-mail is told on paper, before the days begin to count."""

    code = "letter_first"
    message = _("First print the letter, and give it to this person.")


@transaction.atomic
def start(actor: Actor, *, standing: Standing, person: Person, new_email: str = "") -> Recovery:
    """The first of two people says that this person needs help. Access was decided before.

    The person is told at once, at every address we know. Raises OneIsOpen, SecondPersonNeeded,
    CannotBeTold.
    """
    if actor.person_id is None or actor.person_id == person.pk:
        raise SecondPersonNeeded
    by_letter = not person.email
    if by_letter and not has_way_in(person):
        raise CannotBeTold
    if open_for(person) is not None:
        raise OneIsOpen
    try:
        with transaction.atomic():
            recovery = Recovery.objects.create(
                person=person,
                in_network=standing.network_uuid,
                started_by_id=actor.person_id,
                new_email="" if by_letter else new_email.strip().lower(),
                by_letter=by_letter,
            )
    except IntegrityError as error:
        raise OneIsOpen from error
    note(actor, "accounts.recovery_started", recovery, standing)
    telling.person(recovery, "recovery_started")
    telling.other_leaders(recovery)
    return recovery


@transaction.atomic
def confirm(actor: Actor, *, standing: Standing, recovery: Recovery) -> Recovery:
    """The second person says so too; it then happens after the delay, unless it is stopped.

    Raises SecondPersonNeeded, FromOneHand, LetterFirst; NotFound when it was stopped meanwhile.
    """
    locked = lock(recovery)
    if actor.person_id is None or actor.person_id in {locked.started_by_id, locked.person_id}:
        raise SecondPersonNeeded
    if locked.confirmed_by_id is not None:
        raise NotFound
    if trust.from_one_hand(locked.in_network, actor.person_id, locked.started_by_id):
        raise trust.FromOneHand
    if locked.by_letter and locked.letter_at is None:
        raise LetterFirst
    days = settings.RECOVERY_LETTER_DAYS if locked.by_letter else settings.RECOVERY_DELAY_DAYS
    locked.confirmed_by_id = actor.person_id
    locked.ripe_at = clock.now() + timedelta(days=days)
    locked.save(update_fields=["confirmed_by", "ripe_at"])
    note(actor, "accounts.recovery_confirmed", locked, standing)
    telling.person(locked, "recovery_confirmed")
    return locked


@transaction.atomic
def stop(actor: Actor, *, recovery: Recovery) -> None:
    """The person (with the link or code they got, or signed in), or a leader, stops it. NotFound
    when it is over."""
    locked = lock(recovery)
    locked.stopped_at = clock.now()
    locked.save(update_fields=["stopped_at"])
    tokens.end_tokens(purpose=STOP, subject=locked.uuid)
    tokens.end_tokens(purpose=ENTER, subject=locked.uuid)
    note(actor, "accounts.recovery_stopped", locked, None)


def stopped_by_link(secret: str, *, address: str) -> Recovery:
    """The recovery that a link from the mail, or a code from the letter, stops. NotFound when it is
    over."""
    opened = tokens.open_token(secret, purpose=STOP, address=address)
    recovery = (
        Recovery.objects.select_related("person")
        .filter(UNDER_WAY, uuid=opened.subject_uuid)
        .first()
    )
    if recovery is None:
        raise NotFound
    return recovery


def finish_ripe(actor: Actor) -> int:
    """Do what is due, and end what nobody confirmed within two weeks. How many were done."""
    done = 0
    unfinished = Recovery.objects.filter(UNDER_WAY)
    for recovery in unfinished.filter(ripe_at__lte=clock.now(), by_letter=False):
        done += _finish(actor, recovery)
    old = unfinished.filter(confirmed_by=None, created_at__lt=clock.now() - LAPSES_AFTER)
    unused = unfinished.filter(by_letter=True, ripe_at__lt=clock.now() - UNUSED_AFTER)
    for recovery in [*old, *unused]:
        stop(actor, recovery=recovery)
    return done


@transaction.atomic
def _finish(actor: Actor, recovery: Recovery) -> int:
    """Take away the second factor and the password, and sign everybody out. A code by mail then
    lets the person in; at the new address, if they gave one to their helpers."""
    try:
        locked = lock(recovery)
    except NotFound:  # stopped at the last moment
        return 0
    person = Person.objects.select_for_update().get(pk=locked.person_id)
    if not still_stands(locked, person) or not _give_address(person, locked.new_email):
        stop(actor, recovery=locked)
        return 0
    person.set_unusable_password()
    end_old_ways_in(person)
    close(actor, locked)
    mails.to_person("recovery_done", person)
    return 1


def end_old_ways_in(person: Person) -> None:
    """No app, passkey, code on paper or account elsewhere opens this account any more, and every
    browser is signed out. Stores the password too."""
    Authenticator.objects.filter(user=person).delete()
    LinkedAccount.objects.filter(person=person).delete()
    person.save(update_fields=["password"])
    sessions.end_all_sessions(person)


def close(actor: Actor, recovery: Recovery) -> None:
    """Note that it is done; its links and codes end."""
    recovery.done_at = clock.now()
    recovery.save(update_fields=["done_at"])
    for purpose in (STOP, ENTER):
        tokens.end_tokens(purpose=purpose, subject=recovery.uuid)
    note(actor, "accounts.recovery_done", recovery, None)


def still_stands(recovery: Recovery, person: Person) -> bool:
    """Whether all that made it right still holds: who lost their role or left within the delay
    takes nobody over after it. Within a scope that covers the network."""
    network = recovery.in_network
    helpers = [helper for helper in (recovery.started_by, recovery.confirmed_by) if helper]
    return (
        len(helpers) == 2
        and person.is_active
        and trust.is_home_of(person.pk, network)
        and all(helper.is_active and _helps(helper, network) for helper in helpers)
        and not trust.from_one_hand(network, helpers[0].pk, helpers[1].pk)
    )


def _helps(helper: Person, network: UUID) -> bool:
    present = registries.standings_of(helper.pk)
    return any(one.network_uuid == network for one in present) and trust.leads_openly(
        helper.pk, network
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
    return Recovery.objects.filter(UNDER_WAY, person=person).first()


def lock(recovery: Recovery) -> Recovery:
    """The same, locked, inside the caller's transaction. NotFound when it is over."""
    row = Recovery.objects.select_for_update().filter(UNDER_WAY, pk=recovery.pk).first()
    if row is None:
        raise NotFound
    return row


def note(actor: Actor, event: str, recovery: Recovery, standing: Standing | None) -> None:
    """Log a step of it, in the chain of the person who is helped."""
    subject = Subject(
        network_id=standing.network_id if standing else None,
        network_uuid=recovery.in_network,
        client_uuid=recovery.person.uuid,
        object_type="accounts.recovery",
        object_uuid=str(recovery.uuid),
    )
    log.record(actor, event, subject)
