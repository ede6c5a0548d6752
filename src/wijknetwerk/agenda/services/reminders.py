"""What the worker does by the clock: reminders, dates of series, and lists without who left."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q

from wijknetwerk.agenda import rhythm
from wijknetwerk.agenda.models import Activity, Event, SignUp
from wijknetwerk.agenda.selectors.people import counting
from wijknetwerk.agenda.services import series, telling
from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.clock import AMSTERDAM
from wijknetwerk.core.registries import resting

FROM, UNTIL = 9, 20  # hours between which people are reminded


def remind(*, actor: Actor) -> int:
    """Mail everybody who comes tomorrow and said so before today; once for each moment that it was
    planned at. Asked anew here: not who took it back or left, nothing of what was cancelled, and
    nothing of networks that rest or stopped. How many mails."""
    hour = clock.now().astimezone(AMSTERDAM).hour
    if not FROM <= hour < UNTIL:
        return 0
    tomorrow = clock.today() + timedelta(days=1)
    midnight = rhythm.midnight
    rows = SignUp.objects.filter(
        counting(),
        ~Q(reminded_for=F("event__starts_at")) | Q(reminded_for=None),
        event__cancelled_at=None,
        event__starts_at__gte=midnight(tomorrow),
        event__starts_at__lt=midnight(tomorrow + timedelta(days=1)),
        created_at__lt=midnight(clock.today()),
        network__stopped_on=None,
    ).exclude(network__uuid__in=resting())
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    return sum(_remind(key) for key in keys)


@transaction.atomic
def _remind(key: int) -> bool:
    locked = SignUp.objects.select_for_update(of=("self",)).filter(counting(), pk=key)
    found = locked.select_related("event__place", "network", "membership__person").first()
    if found is None or found.reminded_for == found.event.starts_at:
        return False
    found.event.network = found.network
    found.reminded_for = found.event.starts_at
    found.save(update_fields=["reminded_for"])
    return telling.mail(found, "reminder")


def fill_all() -> int:
    """Store the dates of all series half a year ahead; how many are new."""
    today = clock.today()
    rows = Activity.objects.filter(Q(until_on=None) | Q(until_on__gt=today))
    return sum(series.fill(row) for row in rows.select_related("network").order_by("pk"))


@transaction.atomic
def take_off_who_left(*, actor: Actor) -> int:
    """Close sign-ups of members who left. They didn't count since that day; this only tidies up."""
    rows = SignUp.objects.filter(
        cancelled_at=None,
        membership__until_on__lte=clock.today(),
        event__in=Event.objects.filter(starts_at__gt=clock.now()),
    )
    for row in rows.select_related("network", "membership__person"):
        row.cancelled_at = clock.now()
        row.save(update_fields=["cancelled_at"])
        client = row.membership.person.uuid if row.membership else None
        log.record(actor, "agenda.sign_up_taken_back", row, client=client)
    return len(rows)
