"""See docs/mutual-aid.md."""

from django.apps import AppConfig


class MutualAidConfig(AppConfig):
    """Registers what this app brings; each part of it in its own file."""

    name = "wijknetwerk.mutual_aid"
    label = "mutual_aid"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wijknetwerk.core.registries import event_words
        from wijknetwerk.mutual_aid import (
            events,
            setup_checks,
            setup_concerns,
            setup_desk,
            setup_example,
            setup_matches,
            setup_matching,
            setup_offers,
            setup_requests,
            setup_sheets,
        )

        event_words.update(events.WORDS)
        setup_requests.register()
        setup_offers.register()
        setup_matching.register()
        setup_matches.register()
        setup_checks.register()
        setup_concerns.register()
        setup_desk.register()
        setup_sheets.register()
        setup_example.register()
        setup_requests.register_last()  # who it was goes last, when somebody is erased
