"""What a rest or a stop keeps about a person, and how it goes (rule K3)."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.networks import exit_talk
from wijknetwerk.networks.models import (
    ExitAnswer,
    Network,
    Pause,
    Stop,
    StopCall,
    StopPart,
    StopVoice,
    WhereNext,
)
from wijknetwerk.networks.personal_data import networks_of


class EndingData:
    """Answers of one person, and where their name was typed in."""

    title: str | Promise = _("When a network stops")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """What this person said, what was noted about them, and where their name stands."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return
        for network in networks_of(person):
            yield from _said(network, person)
            yield from _noted(network, person)

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """Own words go; in what others wrote the name goes."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return []
        counts = {"said": 0, "named": 0}
        for network in networks_of(person):
            counts["said"] += ExitAnswer.objects.filter(network=network, person=person).delete()[0]
            counts["said"] += StopVoice.objects.filter(network=network, person=person).delete()[0]
            counts["named"] += _erase_names(network, person)
            log.record(actor, "networks.ending_erased", network, client=person_uuid)
        return [
            Erasure(_("Your answers when a network stopped"), counts["said"], "deleted"),
            Erasure(_("Your name where others wrote it"), counts["named"], "anonymised"),
        ]


def forget_stops(before: datetime) -> int:
    """Delete what was said and arranged for stops that were over before this instant. The days and
    the lessons stay with the network."""
    count = 0
    for model in (ExitAnswer, StopVoice, StopPart, StopCall, WhereNext):
        count += model.objects.filter(stop__ended_at__lt=before).delete()[0]
    return count


def forget_names_at_rest(before: datetime) -> int:
    """Erase whom one could call during a rest that was over before this instant."""
    rows = Pause.objects.filter(ended_on__lt=before.date()).exclude(call_name="", call_phone="")
    return rows.update(call_name="", call_phone="")


def _said(network: Network, person: Any) -> Iterator[Record]:
    for row in ExitAnswer.objects.filter(network=network, person=person).order_by("pk"):
        asked = exit_talk.question(row.question)
        yield Record(
            _("Answer when a network stops"),
            (
                (_("Network"), network.name),
                (_("Question"), asked.text if asked else row.question),
                (_("Your words"), row.text),
                (_("With my name"), row.named),
                (_("Written"), row.written_at),
            ),
        )
    for voice in StopVoice.objects.filter(network=network, person=person).order_by("pk"):
        yield Record(
            _("What you think of the stop"),
            (
                (_("Network"), network.name),
                (_("Answer"), voice.get_said_display()),
                (_("Answered"), voice.said_at),
            ),
        )


def _noted(network: Network, person: Any) -> Iterator[Record]:
    calls = StopCall.objects.filter(network=network, membership__person=person)
    for row in calls.order_by("pk"):
        yield Record(
            _("You were told that a network stops"),
            ((_("Network"), network.name), (_("Told on"), row.told_at)),
        )
    for stop in Stop.objects.filter(network=network, started_by=person).order_by("pk"):
        yield Record(
            _("You led the stop of a network"),
            ((_("Network"), network.name), (_("Stops on"), stop.stops_on), (_("Why"), stop.why)),
        )
    for title, name, phone in _typed(network, person):
        yield Record(
            title, ((_("Network"), network.name), (_("Name"), name), (_("Phone number"), phone))
        )


def _typed(network: Network, person: Any) -> Iterator[tuple[Any, str, str]]:
    for rest in Pause.objects.filter(network=network, call_name__iexact=person.name):
        yield _("To call while a network rests"), rest.call_name, rest.call_phone
    for place in WhereNext.objects.filter(network=network, name__iexact=person.name):
        yield _("To call when a network is gone"), place.name, place.phone
    for part in StopPart.objects.filter(network=network, who__iexact=person.name):
        yield _("Arranges something at a stop"), part.who, ""


def _erase_names(network: Network, person: Any) -> int:
    rests = Pause.objects.filter(network=network, call_name__iexact=person.name)
    places = WhereNext.objects.filter(network=network, name__iexact=person.name)
    parts = StopPart.objects.filter(network=network, who__iexact=person.name)
    return (
        int(rests.update(call_name="", call_phone=""))
        + int(places.delete()[0])
        + int(parts.update(who=str(_("someone who left"))))
    )
