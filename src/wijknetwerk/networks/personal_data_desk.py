"""What the desk keeps about a person, and how it goes (rule K3)."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.contrib.auth import get_user_model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.networks.models import DeskCall, Mandate
from wijknetwerk.networks.personal_data import networks_of
from wijknetwerk.networks.selectors import desk
from wijknetwerk.notices.services import waiting


class DeskData:
    """Who may note down for me, and what was noted."""

    title: str | Promise = _("What the desk noted for you")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """Mandates and calls, also of networks that were left."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return
        for network in networks_of(person):
            mine = {"network": network, "person": person}
            for row in Mandate.objects.filter(**mine).select_related("noted_by"):
                yield Record(
                    _("The desk may note down for you"),
                    (
                        (_("Network"), network.name),
                        (_("The sentence"), row.sentence),
                        (_("How you said yes"), row.get_ground_display()),
                        (_("Noted by"), row.noted_by.name),
                        (_("From"), row.from_on),
                        (_("Until"), row.until_on),
                        (_("Ended"), row.ended_at),
                    ),
                )
            for call in DeskCall.objects.filter(**mine).select_related("noted_by"):
                yield Record(
                    _("Noted for you"),
                    (
                        (_("Network"), network.name),
                        (_("When"), call.noted_at),
                        (_("Noted by"), call.noted_by.name),
                        (_("Your words"), call.words.read()),
                        (_("Call back on"), call.call_back_on),
                        (_("Done"), call.done_at),
                    ),
                )

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """Delete calls, end and delete mandates; what they changed stays on record in the log."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return []
        calls = mandates = 0
        for network in networks_of(person):
            mine = DeskCall.objects.filter(network=network, person=person)
            for uuid in mine.values_list("uuid", flat=True):
                waiting.done(kind=desk.CALL_BACK, subject=uuid)
            calls += mine.delete()[0]
            mandates += Mandate.objects.filter(network=network, person=person).delete()[0]
            log.record(actor, "networks.calls_erased", network, client=person_uuid)
        return [
            Erasure(_("What the desk noted of calls"), calls, "deleted"),
            Erasure(_("Who may note down for somebody"), mandates, "deleted"),
        ]


def forget_calls(before: datetime) -> int:
    """Delete calls that were done, or should have been made, before this instant."""
    late = DeskCall.objects.filter(done_at=None, call_back_on__lt=clock.local_day(before))
    for uuid in late.values_list("uuid", flat=True):
        waiting.done(kind=desk.CALL_BACK, subject=uuid)
    return late.delete()[0] + DeskCall.objects.filter(done_at__lt=before).delete()[0]


def forget_mandates(before: datetime) -> int:
    """Delete mandates that ended or lapsed before this instant."""
    ended = Mandate.objects.filter(ended_at__lt=before).delete()[0]
    day = clock.local_day(before)
    return ended + Mandate.objects.filter(until_on__lt=day, ended_at=None).delete()[0]
