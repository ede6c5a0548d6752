"""Models of privacy."""

from wijknetwerk.privacy.models.consent import Consent, ConsentText, Withdrawal

__all__ = ["Consent", "ConsentText", "Withdrawal"]
