"""What concerns and complaints hold about a person, and how it goes (rule K3).

The teller gets the own words. A resident gets a concern about them once somebody spoke with them:
the day, with whom, and what was agreed; never who told it, nor that one's words. Before the talk it
is in no export: rule H6 says that people hear it from a person, not from a file.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.mutual_aid.models import Complaint, Concern
from wijknetwerk.mutual_aid.services import concern_clock

READER = Actor.system("mutual_aid.concerns_data")


class ConcernsData:
    """Concerns and complaints of one person, over all networks."""

    title: str | Promise = _("Concerns and complaints")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """What they told, what was talked about with them, what they complained about."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return
        with scope.acting(READER):
            found = [*_told(person), *_spoken(person), *_complaints(person)]
        yield from found

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """A concern about them goes whole. What they told stays without their name until its
        time is over, because it is about somebody else. A complaint goes on without them."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return []
        with scope.acting(READER):
            about = concern_clock.erase_of(resident=person)
            told = Concern.objects.filter(teller=person).update(teller=None)
            Concern.objects.filter(noted_by=person).update(noted_by=None)
            Concern.objects.filter(spoken_by=person).update(spoken_by=None)
            complained = _without_name(person)
            Complaint.objects.filter(noted_by=person).update(noted_by=None)
            log.record(actor, "mutual_aid.concerns_person_erased", None, client=person_uuid)
        return [
            Erasure(_("What was talked about with you after a concern"), about, "deleted"),
            Erasure(
                _("A concern that you told"),
                told,
                "anonymised",
                _("It is about somebody else. It goes within four weeks if nobody speaks."),
            ),
            Erasure(
                _("A complaint"),
                complained,
                "anonymised",
                _("The independent person goes on with it, without your name."),
            ),
        ]


def _without_name(person: Any) -> int:
    rows = list(Complaint.objects.filter(person=person))
    for row in rows:
        row.person = None
        row.name = row.phone = row.email = row.address = ""
        row.save()
    return len(rows)


def _told(person: Any) -> Iterator[Record]:
    left = Concern.objects.filter(teller=person).select_related("network")
    for row in left.order_by("told_at", "pk"):
        if row.spoken_on is None and row.speak_by <= clock.today():
            continue  # its time is over; the night erases it
        yield Record(
            _("A concern that you told"),
            (
                (_("Network"), row.network.name),
                (_("Told"), row.told_at),
                (_("About whom"), row.about.read()),
                (_("Your words"), row.words.read()),
                (_("Answer"), row.get_reply_display()),
                (_("More"), row.reply_words.read()),
            ),
        )


def _spoken(person: Any) -> Iterator[Record]:
    rows = Concern.objects.filter(resident=person).select_related("network", "spoken_by")
    for row in rows.order_by("spoken_on", "pk"):
        yield Record(
            _("A talk with you, because somebody worried"),
            (
                (_("Network"), row.network.name),
                (_("Day"), row.spoken_on),
                (_("With"), row.spoken_by.name if row.spoken_by else ""),
                (_("What was agreed"), row.spoken_note.read()),
            ),
        )


def _complaints(person: Any) -> Iterator[Record]:
    rows = Complaint.objects.filter(person=person).select_related("network")
    for row in rows.order_by("received_at", "pk"):
        yield Record(
            _("A complaint"),
            (
                (_("Network"), row.network.name),
                (_("Received"), row.received_at),
                (_("What happened"), row.words.read()),
                (_("What would help"), row.wish.read()),
                (_("How it stands"), row.get_state_display()),
                (_("Answer"), row.answer.read()),
            ),
        )
