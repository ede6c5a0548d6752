"""How a network stands on the route. No totals and no percentages anywhere (rule R1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import BigIntegerField, CharField, QuerySet
from django.utils.translation import gettext as _

from wijknetwerk.accounts.names import name_fields, name_in
from wijknetwerk.core import clock
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.roadmap.models import Phase, PhaseWords, Status, Step, StepProgress
from wijknetwerk.roadmap.selectors.content import Content, step_of_old

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

ICONS = {"explore": "compass", "shape": "pencil", "deepen": "lotus", "anchor": "anchor"}
_is_address = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step with how it stands here; `number` 0 and no status of its own: nobody said it yet."""

    step: Step
    status: str = Status.OPEN.value
    number: int = 0
    note: str = ""
    where_to_see: str = ""
    owner_name: str = ""
    owner: UUID | None = None
    changed_at: datetime | None = None
    changed_by: str = ""
    is_old: bool = False

    @property
    def status_words(self) -> str:
        """The status in a word or two."""
        return str(Status(self.status).label)

    @property
    def where_link(self) -> str | None:
        """What members wrote under 'where to see', if that is an address of a page."""
        return self.where_to_see if is_link(self.where_to_see) else None


@dataclass(frozen=True, slots=True)
class Place:
    """One of the four places on the path, with the few words under it."""

    phase: Phase
    icon: str
    words: str
    own_words: str
    read: UUID | None


@dataclass(frozen=True, slots=True)
class History:
    """One earlier or present state of a step: what, when and by whom."""

    status_words: str
    note: str
    where_to_see: str
    owner_name: str
    changed_at: datetime
    changed_by: str


def is_link(text: str) -> bool:
    """Whether this is the address of a web page, and so may be a link."""
    try:
        _is_address(text)
    except ValidationError:
        return False
    return True


def lines_of(network: "Network", content: Content) -> list[StepLine]:
    """Every step of the content with how it stands, in order; after them what was busy on steps
    that are no longer in the content. One query, and one for each of those."""
    rows = {row.step: row for row in _LINES.ask(False, network_id=network.pk)}
    today = clock.today()
    lines = [_line(step, rows.pop(step.code, None), today) for step in content.steps]
    for code, row in sorted(rows.items()):
        step = step_of_old(code)
        if step is not None:
            lines.append(_line(step, row, today, is_old=True))
    return lines


def step_story(
    network: "Network", content: Content, code: str
) -> tuple[StepLine | None, list[History]]:
    """One step with how it stands, and how it stood over time, the newest first; one query. No
    line when neither content nor network knows it."""
    rows = _LINES.ask(True, network_id=network.pk, step=code)
    now = next((row for row in rows if row.superseded_at is None), None)
    return _step_line(content, code, now), [_history(row) for row in rows]


def _step_line(content: Content, code: str, row: Any) -> StepLine | None:
    step = content.step_by_code.get(code)
    if step is None and row is not None:
        old = step_of_old(code)
        return _line(old, row, clock.today(), is_old=True) if old else None
    return _line(step, row, clock.today()) if step else None


def _said(one_step: bool) -> QuerySet[Any, Any]:
    """How steps stand now, or how one stood all the time, with who took it up and who wrote; of
    people only their names."""
    rows: QuerySet[Any] = QuerySet(StepProgress).filter(network=_NETWORK)
    if one_step:
        rows = rows.filter(step=Slot("step", CharField())).order_by("-number")
    else:
        rows = rows.filter(superseded_at=None)
    what = ("step", "number", "status", "note", "where_to_see")
    own = (*what, "changed_at", "changed_by_id", "superseded_at")
    owner = ("owner_id", "owner__uuid", "owner__from_on", "owner__until_on")
    names = (*name_fields("owner__person"), *name_fields("changed_by"))
    return rows.values_list(*own, *owner, *names, named=True)


_NETWORK = Slot("network", BigIntegerField())
_LINES = Statement(_said)
_PHASE_WORDS = Statement(lambda: QuerySet(PhaseWords).filter(network=_NETWORK, superseded_at=None))


def _line(step: Step, row: Any, today: date, *, is_old: bool = False) -> StepLine:
    if row is None:
        return StepLine(step)
    owned = _owned_on(row, today)
    return StepLine(
        step=step,
        status=row.status,
        number=row.number,
        note=row.note,
        where_to_see=row.where_to_see,
        owner_name=name_in(row, "owner__person") if owned else "",
        owner=row.owner__uuid if owned else None,
        changed_at=row.changed_at,
        changed_by=name_in(row, "changed_by") if row.changed_by_id else _("someone who left"),
        is_old=is_old,
    )


def _owned_on(row: Any, day: date) -> bool:
    """Whether who took this up takes part on that day."""
    if row.owner_id is None or row.owner__from_on > day:
        return False
    return row.owner__until_on is None or day < row.owner__until_on


def _history(row: Any) -> History:
    return History(
        status_words=str(Status(row.status).label),
        note=row.note,
        where_to_see=row.where_to_see,
        owner_name=name_in(row, "owner__person") if row.owner_id else "",
        changed_at=row.changed_at,
        changed_by=name_in(row, "changed_by") if row.changed_by_id else _("someone who left"),
    )


def where_we_are(network: "Network", content: Content, lines: Iterable[StepLine]) -> list[Place]:
    """The four places with the network's own words, or plain words from what is going on."""
    said = {row.phase: row for row in _PHASE_WORDS.ask(network_id=network.pk)}
    lines = list(lines)
    places = []
    for phase in content.phases:
        row = said.get(phase.code)
        own = row.text if row else ""
        statuses = {line.status for line in lines if line.step.phase == phase.code}
        places.append(
            Place(
                phase=phase,
                icon=ICONS[phase.code],
                words=own or _plain_words(statuses),
                own_words=own,
                read=row.uuid if row else None,
            )
        )
    return places


def _plain_words(statuses: set[str]) -> str:
    if Status.BUSY in statuses:
        return _("we are busy with this")
    if Status.DONE in statuses:
        return _("we have done something here")
    return _("nothing begun yet")


def busiest_phase(content: Content, lines: Iterable[StepLine]) -> str:
    """Where the page opens: the phase of the busy step that changed last, else the first."""
    busy = [line for line in lines if line.status == Status.BUSY and line.changed_at]
    latest = max(busy, key=lambda line: line.changed_at or clock.now(), default=None)
    return latest.step.phase if latest else content.phases[0].code


def places_of(content: Content) -> list[Place]:
    """The four places without a network: under each what is done there."""
    return [Place(phase, ICONS[phase.code], phase.what, "", None) for phase in content.phases]
