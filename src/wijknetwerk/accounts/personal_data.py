"""What accounts keeps about a person, and how it goes (rule K3)."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.utils.functional import Promise
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.models import EmailChange, LinkedAccount, Person, Recovery
from wijknetwerk.accounts.services import passkeys
from wijknetwerk.accounts.services.closing import anonymise
from wijknetwerk.accounts.services.identity import has_authenticator
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.core.templating import phone_words


class AccountData:
    """Name, ways to reach, ways to sign in."""

    title: str | Promise = _("Your account")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """Everything but the secrets themselves."""
        person = Person.objects.filter(uuid=person_uuid).first()
        if person is None:
            return
        yield Record(_("Who you are"), _about(person))
        for change in EmailChange.objects.filter(person=person):
            fields = ((_("Old address"), change.old_email), (_("Changed"), change.created_at))
            yield Record(_("Change of e-mail address"), fields)
        for key in passkeys.of(person):
            yield Record(
                _("Passkey"),
                ((_("Name"), key.name), (_("Made"), key.made_at), (_("Last used"), key.used_at)),
            )
        for row in LinkedAccount.objects.filter(person=person):
            yield Record(
                _("Account elsewhere"),
                (
                    (_("Where"), row.issuer),
                    (_("E-mail address there"), row.email),
                    (_("Reference there"), row.subject),
                    (_("Linked"), row.created_at),
                    (_("Last used"), row.used_at),
                ),
            )
        for help_ in Recovery.objects.filter(person=person).order_by("pk"):
            yield Record(
                _("Help with signing in"),
                (
                    (_("Since"), help_.created_at),
                    (_("New e-mail address"), help_.new_email),
                    (_("Letter"), help_.letter_at),
                    (_("Ended"), help_.stopped_at),
                    (_("Done"), help_.done_at),
                ),
            )
        for session in UserSession.objects.filter(user=person):
            yield Record(
                _("Where you are signed in"),
                (
                    (_("Since"), session.created_at),
                    (_("Browser"), session.user_agent),
                    (_("Internet address"), session.ip),
                ),
            )

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """Close the account: the row stays, because others' work points to it, without a name."""
        person = Person.objects.filter(uuid=person_uuid).first()
        if person is None:
            return []
        anonymise(actor, person=person)
        return [Erasure(self.title, 1, "anonymised", _("What you did for others stays."))]


def _about(person: Person) -> tuple[tuple[Any, Any], ...]:
    return (
        (_("First name"), person.given_name),
        (_("Prefix"), person.prefix),
        (_("Surname"), person.family_name),
        (_("E-mail address"), person.email or ""),
        (_("Name code"), person.login_name or ""),
        (_("Phone number"), phone_words(person.phone)),
        (_("Language"), get_language_info(person.language)["name_local"]),
        (_("Text size"), person.get_text_size_display()),
        (_("Made"), person.created_at),
        (_("Has a password"), person.has_usable_password()),
        (_("Has an authenticator app"), has_authenticator(person)),
    )
