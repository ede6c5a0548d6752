"""The second factor: an authenticator app, and codes on paper for when it is lost."""

from allauth.core import ratelimit
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, validate_totp_code
from django.core import signing
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.mfa import MfaAdapter, secrets_of
from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.services import codes, identity, mails, paper
from wijknetwerk.core import crypto, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import Damaged, DomainError, TooManyTries

_SALT = "wijknetwerk.accounts.setup"
_LASTS = 3600


class HasOneAlready(DomainError):
    """There is an authenticator already."""

    code = "has_authenticator"
    message = _("You have set up an authenticator app already.")


def new_secret(person: Person) -> str:
    """A sealed secret for setting up, to travel in the form; nothing is stored by looking."""
    sealed = crypto.encrypt(generate_totp_secret(), bound_to=f"accounts.setup/{person.uuid}")
    return signing.dumps(sealed, salt=_SALT)


def secret_in(person: Person, travelled: str) -> str:
    """The secret of a form. CodeOver when it was changed, is too old, or another's."""
    try:
        sealed = signing.loads(travelled, salt=_SALT, max_age=_LASTS)
        return crypto.decrypt(sealed, bound_to=f"accounts.setup/{person.uuid}")
    except (signing.BadSignature, Damaged) as error:
        raise codes.CodeOver from error


def address_of(person: Person, secret: str) -> str:
    """What an authenticator app reads from the square code."""
    return str(MfaAdapter().build_totp_url(person, secret))


def set_up(request: HttpRequest, actor: Actor, *, person: Person, secret: str, code: str) -> None:
    """Store the authenticator after its first right code, and make recovery codes.

    Raises WrongCode, TooManyTries, HasOneAlready. The session then counts as confirmed.
    """
    key = f"mfa-auth-user-{person.pk}"
    if not ratelimit.consume(request, action="login_failed", key=key):
        raise TooManyTries
    if not validate_totp_code(secret, code):
        raise codes.WrongCode(_("This code is not right. Type the code that the app shows now."))
    with transaction.atomic(), secrets_of(person):
        Person.objects.select_for_update().get(pk=person.pk)
        if identity.has_authenticator(person):
            raise HasOneAlready
        authenticator = TOTP.activate(person, secret).instance
        paper.make_if_none(person)
        log.record(actor, "accounts.second_factor_set_up", person, client=person.uuid)
        mails.to_person("second_factor_set_up", person)
    identity.gave_second_factor(request, authenticator)


def recovery_codes(person: Person) -> list[str]:
    """The codes on paper that were not used yet, in two groups of four."""
    kept = Authenticator.objects.filter(user=person, type="recovery_codes").first()
    if kept is None:
        return []
    with secrets_of(person):
        return [f"{code[:4]} {code[4:]}" for code in kept.wrap().get_unused_codes()]


@transaction.atomic
def renew_recovery_codes(actor: Actor, *, person: Person) -> None:
    """Make new codes on paper; the old ones stop working."""
    Person.objects.select_for_update().get(pk=person.pk)
    paper.renew(person)
    log.record(actor, "accounts.recovery_codes_renewed", person, client=person.uuid)


@transaction.atomic
def remove(actor: Actor, *, person: Person) -> None:
    """Go on without the app; who has no passkey is asked to set one up again before pages with
    other people's data."""
    Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).delete()
    paper.drop_if_last(person)
    log.record(actor, "accounts.second_factor_removed", person, client=person.uuid)
    mails.to_person("second_factor_removed", person)
