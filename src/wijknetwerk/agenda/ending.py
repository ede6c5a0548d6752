"""What happens to the agenda when a network rests or stops (rule N6)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wijknetwerk.agenda.models import Activity, Event, Place
from wijknetwerk.agenda.naming import EVENT, PLACE
from wijknetwerk.agenda.services import events, series
from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Ending, EndingPart, endings
from wijknetwerk.networks.services import search

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def register() -> None:
    """Called once, when the app is ready."""
    question = gettext_lazy("Which activity goes on elsewhere, and who sees to that?")
    title = gettext_lazy("The agenda and places")
    endings.register("agenda", EndingPart(title, 35, _tell, _act, question, _keep))


def _coming(network: "Network") -> Any:
    return Event.objects.filter(network=network, cancelled_at=None, starts_at__gt=clock.now())


def _tell(network: "Network") -> Sequence[str | Promise]:
    coming = _coming(network).filter(activity=None).count()
    running = Activity.objects.filter(network=network, until_on=None).count()
    said = [
        (coming, ngettext("One event is planned.", "%(num)s events are planned.", coming)),
        (running, ngettext("One activity comes back.", "%(num)s activities come back.", running)),
    ]
    return [text % {"num": number} for number, text in said if number]


def _act(*, actor: Actor, network: "Network", what: Ending) -> None:
    """At a stop all that is planned is cancelled, and who signed up is told. A rest leaves the
    agenda to its organisers; no reminders go out meanwhile."""
    if what is not Ending.STOP:
        return
    for activity in Activity.objects.select_for_update(of=("self",)).filter(network=network):
        activity.network = network
        if activity.until_on is None or activity.until_on > clock.today():
            series.end(activity)
    for event in _coming(network).select_for_update(of=("self",)).order_by("pk"):
        event.network = network
        events.call_off(event)
        search.forget(EVENT, event.uuid)
        log.record(actor, "agenda.event_cancelled", event)
    places = Place.objects.filter(network=network, closed_on=None)
    for place in places:
        search.forget(PLACE, place.uuid)
    places.update(closed_on=clock.today())


def _keep(network: "Network") -> Mapping[str, Any]:
    now = clock.now()
    rows = Event.objects.filter(network=network, cancelled_at=None, ends_at__lte=now, activity=None)
    return {
        f"{number}. {row.title}": (
            clock.local_day(row.starts_at),
            _("counted: %(n)s") % {"n": row.unnamed + row.attendees.count()},
        )
        for number, row in enumerate(rows.order_by("starts_at", "pk"), 1)
    }
