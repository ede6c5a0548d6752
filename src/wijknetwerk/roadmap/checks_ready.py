"""What the questions to ourselves register: waiting things, words for the log, retention."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.log.noted import noted_events
from wijknetwerk.core.registries import (
    ExampleData,
    Retention,
    event_words,
    example_data,
    personal_data,
    retention,
)

KEPT_FOR = timedelta(days=3 * 365)


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.roadmap import (
        check_data,
        check_facts,
        desk,
        ending_checks,
        example_checks,
        waiting,
    )

    waiting.register()
    desk.register()
    ending_checks.register()
    check_facts.register()
    noted_events.update({"roadmap.check_answered", "roadmap.check_changed"})
    event_words.update(
        {
            "roadmap.check_answered": _("Answered questions about the network"),
            "roadmap.check_changed": _("Changed answers about the network"),
        }
    )
    example_data.register("roadmap.checks", ExampleData(21, example_checks.load_all))
    personal_data.register("roadmap.checks", check_data.CheckData())
    retention.register(
        "roadmap.check_names",
        Retention(
            _("Names at answers about the network"),
            KEPT_FOR,
            _("So long members can see who changed their mind. The answers stay, without names."),
            check_data.forget_names,
        ),
    )
