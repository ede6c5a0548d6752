"""What notices keeps about a person, and how it goes (rule K3)."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record, waiting_kinds
from wijknetwerk.notices.models import DigestChoice, DigestSent, Waiting

READER = Actor.system("notices.personal_data")


class WaitingData:
    """What waits and waited for a person."""

    title: str | Promise = _("What waits for you")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """Each row, in the words that name nobody: others' names are theirs."""
        with scope.acting(READER):
            rows = list(Waiting.objects.filter(person__uuid=person_uuid).order_by("opened_at"))
            chosen = DigestChoice.objects.filter(person__uuid=person_uuid).first()
            mailed = list(DigestSent.objects.filter(person__uuid=person_uuid).order_by("on"))
        if chosen is not None:
            yield Record(
                _("Mail about what waits"), ((_("How often"), chosen.get_rhythm_display()),)
            )
        for sent in mailed:
            yield Record(_("Mail about what waits"), ((_("Sent on"), sent.on),))
        for row in rows:
            fields = (
                (_("Since"), row.opened_at),
                (_("Due on"), row.due_on),
                (_("Put away"), row.away_at),
                (_("Done"), row.done_at),
            )
            kind = waiting_kinds.get(row.kind)
            yield Record(kind.outside if kind else row.kind, fields)

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """All of it: nobody else's work hangs on it."""
        with scope.acting(READER):
            count = Waiting.objects.filter(person__uuid=person_uuid).delete()[0]
            DigestChoice.objects.filter(person__uuid=person_uuid).delete()
            DigestSent.objects.filter(person__uuid=person_uuid).delete()
        return [Erasure(self.title, count, "deleted")]


def forget_done(*, before: datetime) -> int:
    """Delete what was done before this instant; the worker's nightly job, in its own scope.

    The last mail of a person stays on record: what came before it is no news.
    """
    later = DigestSent.objects.filter(person=OuterRef("person"), on__gt=OuterRef("on"))
    DigestSent.objects.filter(Exists(later), created_at__lt=before).delete()
    return Waiting.objects.filter(done_at__lt=before).delete()[0]
