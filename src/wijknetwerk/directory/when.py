"""When something is, in words: from what people wrote, else from days and hours."""

from datetime import time

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from wijknetwerk.directory.kinds import DAYS


def day_name(code: str) -> str:
    """'maandag' for MO."""
    return str(WEEKDAYS[DAYS.index(code)])


def when_words(schedule: str, byday: str, opens_at: time | None, closes_at: time | None) -> str:
    """One line: own words first, because they say it best."""
    if schedule:
        return schedule
    days = [day_name(day) for day in DAYS if day in byday]
    hours = ""
    if opens_at and closes_at:
        hours = _("%(opens)s to %(closes)s") % {
            "opens": f"{opens_at:%H.%M}",
            "closes": f"{closes_at:%H.%M}",
        }
    elif opens_at:
        hours = _("from %(opens)s") % {"opens": f"{opens_at:%H.%M}"}
    return ", ".join(part for part in (_joined(days), hours) if part)


def _joined(days: list[str]) -> str:
    if len(days) < 2:
        return "".join(days)
    return _("%(days)s and %(last)s") % {"days": ", ".join(days[:-1]), "last": days[-1]}
