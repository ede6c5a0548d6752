"""See docs/library.md."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.library"
    label = "library"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Filled by each part of the app."""
        from wijknetwerk.library import practice_registering, registering, waiting

        waiting.register()
        registering.register()
        practice_registering.register()
