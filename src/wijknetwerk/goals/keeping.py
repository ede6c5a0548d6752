"""Personal data and how long it is kept."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import registries
from wijknetwerk.core.registries import Retention

YEAR = timedelta(days=365)


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.goals import personal_data as kept

    registries.personal_data.register("goals", kept.GoalsData())
    words = Retention(
        _("Words with a question to take something over"),
        YEAR,
        _("Until then somebody can ask how it went."),
        kept.forget_ask_words,
    )
    registries.retention.register("goals.ask_words", words)
    names = Retention(
        _("Who did what was agreed, after it ended"),
        3 * YEAR,
        _("So that a team can look back. What was done stays, without names."),
        kept.forget_names,
    )
    registries.retention.register("goals.names", names)
