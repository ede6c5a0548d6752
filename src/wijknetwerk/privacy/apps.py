"""See docs/privacy.md."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.privacy"
    label = "privacy"
    default_auto_field = "django.db.models.BigAutoField"
