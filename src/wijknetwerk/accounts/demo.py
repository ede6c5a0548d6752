"""For the demo only: the code that an authenticator app would show now."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings

from wijknetwerk.accounts.mfa import MfaAdapter, secrets_of
from wijknetwerk.accounts.models import Person


def current_code(person: Person) -> str | None:
    """The six digits of this moment; None without an authenticator. Refuses outside the demo."""
    if not settings.DEMO:
        raise RuntimeError("Authenticator codes are shown in the demo only.")
    kept = Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).first()
    if kept is None:
        return None
    with secrets_of(person):
        secret = MfaAdapter().decrypt(kept.data["secret"])
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def give_authenticator(person: Person, secret: str) -> None:
    """Set up an authenticator for somebody of the example. Refuses outside the demo."""
    if not settings.DEMO:
        raise RuntimeError("Only people of the example get an authenticator without asking.")
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP

    with secrets_of(person):
        TOTP.activate(person, secret)
        RecoveryCodes.activate(person)
