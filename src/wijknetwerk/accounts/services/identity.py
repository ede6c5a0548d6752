"""Asking once more who somebody is, before they change how they sign in."""

from allauth.account.internal.flows.login import (
    get_authentication_records,
    record_authentication,
)
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from wijknetwerk.accounts import limits
from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.services import codes, mails, sessions
from wijknetwerk.core import clock

FRESH_FOR = 15 * 60


def is_fresh(request: HttpRequest, person: Person) -> bool:
    """Whether this person showed within a quarter of an hour who they are.

    Who has an authenticator app or a passkey must have used it; a password or a code by mail is
    then not enough.
    """
    needed = "mfa" if has_second_factor(person) else ""
    since = clock.now().timestamp() - FRESH_FOR
    records = get_authentication_records(request, person)
    return any(
        record["at"] >= since and (not needed or record["method"] == needed) for record in records
    )


def has_authenticator(person: Person) -> bool:
    """Whether this person set up an authenticator app."""
    return bool(Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists())


def has_second_factor(person: Person) -> bool:
    """Whether this person has an authenticator app or a passkey."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return bool(Authenticator.objects.filter(user=person, type__in=kinds).exists())


def has_passkey(person: Person) -> bool:
    """Whether this person has a passkey."""
    kind = Authenticator.Type.WEBAUTHN
    return bool(Authenticator.objects.filter(user=person, type=kind).exists())


def send_code(request: HttpRequest, person: Person) -> None:
    """Mail a code that shows who somebody is. Raises TooManyTries."""
    limits.count(request, "identity_code")
    mails.to_person("identity_code", person, code=codes.start(request.session, "identity"))


def give_code(request: HttpRequest, person: Person, typed: str) -> None:
    """The code from the mail. Raises WrongCode, CodeOver."""
    limits.count(request, "reauthenticate")
    codes.check(request.session, "identity", typed)
    record_authentication(request, person, method="code", reauthenticated=True)


def gave_password(request: HttpRequest, person: Person) -> None:
    """The password was right."""
    record_authentication(request, person, method="password", reauthenticated=True)


def gave_second_factor(request: HttpRequest, authenticator: Authenticator) -> None:
    """A passkey, or a code of an app or on paper, was right: the session gets a new key."""
    post_authentication(request, authenticator, reauthenticated=True)
    sessions.rotate(request)
