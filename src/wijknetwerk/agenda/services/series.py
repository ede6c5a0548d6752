"""Series: the same again and again. Their dates are stored half a year ahead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction

from wijknetwerk.agenda import access, rhythm
from wijknetwerk.agenda.models import Activity, Event, Happening, Rhythm, SignUp
from wijknetwerk.agenda.naming import SERIES
from wijknetwerk.agenda.selectors.finding import series_text
from wijknetwerk.agenda.services import events, telling
from wijknetwerk.agenda.services.events import NAMES, Said
from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks.services import facts, search

if TYPE_CHECKING:
    from django.db import models

    from wijknetwerk.networks.models import Network

RHYTHMS = [(one.value, one.label) for one in Rhythm]
AHEAD = timedelta(days=183)
COPIED = tuple(field.name for field in Happening._meta.get_fields())


@dataclass(frozen=True, slots=True)
class Again:
    """How a series comes back: `until` is the first day on which it doesn't."""

    rhythm: str
    first: date
    starts: time
    ends: time
    until: date | None = None

    def checked(self) -> "Again":
        """The same. InvalidInput for what can't be."""
        forward = self.until is None or self.until > self.first
        if self.rhythm not in Rhythm.values or self.ends <= self.starts or not forward:
            raise InvalidInput
        return self


@transaction.atomic
def start(*, actor: Actor, network: "Network", said: Said, again: Again) -> Activity:
    """Begin a series, with its dates of the coming half year."""
    access.require_plan(actor, network, is_public=said.is_public)
    again = again.checked()
    made = Activity(network=network, from_on=again.first)
    events.set_said(made, network, events.with_maker(actor, network, said).checked(), NAMES)
    _set_again(made, again)
    made.save()
    log.record(actor, "agenda.series_started", made, action=Action.CREATE, kind=made.kind)
    fill(made)
    search.keep(series_text(made))
    facts.count_soon(network.pk)
    return made


@transaction.atomic
def change(
    *,
    actor: Actor,
    network: "Network",
    activity: UUID,
    said: Said,
    again: Again,
    changed: Iterable[str],
) -> Activity:
    """Change a series from now on. What was, and what was changed by hand, stays as it is. A date
    for which people signed up keeps its day and time; its words go along, and who signed up is told
    of another place."""
    found = access.activity_for(actor, network, activity)
    locked = _lock(found)
    names = [name for name in NAMES if name in set(changed)]
    if "is_public" in names:
        access.require_plan(actor, network, is_public=said.is_public)
    there = events.where_now(locked)
    events.set_said(locked, network, said.checked(), names)
    before = (locked.rhythm, locked.from_on, locked.until_on, locked.starts, locked.ends)
    _set_again(locked, again.checked())
    locked.save()
    if before != (locked.rhythm, locked.from_on, locked.until_on, locked.starts, locked.ends):
        _free(locked).delete()
    fill(locked)
    _copy_onto(locked)
    if there != events.where_now(locked):
        _tell_where(locked)
    if locked.until_on is None or locked.until_on > clock.today():
        search.keep(series_text(locked))
    else:
        search.forget(SERIES, locked.uuid)
    log.record(actor, "agenda.series_changed", locked, fields=names)
    facts.count_soon(network.pk)
    return locked


@transaction.atomic
def stop(*, actor: Actor, network: "Network", activity: UUID) -> Activity:
    """End a series today. Dates for which people signed up are cancelled, and they are told."""
    locked = _lock(access.activity_for(actor, network, activity))
    end(locked)
    log.record(actor, "agenda.series_stopped", locked)
    facts.count_soon(network.pk)
    return locked


def end(activity: Activity) -> None:
    """End a locked series, within its network's scope."""
    activity.until_on = max(activity.from_on, clock.today())
    activity.save(update_fields=["until_on"])
    _free(activity).delete()
    search.forget(SERIES, activity.uuid)
    rows = Event.objects.filter(activity=activity, cancelled_at=None, starts_at__gt=clock.now())
    for event in rows.select_for_update(of=("self",)).order_by("pk"):
        event.network = activity.network
        events.call_off(event)


def fill(activity: Activity) -> int:
    """Store the dates of a series that lie ahead and aren't there yet; how many. Repeatable."""
    today = clock.today()
    end_on = today + AHEAD
    known = set(
        Event.objects.filter(activity=activity, planned_on__gte=today).values_list(
            "planned_on", flat=True
        )
    )
    wanted = rhythm.days(activity.rhythm, activity.from_on, activity.until_on, end_on)
    missing = [day for day in wanted if day >= today and day not in known]
    rows = [_event(activity, day) for day in missing]
    Event.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _event(activity: Activity, day: date) -> Event:
    said = {name: getattr(activity, name) for name in COPIED}
    return Event(
        network=activity.network,
        activity=activity,
        planned_on=day,
        starts_at=rhythm.moment(day, activity.starts),
        ends_at=rhythm.moment(day, activity.ends),
        **said,
    )


def _copy_onto(activity: Activity) -> None:
    """Dates ahead that go with the series say what it says now."""
    said = {name: getattr(activity, name) for name in COPIED}
    rows = Event.objects.filter(activity=activity, by_hand=False, starts_at__gt=clock.now())
    rows.update(**said, changed_at=clock.now())


def _tell_where(activity: Activity) -> None:
    """Who signed up for one of its dates reads where it is now."""
    rows = _ahead(activity).filter(pk__in=_with_people(activity))
    for event in rows.select_related("place").order_by("starts_at"):
        event.network = activity.network
        telling.elsewhere(event)


def _free(activity: Activity) -> "models.QuerySet[Event]":
    """Dates ahead that nobody changed, cancelled or signed up for."""
    return _ahead(activity).exclude(pk__in=_with_people(activity))


def _ahead(activity: Activity) -> "models.QuerySet[Event]":
    """Dates that come and go with their series."""
    return Event.objects.filter(
        activity=activity, by_hand=False, cancelled_at=None, starts_at__gt=clock.now()
    )


def _with_people(activity: Activity) -> Any:
    return SignUp.objects.filter(event__activity=activity).values("event_id")


def _set_again(activity: Activity, again: Again) -> None:
    activity.rhythm, activity.from_on, activity.until_on = again.rhythm, again.first, again.until
    activity.starts, activity.ends = again.starts, again.ends


def _lock(activity: Activity) -> Activity:
    locked = Activity.objects.select_for_update(of=("self",)).get(pk=activity.pk)
    locked.network = activity.network
    return locked
