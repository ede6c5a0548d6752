"""What texts keep about who wrote them, and how that goes (rule K3)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.library.models import Page, Picture, Revision, State
from wijknetwerk.library.services import pictures

READER = Actor.system("library.personal_data")
EVENT = "library.writer_taken_out"
_WHO = ("written_by", "saved_by", "published_by")


class TextsData:
    """Texts that a person wrote, saved or published, and pictures that they added."""

    title: str | Promise = _("Texts that you wrote")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """All of them, in whatever network and state."""
        with scope.acting(READER):
            person = _person(person_uuid)
            rows = list(_of(person)) if person else []
            added = list(_added(person)) if person else []
        for row in rows:
            yield _record(row, person)
        for picture in added:
            yield Record(
                _("A picture that you added"),
                ((_("What one sees"), picture.alt), (_("Day"), picture.created_at)),
            )

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """Take the name out of what was published; drafts that nobody else saw go."""
        with scope.acting(READER):
            person = _person(person_uuid)
            if person is None:
                return []
            gone = _delete([row for row in _of(person) if _only_theirs(row, person)])
            rows = list(_of(person))
            for row in rows:
                fields = [name for name in _WHO if getattr(row, f"{name}_id") == person.pk]
                for name in fields:
                    setattr(row, name, None)
                row.save(update_fields=fields)
            added = _added(person).update(added_by=None)
            if gone or rows or added:
                log.record(actor, EVENT, None, client=person_uuid, texts=len(rows), drafts=gone)
        stays = _("What was published stays, without your name.")
        return [
            Erasure(_("Texts that you wrote"), len(rows), "anonymised", stays),
            Erasure(_("Drafts that nobody else saw"), gone, "deleted"),
            Erasure(_("Pictures that you added"), added, "anonymised", stays),
        ]


def forget_drafts(before: datetime) -> int:
    """Delete versions that were never published and that nobody saved since this instant."""
    old = Revision.objects.filter(published_at=None, saved_at__lt=before)
    return _delete(list(old.exclude(state=State.REVIEW).select_related("page")))


@transaction.atomic
def _delete(rows: list[Revision]) -> int:
    """Delete these versions; of pages that hold nothing any more also the pictures and the page."""
    for row in rows:
        Revision.objects.filter(pk=row.pk).delete()
    for page in {row.page_id: row.page for row in rows}.values():
        left = Revision.objects.filter(page=page)
        shown = {number for one in left for number in one.pictures}
        for picture in Picture.objects.filter(page=page).select_related("file"):
            if picture.number not in shown:
                pictures.erase(picture)
        if not left.exists() and not page.shipped:
            Page.objects.filter(translation_of=page).update(translation_of=None)
            Page.objects.filter(pk=page.pk).delete()
    return len(rows)


def _only_theirs(row: Revision, person: Any) -> bool:
    """Whether nobody else worked on it or was asked to look."""
    unseen = row.state == State.DRAFT and row.sent_at is None
    return unseen and {row.written_by_id, row.saved_by_id} <= {person.pk}


def _of(person: Any) -> Any:
    mine = Q(written_by=person) | Q(saved_by=person) | Q(published_by=person)
    return Revision.objects.filter(mine).select_related("page", "network").order_by("saved_at")


def _added(person: Any) -> Any:
    return Picture.objects.filter(added_by=person).order_by("pk")


def _person(person_uuid: UUID) -> Any:
    return get_user_model().objects.filter(uuid=person_uuid).first()


def _record(row: Revision, person: Any) -> Record:
    wrote = row.written_by_id == person.pk
    fields: list[tuple[str | Promise, Any]] = [
        (_("Network"), row.network.name if row.network else _("of the platform")),
        (_("Title"), row.title),
        (_("State"), row.get_state_display()),
        (_("Last saved"), row.saved_at),
        (_("You began this version"), wrote),
    ]
    if wrote or row.saved_by_id == person.pk:
        fields += [(_("In one sentence"), row.summary), (_("Text"), row.body)]
    return Record(_("A text"), tuple(fields))
