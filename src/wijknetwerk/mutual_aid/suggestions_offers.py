"""What would help a network most, by what is known of its helpers (rule R2)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from wijknetwerk.core.registries import Suggestion, suggestions

SAFE_HANDS = _("In veilige handen (NOV): volunteers need agreements, and somebody to turn to.")
THANKS = _("Lesson of the examples: helpers whom nobody asks go elsewhere.")
SOME = 5
_MISSING = ngettext_lazy(
    "Neighbours help each other here. One person isn't named yet, for worries or complaints.",
    "Neighbours help each other here. %(num)s people aren't named yet, for worries or complaints.",
    "num",
)
_QUIET = _("%(num)s helpers with room were asked nothing for 90 days.")


def register() -> None:
    """Called once, when the app is ready."""
    for code, rule in RULES.items():
        suggestions.register(f"mutual_aid.{code}", rule)


RULES = {
    "nobody_for_complaints": Suggestion(
        title=_("Agree who hears worries and complaints about help"),
        reason=lambda facts: str(_MISSING % {"num": facts["help_vacancies"]}),
        holds=lambda facts: facts["help_vacancies"] >= 1,
        needs=("help_vacancies",),
        weight=45,
        source=SAFE_HANDS,
        do=_("See who is missing"),
        url="mutual_aid:settings",
        figure="help_vacancies",
        act="edit_network",
    ),
    "helpers_not_asked": Suggestion(
        title=_("Call helpers whom nobody asked for long"),
        reason=lambda facts: str(_QUIET % {"num": facts["helpers_not_asked_90_days"]}),
        holds=lambda facts: facts["helpers_not_asked_90_days"] >= SOME,
        needs=("helpers_not_asked_90_days",),
        weight=35,
        source=THANKS,
        do=_("See who helps"),
        url="mutual_aid:people",
        figure="helpers_not_asked_90_days",
        act="note_for",
    ),
}
