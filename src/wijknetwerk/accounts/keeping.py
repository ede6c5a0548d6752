"""What accounts tells the registries of core: how long things are kept, and choices of reading."""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.services import people, upkeep
from wijknetwerk.core import registries
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Retention

_KEPT: tuple[tuple[str, str | Promise, timedelta, str | Promise, Callable[..., int]], ...] = (
    (
        "accounts.email_changes",
        _("Your old e-mail address after a change"),
        timedelta(days=settings.EMAIL_UNDO_DAYS),
        _("So that you can undo a change that was not yours."),
        upkeep.forget_email_changes,
    ),
    (
        "accounts.sessions",
        _("In which browsers you were signed in"),
        timedelta(days=14),
        _("So that you can see and end them."),
        upkeep.forget_sessions,
    ),
    (
        "accounts.codes",
        _("The text of mails with a code"),
        timedelta(hours=1),
        _("A code is of no use after a quarter of an hour."),
        upkeep.forget_codes,
    ),
    (
        "accounts.unconfirmed",
        _("Accounts whose address was never confirmed"),
        timedelta(days=7),
        _("Somebody who signs up can finish it within a week."),
        upkeep.forget_unconfirmed,
    ),
)


def register_retention() -> None:
    """Called once, when the app is ready."""
    for code, title, keep, ground, expire in _KEPT:
        registries.retention.register(code, Retention(title, keep, ground, expire))


def choices(actor: Actor, chosen: dict[str, str]) -> None:
    """Keep language and text size with the person who chose them at the foot of a page."""
    if actor.person_id is None:
        return
    person = Person.objects.get(pk=actor.person_id)
    people.set_language_and_text_size(
        actor,
        person=person,
        language=chosen.get("language", ""),
        text_size=chosen.get("text_size", ""),
    )
