"""People: who they are and how they like to read."""

from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from wijknetwerk.accounts.models import Person, TextSize
from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed
from wijknetwerk.core.models.log import Action

SIGNED_UP_HERE = "accounts.signed_up"


def person_for_email(email: str) -> Person | None:
    """Whoever has this address. For services only: no page may show whether there is somebody."""
    return Person.objects.filter(email=email.strip().lower()).first() if email.strip() else None


def person_for_login(login: str) -> Person | None:
    """Whoever signs in with this address or name code; for the log of failed tries."""
    if "@" in login:
        return person_for_email(login)
    return Person.objects.filter(login_name=login.strip().lower()).first()


@transaction.atomic
def create_person(
    actor: Actor,
    *,
    given_name: str,
    prefix: str = "",
    family_name: str = "",
    email: str | None = None,
    phone: str = "",
    language: str = "nl",
    made_in_network: UUID | None = None,
) -> Person:
    """Write somebody down, without a password. InvalidInput when the address has a person.

    Ask `person_for_email` first. The address counts as theirs once they used a code sent to it.
    """
    if email and person_for_email(email):
        raise InvalidInput(_("This e-mail address belongs to somebody who is known already."))
    person = Person.objects.create_user(
        email,
        None,
        given_name=given_name.strip(),
        prefix=prefix.strip(),
        family_name=family_name.strip(),
        phone=phone.strip(),
        language=language,
        made_in_network=made_in_network,
    )
    if person.email:
        EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=False)
    log.record(actor, "accounts.person_made", person, client=person.uuid, action=Action.CREATE)
    note_log_name(person)
    return person


@transaction.atomic
def rename_person(
    actor: Actor, *, person: Person, given_name: str, prefix: str = "", family_name: str = ""
) -> None:
    """Give somebody another name."""
    person.given_name = given_name.strip()
    person.prefix = prefix.strip()
    person.family_name = family_name.strip()
    person.save(update_fields=["given_name", "prefix", "family_name"])
    log.record(actor, "accounts.person_renamed", person, client=person.uuid)
    note_log_name(person)


@transaction.atomic
def set_phone(actor: Actor, *, person: Person, phone: str) -> None:
    """Keep another phone number, or none."""
    if person.phone == phone.strip():
        return
    person.phone = phone.strip()
    person.save(update_fields=["phone"])
    log.record(actor, "accounts.phone_changed", person, client=person.uuid)


@transaction.atomic
def set_language_and_text_size(
    actor: Actor, *, person: Person, language: str = "", text_size: str = ""
) -> None:
    """Keep how somebody likes to read. What is empty or unknown stays as it was."""
    if language in dict(settings.LANGUAGES):
        person.language = language
    if text_size in TextSize.values:
        person.text_size = text_size
    person.save(update_fields=["language", "text_size"])
    log.record(actor, "accounts.reading_changed", person, client=person.uuid)


def note_log_name(person: Person) -> None:
    """Keep beside the log how this person is called now."""
    log.remember_name(person.uuid, person.name)


def take_over_names(person: Person, given: dict[str, Any]) -> None:
    """The name and language of somebody who signs up."""
    person.given_name = given.get("given_name", "")
    person.prefix = given.get("prefix", "")
    person.family_name = given.get("family_name", "")
    person.language = translation.get_language() or "nl"


def note_sign_up(request: HttpRequest, person: Person) -> None:
    """Log who signed up, and remember in the session that it was done in this browser."""
    request.session[SIGNED_UP_HERE] = person.pk
    actor: Actor = getattr(request, "actor", None) or Actor.anonymous()
    log.record(actor, "accounts.signed_up", person, client=person.uuid, action=Action.CREATE)
    note_log_name(person)


def confirm_address(request: HttpRequest, person: Person) -> None:
    """Somebody typed a code that was mailed to this person's address, so that it is theirs."""
    _row, _new = EmailAddress.objects.update_or_create(
        user=person, email=person.email, defaults={"verified": True, "primary": True}
    )
    address_confirmed(request, person)


def address_confirmed(request: HttpRequest, person: Person) -> None:
    """Somebody proved that an address is theirs.

    A password that was set before that, in another browser, is dropped: a stranger may have
    signed up with this address to wait for its owner.
    """
    signed_up_here = request.session.pop(SIGNED_UP_HERE, None) == person.pk
    actor: Actor = getattr(request, "actor", None) or Actor.anonymous()
    if person.last_login is None and not signed_up_here and person.has_usable_password():
        person.set_unusable_password()
        person.save(update_fields=["password"])
    log.record(actor, "accounts.address_confirmed", person, client=person.uuid)


@transaction.atomic
def make_administrator(
    actor: Actor, *, email: str, given_name: str = "", family_name: str = ""
) -> tuple[Person, bool]:
    """Make somebody administrator of the platform; True when they were not known before.

    Only the platform's own command may: NotAllowed for everybody else (rule A5).
    """
    if not actor.is_system:
        raise NotAllowed
    person = person_for_email(email)
    is_new = person is None
    if person is None:
        person = create_person(actor, given_name=given_name, family_name=family_name, email=email)
    person.is_platform_administrator = True
    person.save(update_fields=["is_platform_administrator"])
    log.record(actor, "accounts.administrator_made", person, client=person.uuid)
    return person, is_new
