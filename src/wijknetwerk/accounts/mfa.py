"""How the second factor behaves here."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from allauth.mfa.adapter import DefaultMFAAdapter
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import crypto

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person

_owner: ContextVar[str] = ContextVar("owner_of_secrets")


@contextmanager
def secrets_of(person: "Person") -> Iterator[None]:
    """Whose secrets are read or made within. A secret that was moved to another person's row
    can't be read there, because it is bound to its owner. Outside, there is nothing to read."""
    token = _owner.set(str(person.uuid))
    try:
        yield
    finally:
        _owner.reset(token)


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Authenticator secrets and recovery codes are kept encrypted (rule K1)."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right, or it was used already. Try the next one."),
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret for its owner. LookupError outside `secrets_of`."""
        return crypto.encrypt(text, bound_to=_place())

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret of its owner. LookupError outside `secrets_of`."""
        return crypto.decrypt(encrypted_text, bound_to=_place())


def _place() -> str:
    return f"mfa.authenticator/{_owner.get()}/data"
