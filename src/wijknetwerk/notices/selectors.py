"""What waits for the reader, over all their networks, in one query."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    DateField,
    F,
    Q,
    QuerySet,
    UUIDField,
    When,
    Window,
)
from django.urls import NoReverseMatch

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import waiting_kinds
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.notices.models import DigestChoice, Rhythm, Waiting

SIZE = 20
MOST_PAGES = 50


@dataclass(frozen=True, slots=True)
class WaitingCard:
    """One thing that waits for me, in words, with the place where it is done in one click."""

    uuid: UUID
    title: str
    network: str
    button: str
    icon: str
    url: str
    duty: bool
    late_since: date | None
    click_url: str = ""
    click_label: str = ""


@dataclass(frozen=True, slots=True)
class WaitingList:
    """What is shown, and how much there is in all."""

    cards: Sequence[WaitingCard]
    in_all: int

    @property
    def duties(self) -> list[WaitingCard]:
        """Somebody waits for these; the late ones first, then the oldest."""
        return [card for card in self.cards if card.duty]

    @property
    def news(self) -> list[WaitingCard]:
        """Good to know; the oldest first."""
        return [card for card in self.cards if not card.duty]


def waiting_for(actor: Actor, *, pages: int = 1) -> WaitingList:
    """The first pages of what waits, of networks that the actor is in now and of none. One query.

    Rows of a kind that this version of the code doesn't know are passed by.
    """
    if actor.person_id is None:
        return WaitingList((), 0)
    names = {standing.network_uuid: standing.network_name for standing in actor.standings}
    asked = {f"network{place}": uuid for place, uuid in enumerate(names)}
    shown = SIZE * min(max(pages, 1), MOST_PAGES)
    today = clock.today()
    rows = _OPEN.ask(
        len(names), shown, network_id=None, person=actor.person_id, today=today, **asked
    )
    shown_rows = _that_open(actor, rows)
    cards = [card for row in shown_rows if (card := _card(row, names)) is not None]
    return WaitingList(cards, rows[0].rows_in_all - len(rows) + len(shown_rows) if rows else 0)


def _that_open(actor: Actor, rows: Sequence[Any]) -> list[Any]:
    """Without what shut since it was noted, for kinds that ask; one query for those of one app."""
    asked: dict[Any, set[str]] = {}
    for row in rows:
        kind = waiting_kinds.get(row.kind)
        if kind is not None and kind.opens is not None:
            asked.setdefault(kind.opens, set()).add(row.place["uuid"])
    found = {ask: set(ask(actor, uuids)) for ask, uuids in asked.items()}

    def opens(row: Any) -> bool:
        kind = waiting_kinds.get(row.kind)
        return kind is None or kind.opens is None or row.place["uuid"] in found[kind.opens]

    return [row for row in rows if opens(row)]


def _open(networks: int, shown: int) -> QuerySet[Any, Any]:
    mine = [Slot(f"network{place}", UUIDField()) for place in range(networks)]
    here = Q(network_uuid=None) | Q(network_uuid__in=mine) if mine else Q(network_uuid=None)
    rows: QuerySet[Any] = QuerySet(Waiting).filter(
        here, person=Slot("person", BigIntegerField()), done_at=None, away_at=None
    )
    late = Case(
        When(due_on__lt=Slot("today", DateField()), then=F("due_on")), output_field=DateField()
    )
    rows = rows.annotate(late_since=late, rows_in_all=Window(Count("*")))
    own = ("uuid", "kind", "duty", "network_uuid", "place", "words")
    ordered = rows.order_by("-duty", F("late_since").asc(nulls_last=True), "opened_at", "pk")
    return ordered.values_list(*own, "late_since", "rows_in_all", named=True)[:shown]


_OPEN = Statement(_open)


def _card(row: Any, names: Mapping[UUID, str]) -> WaitingCard | None:
    kind = waiting_kinds.get(row.kind)
    if kind is None:
        return None
    try:
        url = address(kind.url, **row.place)
        title = str(kind.title) % row.words
        click_url = address(kind.click, **row.place) if kind.click else ""
    except (NoReverseMatch, KeyError):
        return None  # of an older version of the code; `rebuild_waiting` mends the row
    return WaitingCard(
        uuid=row.uuid,
        title=title,
        network=names.get(row.network_uuid, ""),
        button=str(kind.button),
        icon=kind.icon,
        url=url,
        duty=row.duty,
        late_since=row.late_since,
        click_url=click_url,
        click_label=str(kind.click_label),
    )


def places_waiting(actor: Actor, prefix: str) -> set[str]:
    """Of which things (the uuid in their address) something waits for the actor, by kinds that
    begin so. One query."""
    if actor.person_id is None:
        return set()
    rows = Waiting.objects.filter(person=actor.person_id, done_at=None, kind__startswith=prefix)
    return {place["uuid"] for place in rows.values_list("place", flat=True) if "uuid" in place}


def late_duties(network_uuid: UUID) -> int:
    """How many duties of this network are past their day; about nobody. One query."""
    rows = Waiting.objects.filter(network_uuid=network_uuid, done_at=None, duty=True)
    return rows.filter(due_on__lt=clock.today()).values("kind", "subject").distinct().count()


def digest_choice_of(actor: Actor) -> dict[str, Any]:
    """How often the person wants the mail; every working day for who chose nothing. One query."""
    row = DigestChoice.objects.filter(person_id=actor.own_id).first()
    if row is None:
        return {"rhythm": Rhythm.DAILY.value, "weekday": 0}
    return {"rhythm": row.rhythm, "weekday": row.weekday}
