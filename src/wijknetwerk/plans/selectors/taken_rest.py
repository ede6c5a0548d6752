"""Messages, documents and what stands beside the card, for its resident to take along; and what a
carer said about themselves, for the carer."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.plans.models import (
    BeforeAfter,
    CarerReader,
    CarerWord,
    HoldsUp,
    Message,
    PlanDocument,
    ResidentPlan,
)

READER = Actor.system("plans.personal_data")


MESSAGE = _("Message in your circle")


def messages(rows: "QuerySet[Message]") -> Iterator[Record]:
    """These messages, with who was left out."""
    rows = rows.select_related("written_by")
    for row in rows.prefetch_related("left_out__person").order_by("pk"):
        out = ", ".join(one.person.name for one in row.left_out.all())
        yield _record(
            MESSAGE,
            (_("Written"), row.written_at),
            (_("Written by"), row.written_by.name if row.written_by else ""),
            (_("Message"), row.text.read()),
            (_("Not for"), out),
        )


def records(plan: ResidentPlan) -> Iterator[Record]:
    """Each in plain words. The files of documents are downloaded one by one."""
    yield from messages(Message.objects.filter(plan=plan))
    papers = PlanDocument.objects.filter(plan=plan).select_related("file", "added_by")
    for paper in papers.prefetch_related("readers__person").order_by("pk"):
        yield _record(
            _("Document"),
            (_("What it is"), paper.title.read()),
            (_("File"), paper.file.name.read()),
            (_("Added"), paper.added_at),
            (_("Added by"), paper.added_by.name if paper.added_by else ""),
            (_("Who may read it"), ", ".join(one.person.name for one in paper.readers.all())),
        )
    for mark in BeforeAfter.objects.filter(plan=plan).select_related("need").order_by("pk"):
        yield _record(
            _("How I felt, 0 to 10"),
            (_("I need"), mark.need.text.read()),
            (_("Before"), mark.before.read()),
            (_("After"), mark.after.read()),
        )


class CarersData:
    """What somebody said as a carer, about themselves."""

    title: str | Promise = _("How you are holding up as a carer")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """Every word, and who may read it."""
        with scope.acting(READER):
            rows = CarerWord.objects.filter(carer__uuid=person_uuid).order_by("pk")
            found = [
                _record(
                    _("How you are holding up"),
                    (_("Day"), row.on),
                    (_("How it goes"), HoldsUp(row.holds_up.read()).label),
                    (_("In your words"), row.words.read()),
                )
                for row in rows
            ]
            shown = CarerReader.objects.filter(carer__uuid=person_uuid).select_related("person")
            names = [one.person.name for one in shown.order_by("pk")]
            if names:
                found.append(_record(_("Who may read it"), (_("Who"), ", ".join(names))))
        yield from found

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """It goes whole."""
        with scope.acting(READER):
            CarerReader.objects.filter(carer__uuid=person_uuid).delete()
            gone, _kinds = CarerWord.objects.filter(carer__uuid=person_uuid).delete()
        return [Erasure(_("How you were holding up as a carer"), gone, "deleted")]


def _record(title: Any, *fields: tuple[Any, Any]) -> Record:
    return Record(title, fields)
