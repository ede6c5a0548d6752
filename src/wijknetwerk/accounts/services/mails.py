"""The mails of accounts: text only, in the reader's language, through the outbox."""

from typing import Any

from django.conf import settings
from django.utils import translation

from wijknetwerk.accounts.models import Person
from wijknetwerk.core.outbox.queue import queue

# Mails with a code are of no use after a quarter of an hour; their text is erased (retention).
CODE_PURPOSES = (
    "accounts.login_code",
    "accounts.password_reset_code",
    "accounts.email_confirmation_signup",
    "accounts.email_confirmation",
    "accounts.identity_code",
    "accounts.new_email_code",
)


def from_library(template_prefix: str, email: str, context: dict[str, Any]) -> None:
    """A mail that django-allauth wants to send; the text is ours."""
    name = template_prefix.rpartition("/")[2]
    person = Person.objects.filter(email=email.lower()).first()
    kept = {"code": context["code"]} if "code" in context else {}
    _queue(name, f"{template_prefix}.txt", email, person, kept)


def to_person(name: str, person: Person, *, email: str = "", **context: Any) -> None:
    """A mail of our own to a person, at their address or at another one of theirs."""
    address = email or person.email
    if address:
        _queue(name, f"accounts/mail/{name}.txt", address, person, context)


def to_address(name: str, email: str, **context: Any) -> None:
    """A mail to an address that belongs to somebody else, perhaps."""
    _queue(name, f"accounts/mail/{name}.txt", email, None, context)


def _queue(
    name: str, template: str, email: str, person: Person | None, context: dict[str, Any]
) -> None:
    queue(
        purpose=f"accounts.{name}",
        to=email,
        template=template,
        context={
            "site_url": settings.SITE_URL,
            "site_name": settings.SITE_NAME,
            "help_phone": settings.HELP_PHONE,
            **context,
        },
        language=person.language if person else translation.get_language() or "nl",
        person=person.uuid if person else None,
    )
