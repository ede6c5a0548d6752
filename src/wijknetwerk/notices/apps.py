"""What waits for people, by whatever causes it. See docs/notices.md."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    """Keeps the waiting things of all apps; knows none of their subjects."""

    name = "wijknetwerk.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wijknetwerk.core import registries
        from wijknetwerk.notices import example, failed_waiting, menu, personal_data

        failed_waiting.register()
        menu.register()
        registries.personal_data.register("notices.waiting", personal_data.WaitingData())
        registries.retention.register(
            "notices.waiting",
            registries.Retention(
                _("What waited for you and is done"),
                timedelta(days=90),
                _("to see what happened to it; it names nobody"),
                personal_data.forget_done,
            ),
        )
        registries.event_words["notices.digest_chosen"] = _("Chose how often the mail comes")
        registries.example_data.register("notices", registries.ExampleData(95, example.load))
