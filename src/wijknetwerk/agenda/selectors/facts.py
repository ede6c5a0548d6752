"""What is counted of a network's agenda."""

from datetime import timedelta

from django.db.models import Max, Sum

from wijknetwerk.agenda.models import Attendee, Event, Kind
from wijknetwerk.core import clock
from wijknetwerk.core.registries import Facts

EVENTS, REACHED = "events_8_weeks", "people_reached_8_weeks"
PLANNED, LAST_ON = "gatherings_planned", "last_gathering_on"
WEEKS = timedelta(weeks=8)


def count(network_id: int) -> Facts:
    """Events of the last eight weeks, how many people came as far as it was filled in, gatherings
    that are planned, and the day of the last one. Four queries."""
    now = clock.now()
    rows = Event.objects.filter(network=network_id, cancelled_at=None)
    lately = rows.filter(ends_at__lte=now, ends_at__gt=now - WEEKS)
    counted = lately.filter(counted_at__isnull=False)
    told = counted.aggregate(unnamed=Sum("unnamed"), last=Max("counted_at"))
    named = Attendee.objects.filter(event__in=counted).count()
    gatherings = rows.filter(kind=Kind.GATHERING)
    last = gatherings.filter(ends_at__lte=now).aggregate(day=Max("starts_at"))["day"]
    return {
        EVENTS: lately.count(),
        # Nobody filled in a list: then it is not known how many came, which is not 0.
        REACHED: None if told["last"] is None else named + (told["unnamed"] or 0),
        PLANNED: gatherings.filter(starts_at__gt=now).count(),
        LAST_ON: clock.local_day(last).isoformat() if last else None,
    }
