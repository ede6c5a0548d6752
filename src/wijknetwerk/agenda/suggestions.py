"""What would help a network, by what is on its agenda (rule R2)."""

from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijknetwerk.agenda.selectors.facts import LAST_ON, PLANNED
from wijknetwerk.core import clock
from wijknetwerk.core.registries import Facts, Suggestion, suggestions
from wijknetwerk.core.templating import date_words

LONG = timedelta(weeks=10)


def register() -> None:
    """Called once, when the app is ready."""
    for code, suggestion in _SUGGESTIONS.items():
        suggestions.register(code, suggestion)


def _no_gathering_after_last(facts: Facts) -> bool:
    last = date.fromisoformat(facts[LAST_ON])
    return facts[PLANNED] == 0 and last + LONG <= clock.today()


def _long_ago(facts: Facts) -> str:
    day = date_words(date.fromisoformat(facts[LAST_ON]), weekday=False)
    return _("Your last gathering was on %(day)s. None is planned.") % {"day": day}


_SUGGESTIONS = {
    "agenda.no_gathering": Suggestion(
        title=gettext_lazy("Plan a next gathering"),
        reason=_long_ago,
        holds=_no_gathering_after_last,
        needs=(PLANNED, LAST_ON),
        weight=44,
        source=gettext_lazy("your own agenda"),
        do=gettext_lazy("Put it on the agenda"),
        url="agenda:event_new",
    ),
}
