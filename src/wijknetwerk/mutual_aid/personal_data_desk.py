"""What handing over the desk holds about a person, and how it goes (rule K3)."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.mutual_aid.models import DeskAway
from wijknetwerk.mutual_aid.services import away

READER = Actor.system("mutual_aid.away_data")


class AwayData:
    """When somebody of the desk was away, and for whom they kept it."""

    title: str | Promise = _("Keeping the desk")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """All handovers of this person; the notes only of who wrote them."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return
        with scope.acting(READER):
            mine = Q(who__person=person) | Q(substitute__person=person)
            rows = DeskAway.objects.filter(mine).select_related("who", "network").order_by("pk")
            found = [self._record(row, row.who.person_id == person.pk) for row in rows]
        yield from found

    @staticmethod
    def _record(row: DeskAway, mine: bool) -> Record:
        title = _("You were away from the desk") if mine else _("You kept the desk for a colleague")
        return Record(
            title,
            (
                (_("network"), row.network.name),
                (_("from"), row.from_on),
                (_("until"), row.until_on),
                (_("state"), row.get_state_display()),
                (_("good to know"), row.notes.read() if mine else ""),
            ),
        )

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """What still comes ends, and the notes go; that there was a handover stays, unnamed."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return []
        with scope.acting(READER):
            rows = DeskAway.objects.filter(who__person=person).select_related("network")
            noted = [row for row in rows if row.notes]
            for row in noted:
                row.notes = ""
                row.save(update_fields=["notes"])
            both = Q(who__person=person) | Q(substitute__person=person)
            away.end_all(DeskAway.objects.filter(both, until_on__gt=clock.today()))
            log.record(actor, "mutual_aid.away_erased", None, client=person_uuid)
        return [Erasure(_("What you wrote down for who keeps the desk"), len(noted), "deleted")]
