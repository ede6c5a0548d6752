"""What the agenda keeps about a person, and how it goes (rule K3).

Guests without account are no persons here: the link in their mail shows what is kept, takes it
back, and all of it goes ninety days after the event.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import F
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.agenda import access
from wijknetwerk.agenda.models import Activity, Attendee, Event, SignUp, TableNote
from wijknetwerk.agenda.selectors.feeds import link_of
from wijknetwerk.core import clock, log, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.networks.personal_data import networks_of


class AgendaData:
    """Sign-ups, where one was, what one takes up, what one sees to, and the calendar link."""

    title: str | Promise = _("The agenda")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """All of it, also of networks that one left."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return
        for network in networks_of(person):
            yield from _of(network, person)
        if (link := link_of(person_uuid)) is not None:
            kept = ((_("Made"), link.made_at), (_("Until"), link.until))
            yield Record(_("Your calendar link. Which one it is, we can't read."), kept)

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """Sign-ups go; who came becomes a number; what one took up stays without the name."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return []
        tokens.end_tokens(purpose=access.FEED, subject=person_uuid)
        counts = {"sign_ups": 0, "came": 0, "notes": 0, "sees_to": 0}
        for network in networks_of(person):
            mine = {"network": network, "membership__person": person}
            theirs = {"network": network, "organiser__person": person}
            counts["came"] += _count_only(Attendee.objects.filter(**mine))
            counts["sign_ups"] += SignUp.objects.filter(**mine).delete()[0]
            taken = TableNote.objects.filter(network=network, owner__person=person)
            counts["notes"] += taken.update(owner=None)
            for model in (Event, Activity):
                ahead = model.objects.filter(**theirs)
                counts["sees_to"] += ahead.update(organiser=None)
            log.record(actor, "agenda.person_erased", network, client=person_uuid)
        return [
            Erasure(_("That you would come"), counts["sign_ups"], "deleted"),
            Erasure(_("Where you were"), counts["came"], "anonymised"),
            Erasure(_("What you take up"), counts["notes"], "anonymised"),
            Erasure(_("What you see to"), counts["sees_to"], "anonymised"),
        ]


def forget_guests(before: datetime) -> int:
    """Erase guests of events that ended before this instant; who came stays as a number."""
    gone = _count_only(Attendee.objects.filter(membership=None, event__ends_at__lt=before))
    gone += SignUp.objects.filter(membership=None, event__ends_at__lt=before).delete()[0]
    notes = TableNote.objects.filter(event__ends_at__lt=before).exclude(taker="")
    return gone + notes.update(taker="")


def forget_members(before: datetime) -> int:
    """The same for members, much later."""
    gone = _count_only(Attendee.objects.filter(event__ends_at__lt=before))
    return gone + SignUp.objects.filter(event__ends_at__lt=before).delete()[0]


def _count_only(rows: Any) -> int:
    """Make of people who came a number of the event."""
    found = list(rows.values_list("pk", "event_id"))
    for _key, event in found:
        Event.objects.filter(pk=event).update(unnamed=F("unnamed") + 1)
    rows.model.objects.filter(pk__in=[key for key, _event in found]).delete()
    return len(found)


def _of(network: Any, person: Any) -> Iterator[Record]:
    mine = {"network": network, "membership__person": person}
    for row in SignUp.objects.filter(**mine).select_related("event").order_by("pk"):
        more = ((_("Brings along"), row.brings), (_("Taken back"), row.cancelled_at is not None))
        yield _record(_("You said that you come"), network, row.event, *more)
    for came in Attendee.objects.filter(**mine).select_related("event").order_by("pk"):
        yield _record(_("You were there"), network, came.event)
    notes = TableNote.objects.filter(network=network, owner__person=person, removed_at=None)
    for note in notes.select_related("event").order_by("pk"):
        words = ((_("What was said"), note.said), (_("By when"), note.by_on))
        yield _record(_("You take something up"), network, note.event, *words)
    sees_to = Event.objects.filter(network=network, organiser__person=person, activity=None)
    for event in sees_to.order_by("starts_at"):
        yield _record(_("You see to this"), network, event)
    for series in Activity.objects.filter(network=network, organiser__person=person).order_by("pk"):
        told = ((_("Event"), series.title), (_("Since"), series.from_on))
        yield Record(_("You see to this"), ((_("Network"), network.name), *told))


def _record(title: Any, network: Any, event: Event, *more: tuple[Any, Any]) -> Record:
    fields = (
        (_("Network"), network.name),
        (_("Event"), event.title),
        (_("Day"), clock.local_day(event.starts_at)),
    )
    return Record(title, (*fields, *more))
