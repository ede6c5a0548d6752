"""What help between neighbours keeps of how it goes (rule K3): one's own answers, nobody else's."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.db.models.functions import Length
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.mutual_aid.models import FollowUp, Going, MatchState, Side
from wijknetwerk.networks.personal_data import networks_of


class ChecksData:
    """What one person said of how the help goes, over all networks."""

    title: str | Promise = _("How you said that the help goes")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """One's own answers and when one is asked next; never what the other side said."""
        person = _person(person_uuid)
        if person is None:
            return
        for network in networks_of(person):
            for row in _own(network, person).order_by("due_on", "pk"):
                yield _record(network, row)

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """The words go, and by whom they were noted; that somebody answered stays in the counts."""
        person = _person(person_uuid)
        if person is None:
            return []
        count = noted = 0
        for network in networks_of(person):
            for row in _own(network, person).order_by("pk"):
                _empty(row)
                count += 1
            noted += FollowUp.objects.filter(network=network, noted_by=person).update(noted_by=None)
            log.record(actor, "mutual_aid.checks_erased", network, client=person_uuid)
        stays = _("How it went stays in the counts, without your name.")
        return [
            Erasure(_("What you said of how the help goes"), count, "anonymised", stays),
            Erasure(_("What you noted of how help goes"), noted, "anonymised"),
        ]


def forget_checks(*, before: datetime) -> int:
    """Erase the words of checks of what ended before this instant, and who noted them."""
    over = Q(match__state__in=(MatchState.ENDED, MatchState.CLOSED))
    old = FollowUp.objects.filter(over, match__ended_on__lt=clock.local_day(before))
    named = old.annotate(long=Length("need")).filter(Q(long__gt=0) | Q(noted_by__isnull=False))
    count = 0
    for row in named.order_by("pk"):
        row.noted_by = None
        row.save(update_fields=["noted_by"])
        _empty(row)
        count += 1
    return count


def _empty(row: FollowUp) -> None:
    row.need, row.need_open = "", False
    row.save(update_fields=["need", "need_open"])


def _person(uuid: UUID) -> Any:
    return get_user_model().objects.filter(uuid=uuid).first()


def _own(network: Any, person: Any) -> QuerySet[FollowUp]:
    asks = Q(side=Side.ASKER, match__request__asker__person=person)
    helps = Q(side=Side.HELPER, match__offer__helper__person=person)
    return FollowUp.objects.filter(asks | helps, network=network)


def _record(network: Any, row: FollowUp) -> Record:
    fields = (
        (_("Network"), network.name),
        (_("You are asked on"), row.due_on),
        (_("Answered on"), clock.local_day(row.answered_at) if row.answered_at else None),
        (_("Does it go well?"), Going(row.going).label if row.going else ""),
        (_("Content?"), Going(row.content).label if row.content else ""),
        (_("What you need"), row.need.read()),
        (_("Calls that didn't reach you"), row.tries),
    )
    return Record(_("How does the help go?"), fields)
