"""Documents of a plan, as far as a hand may read them at this moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise

from wijknetwerk.core import log
from wijknetwerk.core.errors import NotFound
from wijknetwerk.plans import access_rest
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import CircleMember, DocumentReader, PlanDocument
from wijknetwerk.plans.parts import one
from wijknetwerk.privacy import words as privacy_words
from wijknetwerk.privacy.purposes import Deed


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """One document. `readers` only for who decides about it."""

    uuid: UUID
    title: str
    kind: str
    size: int
    at: datetime
    who: str | Promise
    money: bool
    readers: Sequence[str]
    may_choose: bool
    may_remove: bool


def shown(hand: Hand) -> Sequence[DocumentShown]:
    """The list, newest first; two queries."""
    rows = (
        access_rest.documents(hand).select_related("file", "added_by").order_by("-added_at", "-pk")
    )
    found = list(rows)
    readers = _readers(hand, found)
    return [_one(hand, row, readers.get(row.pk, [])) for row in found]


def document(hand: Hand, uuid: UUID) -> PlanDocument:
    """One that this hand may read. NotFound."""
    rows = access_rest.documents(hand).select_related("file", "added_by")
    found: PlanDocument | None = rows.filter(uuid=uuid).first()
    if found is None:
        raise NotFound
    found.network = hand.plan.network
    return found


def note_download(hand: Hand, row: PlanDocument) -> None:
    """On record before the file is given: who, on which consent."""
    verdict = hand.may(row.part, Deed.READ, one(row.THING, row.uuid))
    log.look(
        hand.actor,
        "plans.document_read",
        row,
        client=hand.resident_uuid,
        purpose=verdict.purpose,
        consent=verdict.consent,
        checks=verdict.checks,
        part=row.part.value,
    )


def reader_ids(row: PlanDocument) -> set[int]:
    """Whom the resident or the adder chose."""
    return set(DocumentReader.objects.filter(document=row).values_list("person_id", flat=True))


def _readers(hand: Hand, rows: Sequence[PlanDocument]) -> dict[int, list[str]]:
    seen = [row.pk for row in rows if hand.decides([row.part])]
    found: dict[int, list[str]] = {}
    picked = DocumentReader.objects.filter(document__in=seen).select_related("person")
    for row in picked.order_by("pk") if seen else ():
        found.setdefault(row.document_id, []).append(row.person.name)
    return found


def _one(hand: Hand, row: PlanDocument, readers: Sequence[str]) -> DocumentShown:
    decides, runs = hand.decides([row.part]), hand.plan.is_open
    mine = row.added_by_id == hand.actor.own_id and bool(hand.may(row.part, Deed.WRITE))
    return DocumentShown(
        row.uuid,
        row.title.read(),
        row.file.content_type,
        row.file.size,
        row.added_at,
        row.added_by.name if row.added_by else privacy_words.SOMEONE_WHO_LEFT,
        row.money,
        readers,
        decides and runs,
        (decides or mine) and runs,
    )


def reader_places(row: PlanDocument, among: Sequence[tuple[UUID, str]]) -> list[str]:
    """Which of these places of the circle are a reader of it now."""
    picked = CircleMember.objects.filter(
        plan=row.plan_id,
        uuid__in=[uuid for uuid, _name in among],
        membership__person__in=reader_ids(row),
    )
    return [str(uuid) for uuid in picked.values_list("uuid", flat=True)]
