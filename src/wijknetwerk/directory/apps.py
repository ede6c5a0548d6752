"""See docs/directory.md."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.directory"
    label = "directory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Filled by each part of the app."""
        from wijknetwerk.directory import brings, waiting

        brings.register()
        waiting.register()
