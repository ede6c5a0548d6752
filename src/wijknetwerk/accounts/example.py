"""Invented people of the example networks, and how a visitor of the demo signs in as them."""

from functools import cache
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.conf import settings
from django.contrib.auth.hashers import make_password

from wijknetwerk.accounts import demo
from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.services import people
from wijknetwerk.core.actor import Actor

# Everybody of the example has this password; it opens nothing but the demo on one's own computer.
PASSWORD = "samen in de wijk"  # noqa: S105


def make_person(actor: Actor, row: dict[str, Any]) -> Person:
    """Make one person of an example file: with a confirmed address and, if said, an authenticator.

    RuntimeError outside the demo.
    """
    if not settings.DEMO:
        raise RuntimeError("Invented people belong in the demo only.")
    person = people.create_person(
        actor,
        given_name=row["given_name"],
        prefix=row["prefix"],
        family_name=row["family_name"],
        email=row["email"] or None,
        phone=row["phone"],
        language=row["language"],
    )
    person.text_size = row["text_size"]
    person.is_platform_administrator = row.get("platform_administrator", False)
    if person.email:
        person.password = _hashed()
        EmailAddress.objects.filter(user=person).update(verified=True)
    person.save()
    if row["second_factor"]:
        demo.give_authenticator(person, generate_totp_secret())
    return person


@cache
def _hashed() -> str:
    """Made once: it is meant to cost time, and in the demo the password is no secret."""
    return make_password(PASSWORD)


def how_to_sign_in(row: dict[str, Any]) -> str:
    """In words, for the table that `make demo` prints."""
    if not row["email"]:
        return "on paper and by phone; cannot sign in yet"
    factor = " + code from /demo/post" if row["second_factor"] else ""
    return f"password '{PASSWORD}'{factor}"
