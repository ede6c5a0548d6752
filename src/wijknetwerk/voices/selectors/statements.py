"""What the list of stories asks on its first page, as a statement that is made once
(core.statements)."""

from typing import Any

from django.db.models import BigIntegerField, QuerySet

from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.networks.selectors.paging import counting
from wijknetwerk.networks.selectors.statements import NETWORK
from wijknetwerk.voices import access
from wijknetwerk.voices.models import Story

SIZE = 20
COLUMNS = ("id", "uuid", "network_id", "kind", "source", "told_on", "reach", "named", "person_id",
           "shown_name", "title", "words", "words_changed_on")  # fmt: skip
"""What a card shows of a story."""


def _first(kind: str) -> QuerySet[Any, Any]:
    here = access.shared_here(Slot("me", BigIntegerField()))
    rows: QuerySet[Story] = QuerySet(Story).filter(here, network=NETWORK)
    if kind:
        rows = rows.filter(kind=kind)
    found = counting(rows).order_by("-told_on", "-pk")
    return found.values_list(*COLUMNS, "rows_in_all", named=True)[:SIZE]


_FIRST = Statement(_first)


def first_stories(network_id: int, kind: str, me: int) -> list[Story]:
    """The stories of the first page with what their cards show, each with the number of all as
    `rows_in_all`. One query; for a member."""
    found = []
    for row in _FIRST.ask(kind, network_id=network_id, me=me):
        story = Story.from_db("default", COLUMNS, row[:-1])
        story.rows_in_all = row.rows_in_all  # type: ignore[attr-defined]  # as `counting` does
        found.append(story)
    return found
