"""See docs/goals.md."""

from django.apps import AppConfig


class GoalsConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.goals"
    label = "goals"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wijknetwerk.goals import linking, waiting

        linking.register()
        waiting.register()
