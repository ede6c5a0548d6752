"""Plain words for the lines of the log that a person reads."""

from django.utils.functional import Promise
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import registries
from wijknetwerk.core.models.log import LogEntry, Outcome

YOU = _("You")
SOMEONE_WHO_LEFT = _("Someone who left")
THE_PLATFORM = _("The platform itself")
SOMETHING = _("Did something with your data")


def of_event(code: str) -> str | Promise:
    """The sentence that the app of this event registered."""
    return registries.event_words.get(code, SOMETHING)


def of_line(row: LogEntry) -> str | Promise:
    """The same of a line of the log, with the kind of reason where that has words of its own
    ('what.happened.reason')."""
    exact = registries.event_words.get(f"{row.event}.{row.detail.get('reason', '')}")
    return exact or of_event(row.event)


def of_outcome(outcome: int) -> str | Promise:
    """Whether it was let through."""
    return _("Refused") if outcome == Outcome.DENIED else ""


def for_you(who: str | Promise) -> str:
    """Somebody noted it down for the reader, at their word."""
    return now("%(who)s, for you") % {"who": who}
