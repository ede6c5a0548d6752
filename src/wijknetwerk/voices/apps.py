"""See docs/voices.md."""

from django.apps import AppConfig


class VoicesConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.voices"
    label = "voices"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Filled by each part of the app."""
