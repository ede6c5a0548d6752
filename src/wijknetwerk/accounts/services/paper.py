"""The codes on paper: they come with the first factor, and go with the last."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

from wijknetwerk.accounts.mfa import secrets_of
from wijknetwerk.accounts.models import Person

_PAPER = Authenticator.Type.RECOVERY_CODES


def make_if_none(person: Person) -> None:
    """Make ten codes for who has none yet; inside the caller's transaction."""
    if not Authenticator.objects.filter(user=person, type=_PAPER).exists():
        with secrets_of(person):
            RecoveryCodes.activate(person)


def renew(person: Person) -> None:
    """Make ten new codes; the old ones stop working. Inside the caller's transaction."""
    Authenticator.objects.filter(user=person, type=_PAPER).delete()
    make_if_none(person)


def drop_if_last(person: Person) -> None:
    """End the codes of who has neither an app nor a passkey any more."""
    kept = Authenticator.objects.filter(user=person)
    if not kept.exclude(type=_PAPER).exists():
        kept.delete()
