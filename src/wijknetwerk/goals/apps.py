"""See docs/goals.md."""

from django.apps import AppConfig


class GoalsConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.goals"
    label = "goals"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wijknetwerk.core.registries import event_words, member_ended
        from wijknetwerk.goals import events, linking, waiting
        from wijknetwerk.goals.services import owners

        linking.register()
        waiting.register()
        event_words.update(events.WORDS)
        member_ended.register("goals", owners.member_left)
