"""Help with signing in for who has no e-mail: on paper, first a code to stop it, then one to
enter."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from wijknetwerk.accounts import access, trust
from wijknetwerk.accounts.models import Person, Recovery
from wijknetwerk.accounts.services import people, recovery
from wijknetwerk.accounts.services.telling import STOP
from wijknetwerk.core import clock, pdf, scope, tokens
from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.templating import date_words, phone_words

LETTER = Path(__file__).resolve().parent.parent / "letters" / "recovery.typ"
Words = Callable[[Recovery, str], dict[str, object]]
LASTS = timedelta(days=14)  # the code of the second letter


class CodeDoesNotFit(NotFound):
    """No letter with this code for this name code, or it is too old."""

    code = "letter_code_wrong"
    status = 400


@transaction.atomic
def print_stop_letter(actor: Actor, *, standing: Standing, found: Recovery) -> bytes:
    """The first letter: somebody asks help for you; so you stop it. Printed again, the codes of
    earlier letters work as well: the person keeps whichever they got. NotFound when not by letter.
    """
    row = recovery.lock(found)
    if not row.by_letter:
        raise NotFound
    row.letter_at = row.letter_at or clock.now()
    row.save(update_fields=["letter_at"])
    code = tokens.issue_code(purpose=STOP, subject=row.uuid, network=None, lasts=timedelta(days=60))
    recovery.note(actor, "accounts.recovery_letter_made", row, standing)
    return _letter(row, standing, code, _stop_words)


@transaction.atomic
def print_entry_letter(actor: Actor, *, standing: Standing, found: Recovery) -> bytes:
    """The second letter, after the days: a code for a new password. Only the two helpers make it;
    the code of an earlier one ends. NotAllowed too early, or when something changed meanwhile."""
    row = recovery.lock(found)
    if not access.may_let_in(actor, row):
        raise NotAllowed
    if not recovery.still_stands(row, row.person):
        raise trust.NotHere
    tokens.end_tokens(purpose=recovery.ENTER, subject=row.uuid)
    network = (standing.network_id, standing.network_uuid)
    code = tokens.issue_code(purpose=recovery.ENTER, subject=row.uuid, network=network, lasts=LASTS)
    recovery.note(actor, "accounts.recovery_entry_letter_made", row, standing)
    return _letter(row, standing, code, _entry_words)


def enter(actor: Actor, *, login_name: str, code: str, password: str) -> Person:
    """A new password with the code of the second letter, once. Raises CodeDoesNotFit, TooManyTries.

    The same answer for a wrong name code and a wrong letter code."""
    try:
        opened = tokens.open_token(code, purpose=recovery.ENTER, address=actor.address)
        with scope.including(opened.network_id, opened.network_uuid), transaction.atomic():
            return _enter(actor, opened.subject_uuid, login_name, password)
    except NotFound as error:
        raise CodeDoesNotFit from error


def _enter(actor: Actor, subject: UUID, login_name: str, password: str) -> Person:
    found = Recovery.objects.filter(uuid=subject).first()
    if found is None:
        raise NotFound
    row = recovery.lock(found)
    person = Person.objects.select_for_update().get(pk=row.person_id)
    named = people.person_for_login(login_name)
    if named is None or named.pk != person.pk or not recovery.still_stands(row, person):
        raise NotFound
    person.set_password(password)
    recovery.end_old_ways_in(person)
    recovery.close(actor.as_holder(recovery.ENTER), row)
    return person


def _letter(row: Recovery, standing: Standing, code: str, words: Words) -> bytes:
    found = trust.leaders_of(standing.network_uuid)
    phone = phone_words((found[0].phone if found else "") or settings.HELP_PHONE)
    language = row.person.language
    with translation.override(language):
        data = {
            "network": standing.network_name,
            "date": date_words(clock.now()),
            "to": row.person.name,
            "opening": _("Dear %(name)s,") % {"name": row.person.name},
            "code": code,
            "sender": standing.network_name,
            "phone_line": _("Questions? Call %(phone)s.") % {"phone": phone} if phone else "",
            **words(row, phone),
        }
        return pdf.render(LETTER, data, language=language)


def _stop_words(row: Recovery, phone: str) -> dict[str, object]:
    ways = []
    if phone:
        ways.append(_("Call %(phone)s and say that you don't want this.") % {"phone": phone})
    ways.append(_("Or tell anybody else who runs your network."))
    ways.append(
        _("Or go to %(address)s and type the code.") % {"address": _short("accounts:stop_by_code")}
    )
    return {
        "title": _("Somebody wants to help you sign in again"),
        "paragraphs": [
            _("%(name)s of your network says that you can't sign in any more.")
            % {"name": row.started_by.name},
            _(
                "A second person must confirm this. Seven days later you get a new letter, with a"
                " code for a new password."
            ),
            _("Did you ask for this? Then you needn't do anything."),
        ],
        "ways_title": _("Did you not ask for this? Stop it"),
        "ways": ways,
        "code_title": _("Your code to stop it"),
        "until": "",
    }


def _entry_words(row: Recovery, phone: str) -> dict[str, object]:
    until = date_words(clock.now() + LASTS, weekday=False)
    return {
        "title": _("So you sign in again"),
        "paragraphs": [
            _("With the code below you choose a new password. Let nobody else see this letter."),
        ],
        "ways_title": _("This is how"),
        "ways": [
            _("Go to %(address)s.") % {"address": _short("enter_by_letter")},
            _("Type your name code: %(name)s.") % {"name": row.person.login_name},
            _("Type the code from this letter, and choose a new password."),
        ],
        "code_title": _("Your code"),
        "until": _("The code works until %(day)s, once.") % {"day": until},
    }


def _short(name: str) -> str:
    address = urlsplit(settings.SITE_URL + reverse(name))
    return address.netloc + address.path.rstrip("/")
