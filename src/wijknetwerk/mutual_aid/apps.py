"""See docs/mutual-aid.md."""

from django.apps import AppConfig


class MutualAidConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.mutual_aid"
    label = "mutual_aid"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wijknetwerk.core.registries import event_words
        from wijknetwerk.mutual_aid import events

        event_words.update(events.WORDS)
