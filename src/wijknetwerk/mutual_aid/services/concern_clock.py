"""Concerns by the clock: reminded, erased (rule H6), and kept no longer than needed.

Each in a transaction of its own. The line in the log says that one was erased, and no more.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q

from wijknetwerk.core import clock, log, outbox
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.models.log import Action
from wijknetwerk.mutual_aid.models import Concern, ConcernState
from wijknetwerk.mutual_aid.selectors import concern_keepers, concern_waits
from wijknetwerk.mutual_aid.services import concerns

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

CLOCK = Actor.system("worker.concerns")
NEVER_CLOSED = timedelta(days=182)
"""Spoken with, and never closed: half a year after it was told it goes too."""


def night(*, actor: Actor) -> int:
    """Erase what nobody spoke about within four weeks, remind, and let each wait for who hears it
    today. How many were erased."""
    due = Concern.objects.filter(spoken_on=None, speak_by__lte=clock.today())
    count = _erase_each(list(due.values_list("pk", flat=True)))
    networks = {}
    mailed: set[tuple[int, int]] = set()
    for row in list(concern_waits.open_concerns()):
        networks[row.network_id] = row.network
        _remind(row, mailed)
    for network in networks.values():
        with transaction.atomic():
            concerns.refresh(network)
    return count


def forget_closed(*, before: datetime) -> int:
    """Erase what was closed before this instant, and what was never closed in half a year."""
    old = Q(closed_at__lt=before) | Q(told_at__lt=clock.now() - NEVER_CLOSED)
    rows = Concern.objects.filter(old)
    return _erase_each(list(rows.values_list("pk", flat=True)))


@transaction.atomic
def erase_all(*, network: "Network") -> None:
    """The network stops: nothing of any concern stays."""
    _erase_each(list(Concern.objects.filter(network=network).values_list("pk", flat=True)))
    concerns.refresh(network)


def erase_of(*, resident: Any) -> int:
    """Everything that was talked about with this person; how many."""
    rows = Concern.objects.filter(resident=resident)
    return _erase_each(list(rows.values_list("pk", flat=True)))


def _erase_each(keys: list[int]) -> int:
    for key in keys:
        with transaction.atomic():
            row = (
                Concern.objects.select_for_update(of=("self",))
                .select_related("network")
                .get(pk=key)
            )
            network = row.network
            row.delete()
            log.record(CLOCK, "mutual_aid.concern_erased", network, action=Action.DELETE)
            concerns.refresh(network)
            concerns.no_unread(network)
    return len(keys)


def _remind(row: Concern, mailed: set[tuple[int, int]]) -> None:
    """A mail at two weeks and at three and a half; it says only that something waits, so one a
    night, however many were told."""
    told_on = row.speak_by - concern_waits.LASTS
    due = sum(told_on + days <= clock.today() for days in concern_waits.REMIND_AFTER)
    if row.spoken_on is not None or row.state == ConcernState.CLOSED or row.reminded >= due:
        return
    reader = concern_keepers.reader_of(row)
    with transaction.atomic():
        Concern.objects.filter(pk=row.pk).update(reminded=due)
        if reader is None or not reader.person.email:
            return
        if (key := (row.network_id, reader.person_id)) in mailed:
            return
        mailed.add(key)
        outbox.queue(
            purpose="mutual_aid.concern",
            to=reader.person.email,
            template="mutual_aid/mail/waits.txt",
            context={"name": reader.person.name, "network": row.network.name},
            language=reader.person.language or "nl",
            person=reader.person.uuid,
            network=row.network.uuid,
        )
