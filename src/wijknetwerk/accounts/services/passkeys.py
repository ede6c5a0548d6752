"""Passkeys: a key that stays on a phone, tablet or computer and opens with its finger, face or
PIN. The device must check that (user verification), so that one touch is both steps at once."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.account.models import Login
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth, flows
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts import limits
from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.services import identity, mails, notes, paper
from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.models.log import Action

MOST = 10
_KIND = Authenticator.Type.WEBAUTHN


class PasskeyRefused(DomainError):
    """What the device sent is not right: another key, another site, no check, or sent before."""

    code = "passkey_refused"
    status = 400
    message = _("This passkey does not work here. Try again, or sign in in another way.")


class TooManyPasskeys(DomainError):
    """More keys than anybody has devices."""

    code = "too_many_passkeys"
    message = _("You have ten passkeys already. Remove one first.")


@dataclass(frozen=True, slots=True)
class Passkey:
    """One passkey, as its owner knows it."""

    number: int
    name: str
    made_at: datetime
    used_at: datetime | None


def of(person: Person) -> list[Passkey]:
    """The passkeys of somebody, oldest first."""
    rows = Authenticator.objects.filter(user=person, type=_KIND).order_by("created_at", "pk")
    return [
        Passkey(row.pk, row.data.get("name", ""), row.created_at, row.last_used_at) for row in rows
    ]


def one(person: Person, number: int) -> Passkey:
    """One passkey of this person. NotFound when it isn't theirs."""
    found = next((key for key in of(person) if key.number == number), None)
    if found is None:
        raise NotFound
    return found


def begin_adding(person: Person) -> dict[str, Any]:
    """What the browser needs to make a key for this person; kept in the session as well."""
    return dict(auth.begin_registration(person, True))


def begin_asking(person: Person | None) -> dict[str, Any]:
    """What the browser needs to use a key: of this person, or of whoever has one for this site."""
    return dict(auth.begin_authentication(person))


def add(request: HttpRequest, actor: Actor, *, person: Person, name: str, answer: str) -> None:
    """Keep the key that the device made. Raises PasskeyRefused, TooManyPasskeys.

    The first factor of a person brings recovery codes on paper. The session then counts as
    confirmed, because the device checked who holds it.
    """
    credential = _read(answer)
    try:
        auth.parse_registration_response(credential)
        made = auth.complete_registration(credential)
    except _WRONG as error:
        raise PasskeyRefused from error
    if not made.is_user_verified():
        raise PasskeyRefused
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        if len(of(person)) >= MOST:
            raise TooManyPasskeys
        kept = auth.WebAuthn.add(person, name.strip(), credential).instance
        paper.make_if_none(person)
        log.record(
            actor, "accounts.passkey_added", person, client=person.uuid, action=Action.CREATE
        )
        mails.to_person("passkey_added", person, passkey=name.strip())
    identity.gave_second_factor(request, kept)


def sign_in(request: HttpRequest, *, answer: str, next_url: str) -> HttpResponse:
    """Let in whoever holds this key. Raises PasskeyRefused, TooManyTries; a failure is noted."""
    limits.may_touch(request)
    credential = _read(answer)
    person: Person | None = None
    try:
        auth.parse_authentication_response(credential)
        person = auth.extract_user_from_response(credential)
        key = auth.complete_authentication(person, credential)
    except _WRONG as error:
        notes.sign_in_failed(request, person, "passkey")
        raise PasskeyRefused from error
    login = Login(user=person, redirect_url=next_url, email=_address(person))
    answered: HttpResponse = flows.perform_passwordless_login(request, key, login)
    return answered


def give(request: HttpRequest, person: Person, answer: str) -> None:
    """Somebody who is signed in shows once more that it is them. Raises PasskeyRefused."""
    limits.count(request, "reauthenticate")
    credential = _read(answer)
    try:
        auth.parse_authentication_response(credential)
        key = auth.complete_authentication(person, credential)
    except _WRONG as error:
        notes.sign_in_failed(request, person, "passkey")
        raise PasskeyRefused from error
    identity.gave_second_factor(request, key)


@transaction.atomic
def rename(actor: Actor, *, person: Person, number: int, name: str) -> None:
    """Call a key something else. NotFound when it isn't theirs."""
    row = _row(person, number)
    row.data["name"] = name.strip()
    row.save(update_fields=["data"])
    log.record(actor, "accounts.passkey_renamed", person, client=person.uuid)


@transaction.atomic
def remove(actor: Actor, *, person: Person, number: int) -> None:
    """Let a key work no longer. NotFound when it isn't theirs."""
    row = _row(person, number)
    name = row.data.get("name", "")
    row.delete()
    paper.drop_if_last(person)
    log.record(actor, "accounts.passkey_removed", person, client=person.uuid, action=Action.DELETE)
    mails.to_person("passkey_removed", person, passkey=name)


def _row(person: Person, number: int) -> Authenticator:
    found = (
        Authenticator.objects.select_for_update(of=("self",))
        .filter(user=person, pk=number, type=_KIND)
        .first()
    )
    if found is None:
        raise NotFound
    return found


def _address(person: Person | None) -> str | None:
    return None if person is None or person.login_name else person.email


# What the library raises for an answer that is not right, or is no answer at all.
_WRONG = (ValidationError, ValueError, TypeError, KeyError, AttributeError)


def _read(answer: str) -> dict[str, Any]:
    """The answer of the browser; it comes from outside and may hold anything."""
    try:
        found = json.loads(answer)
    except ValueError as error:
        raise PasskeyRefused from error
    if not isinstance(found, dict) or not isinstance(found.get("response"), dict):
        raise PasskeyRefused
    return found
