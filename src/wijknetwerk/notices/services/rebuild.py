"""Comparing what waits with what should wait, and mending it."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.core.registries import Wanted, waiting_kinds
from wijknetwerk.notices.models import Waiting
from wijknetwerk.notices.services import waiting

Key = tuple[int, UUID]


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that was missing, too much, or other than it should be."""

    kind: str
    subject: UUID
    what: str  # missing | too much | changed


def rebuild(*, actor: Actor) -> list[Difference]:
    """Open what is missing, close what waits no longer, mend what differs; what it found.

    By the system, within its scope. What a person put away stays away. Rows of kinds that nobody
    registers any more are closed.
    """
    if not actor.is_system:
        raise NotAllowed
    found = []
    for code, _kind in waiting_kinds.items():
        with transaction.atomic():
            found += list(_rebuild_kind(actor, code))
    with transaction.atomic():
        unknown = Waiting.objects.filter(done_at=None).exclude(
            kind__in=[code for code, _kind in waiting_kinds.items()]
        )
        found += [Difference(row.kind, row.subject, "too much") for row in unknown]
        waiting.close(unknown)
    return found


def _rebuild_kind(actor: Actor, code: str) -> Iterator[Difference]:
    rows = Waiting.objects.select_for_update(of=("self",)).filter(kind=code, done_at=None)
    there = {(row.person_id, row.subject): row for row in rows}
    wanted = {(one.person_id, one.subject): one for one in waiting_kinds[code].wanted()}
    for key in wanted.keys() - there.keys():
        waiting.wait(actor=actor, kind=code, wanted=wanted[key])
        yield Difference(code, key[1], "missing")
    for key in there.keys() - wanted.keys():
        waiting.close(Waiting.objects.filter(pk=there[key].pk))
        yield Difference(code, key[1], "too much")
    for key in wanted.keys() & there.keys():
        if _mend(there[key], code, wanted[key]):
            yield Difference(code, key[1], "changed")


def _mend(row: Waiting, code: str, wanted: Wanted) -> bool:
    right = waiting.row_for(code, wanted)
    fields = ("duty", "network_uuid", "place", "words", "due_on")
    differing = [name for name in fields if getattr(row, name) != getattr(right, name)]
    for name in differing:
        setattr(row, name, getattr(right, name))
    if differing:
        row.save(update_fields=differing)
    return bool(differing)
