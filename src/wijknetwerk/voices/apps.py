"""See docs/voices.md."""

from django.apps import AppConfig


class VoicesConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.voices"
    label = "voices"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Filled by each part of the app."""
        from wijknetwerk.voices import setup_diaries, setup_stories

        setup_stories.register()
        setup_diaries.register()
        from wijknetwerk.voices import rounds_ready

        rounds_ready.register()
