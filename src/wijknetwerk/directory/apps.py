"""See docs/directory.md."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.directory"
    label = "directory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Filled by each part of the app."""
        from wijknetwerk.core import registries
        from wijknetwerk.directory import brings, example_lists, facts, keeping, waiting

        brings.register()
        waiting.register()
        keeping.register()
        facts.register()
        registries.example_data.register(
            "directory", registries.ExampleData(36, example_lists.load_all)
        )
