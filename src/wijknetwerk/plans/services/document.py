"""Documents of a plan: added with readers of their own, and taken away for good."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePath
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, files, log, pictures
from wijknetwerk.core.errors import InvalidInput, NotAllowed
from wijknetwerk.core.models.log import Action
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import DocumentReader, PlanDocument
from wijknetwerk.plans.parts import Part, one, part_of
from wijknetwerk.plans.selectors import document as selectors
from wijknetwerk.plans.selectors import people
from wijknetwerk.plans.services import tell
from wijknetwerk.plans.services.plans import require_open
from wijknetwerk.privacy.purposes import Deed

PDF = b"%PDF-"
LONGEST_SIDE = 2400


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent in: its name, its bytes, what it is, and for whom of the circle."""

    name: str
    content: bytes
    title: str
    money: bool = False
    readers: Collection[UUID] = ()


@transaction.atomic
def add(*, hand: Hand, sent: Sent) -> PlanDocument:
    """A PDF or a picture; read by the resident, who adds it, and these people of the circle.
    InvalidInput, NotFound for who can't be chosen."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        part = part_of(Part.DOCUMENTS, money=sent.money)
        hand.require(part, Deed.WRITE)
        if not hand.decides([part]):
            hand.require(Part.DOCUMENTS, Deed.WRITE)
        require_open(hand)
        readers = _chosen(hand, part, sent.readers)
        if not sent.title.strip():
            raise InvalidInput(_("Say in a few words what it is."))
        name, content = _checked(sent)
        made = PlanDocument.of(
            hand.plan,
            money=sent.money,
            file=files.store(name=name, content=content),
            added_at=clock.now(),
            added_by_id=hand.actor.own_id,
        )
        made.title = sent.title.strip()
        made.save()
        if not hand.is_resident and hand.actor.own_id is not None:
            readers = readers | {hand.actor.own_id}
        _put_readers(made, readers)
        _record(hand, "plans.document_added", made, Action.CREATE)
        tell.soon(hand, tell.DOCUMENT, made.uuid)
        return made


@transaction.atomic
def choose_readers(*, hand: Hand, document: UUID, readers: Collection[UUID]) -> PlanDocument:
    """The resident, or who decides for them, chooses who of the circle reads it. NotAllowed."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        row = selectors.document(hand, document)
        if not hand.decides([row.part]):
            raise NotAllowed
        require_open(hand)
        chosen = _chosen(hand, row.part, readers)
        DocumentReader.objects.filter(document=row).exclude(person__in=chosen).delete()
        _put_readers(row, chosen - selectors.reader_ids(row))
        _record(hand, "plans.document_readers", row)
        tell.soon(hand, tell.DOCUMENT, row.uuid)
        return row


@transaction.atomic
def remove(*, hand: Hand, document: UUID) -> None:
    """Erase it, file and all: the resident, who decides for them, or who added it and may still
    write. NotAllowed."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        row = selectors.document(hand, document)
        mine = row.added_by_id == hand.actor.own_id and hand.may(row.part, Deed.WRITE)
        if not (hand.decides([row.part]) or mine):
            raise NotAllowed
        require_open(hand)
        _record(hand, "plans.document_removed", row, Action.DELETE)
        file = row.file
        row.delete()
        files.remove(file)


def _chosen(hand: Hand, part: Part, places: Collection[UUID]) -> set[int]:
    """People of the circle who may read this part now. InvalidInput for who may not."""
    found = people.of_places(hand, places)
    able = {uuid for uuid, _name in people.readers_of(hand, part)} if places else set()
    if not set(places) <= able:
        raise InvalidInput(_("Choose people who may see documents."))
    return found


def _put_readers(row: PlanDocument, persons: Collection[int]) -> None:
    for person in sorted(persons):
        DocumentReader.of(row.plan, document=row, person_id=person).save()


def _checked(sent: Sent) -> tuple[str, bytes]:
    """A PDF as it is, a picture drawn anew. InvalidInput for anything else."""
    if len(sent.content) > files.MOST_BYTES:
        raise InvalidInput(_("This file is too large. It may be 10 MB at most."))
    if sent.content.startswith(PDF):
        return sent.name, sent.content
    picture = pictures.checked(sent.content, longest_side=LONGEST_SIDE)
    return f"{PurePath(sent.name).stem}.webp", picture.content


def _record(hand: Hand, event: str, row: PlanDocument, action: Action = Action.UPDATE) -> None:
    verdict = hand.may(row.part, Deed.WRITE, one(row.THING, row.uuid))
    log.record(
        hand.actor,
        event,
        row,
        client=hand.resident_uuid,
        action=action,
        consent=verdict.consent,
        purpose=verdict.purpose,
        checks=verdict.checks,
        part=row.part.value,
    )
