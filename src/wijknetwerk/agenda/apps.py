"""See docs/agenda.md."""

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.agenda"
    label = "agenda"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Filled by each part of the app."""
