"""Choosing a password, or doing without."""

from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest

from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.services import mails, sessions
from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor


@transaction.atomic
def set_password(request: HttpRequest, actor: Actor, *, person: Person, password: str) -> None:
    """Set another password. Every other browser is signed out, and the person is told."""
    person.set_password(password)
    person.save(update_fields=["password"])
    update_session_auth_hash(request, person)
    sessions.end_other_sessions(request, actor, person=person)
    note_password_changed(actor, person=person)


@transaction.atomic
def note_password_changed(actor: Actor, *, person: Person) -> None:
    """Log it, and tell the person."""
    log.record(actor, "accounts.password_changed", person, client=person.uuid)
    mails.to_person("password_changed", person)


@transaction.atomic
def note_password_reset(actor: Actor, *, person: Person) -> None:
    """A forgotten password was replaced: every browser is signed out, and the person is told."""
    sessions.end_all_sessions(person)
    note_password_changed(actor, person=person)
