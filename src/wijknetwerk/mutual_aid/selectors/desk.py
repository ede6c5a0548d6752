"""What stands at the desk: who waits and how long, and for each the one thing that comes next.

Everything is read for one page: the same number of queries with ten as with thousands of requests.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
    Window,
)
from django.db.models.functions import Coalesce, JSONObject

from wijknetwerk.accounts.names import name_fields
from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.fields import Sealed
from wijknetwerk.mutual_aid.kinds import shipped
from wijknetwerk.mutual_aid.models import (
    OPEN_MATCHES,
    OPEN_REQUESTS,
    HelpOffer,
    HelpRequest,
    Match,
    MatchAct,
    MatchState,
    MatchStep,
    Neighbour,
    OwnKind,
    ReachedBy,
    RequestState,
)
from wijknetwerk.mutual_aid.selectors import check_waits
from wijknetwerk.mutual_aid.selectors import kinds as kinds_of
from wijknetwerk.mutual_aid.selectors.neighbours import name_of, phone_of
from wijknetwerk.mutual_aid.selectors.offers import open_on, running
from wijknetwerk.networks.areas.folding import fold
from wijknetwerk.networks.selectors.paging import Paged, counting, paged, paged_by

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

SIZE = 40
MOST_SEARCHED = 2000
SHORT = 110
LONG_WAIT = 14  # days
LONG_AGO = timedelta(days=60)
LATELY = timedelta(days=14)
FEW = 6

UNHAPPY, NEW, WAITING, BUSY, HELPED = "unhappy", "new", "waiting", "busy", "helped"
SECTIONS = (UNHAPPY, NEW, WAITING, BUSY, HELPED)
TALK, APPROVE, ASK, CALL_HELPER, CALL_ASKER, WAIT, FIND, MEET, LOOK = (
    "talk",
    "approve",
    "ask",
    "call_helper",
    "call_asker",
    "wait",
    "find",
    "meet",
    "look",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader wants to see: everything stands in the address."""

    state: str = ""
    kind: str = ""
    pc4: str = ""
    urgent: bool = False
    mine: bool = False
    q: str = ""
    page: str = ""

    @property
    def narrows(self) -> bool:
        """Whether the filters leave something out, besides the state."""
        return bool(self.kind or self.pc4 or self.urgent or self.mine or self.q)


@dataclass(frozen=True, slots=True)
class Next:
    """The one thing that comes next: which act, with whom, at which number."""

    act: str
    match: UUID | None = None
    helper: str = ""
    phone: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A request at the desk."""

    uuid: UUID
    section: str
    who: str
    words: str
    kind: str
    days: int
    urgent: bool
    long: bool
    lapsed: bool
    next: Next


@dataclass(frozen=True, slots=True)
class Counts:
    """How many requests stand in each section, in the whole network."""

    unhappy: int = 0
    new: int = 0
    waiting: int = 0
    busy: int = 0
    helped: int = 0

    @property
    def to_do(self) -> int:
        """All that ask something of the desk, or wait for an answer."""
        return self.unhappy + self.new + self.waiting + self.busy


@dataclass(frozen=True, slots=True)
class Helper:
    """A helper with room, whom nobody asked for the longest time."""

    offer: UUID
    name: str
    kinds: str
    last_asked: datetime | None
    long_ago: bool
    room: int


def _counts(network: "Network") -> "QuerySet[Any, Any]":
    """One row: how many requests stand in each section, as JSON."""
    rows = HelpRequest.objects.filter(network=network, state__in=OPEN_REQUESTS).order_by()
    each = {name: Count("pk", filter=_of(name)) for name in SECTIONS}
    found: QuerySet[Any, Any] = rows.values("network").annotate(found=JSONObject(**each))
    return found.values_list("found", flat=True)


def _checks(network: "Network") -> "QuerySet[Any, Any]":
    """One row: how many checks ask something of the desk now; none when there are none."""
    rows = check_waits.at_desk(clock.today()).filter(network=network).order_by()
    return rows.values("network").annotate(found=Count("pk")).values_list("found", flat=True)


def _of(section: str) -> Q:
    """The condition of a section; a request stands in one."""
    content = Q(unhappy_at=None)
    return {
        UNHAPPY: Q(unhappy_at__isnull=False),
        NEW: content & Q(state=RequestState.NEW),
        WAITING: content & Q(state=RequestState.WAITING),
        BUSY: content & Q(state=RequestState.BUSY),
        HELPED: content & Q(state=RequestState.HELPED),
    }[section]


@dataclass(frozen=True, slots=True)
class Screen:
    """The whole screen of the desk."""

    found: Paged[DeskRow]
    counts: Counts
    checks: int
    helpers: list[Helper]
    with_room: int


def screen(actor: Actor, network: "Network", asked: Asked) -> Screen:
    """Requests (unhappy first, then new, then who waits the longest), the figures beside the
    filters, and helpers with room. Two queries; three where no request is found."""
    rows = _ordered(_narrowed(actor, network, asked), network)
    found: Paged[Any] = (
        _searched(rows, asked.q, asked.page) if asked.q else paged(rows, asked.page, SIZE)
    )
    if found.rows:
        counted, checks = found.rows[0].counts, found.rows[0].checks
    else:
        numbers = HelpRequest.objects.filter(network=network).order_by()
        first: Any = numbers.annotate(**_figures(network)).first()
        counted, checks = (first.counts, first.checks) if first else ({}, 0)
    helpers, with_room = helpers_with_room(network)
    now = clock.now()
    return Screen(
        found=found.map(lambda row: _row(row, now)),
        counts=Counts(**(counted or {})),
        checks=checks,
        helpers=helpers,
        with_room=with_room,
    )


def _figures(network: "Network") -> dict[str, Any]:
    return {
        "counts": Subquery(_counts(network)),
        "checks": Coalesce(Subquery(_checks(network)), 0),
    }


def _narrowed(actor: Actor, network: "Network", asked: Asked) -> "QuerySet[HelpRequest]":
    rows = HelpRequest.objects.filter(network=network, state__in=OPEN_REQUESTS)
    if asked.state in SECTIONS:
        rows = rows.filter(_of(asked.state))
    elif not asked.q:
        rows = rows.exclude(_of(HELPED))
    if asked.kind:
        rows = rows.filter(Q(kind=asked.kind) | Q(kind__startswith=f"{asked.kind}."))
    if asked.pc4:
        rows = rows.filter(Q(pc4=asked.pc4) | Q(pc4="", asker__pc4=asked.pc4))
    if asked.urgent:
        rows = rows.filter(urgent=True)
    if asked.mine:
        rows = rows.filter(noted_by_id=actor.own_id)
    return rows


# What comes next hangs on the match that is furthest: a helper who would like to before one who is
# asked before one who is thought of.
_FURTHEST = Case(
    When(state=MatchState.WILLING, then=Value(0)),
    When(state=MatchState.ASKED, then=Value(1)),
    When(state=MatchState.AGREED, then=Value(2)),
    When(state=MatchState.RUNNING, then=Value(3)),
    default=Value(4),
)


def _ordered(rows: "QuerySet[HelpRequest]", network: "Network") -> "QuerySet[Any]":
    section = Case(
        *(When(_of(name), then=Value(place)) for place, name in enumerate(SECTIONS)),
        default=Value(len(SECTIONS)),
    )
    lapsed = MatchStep.objects.filter(
        match__request=OuterRef("pk"), act=MatchAct.LAPSE, at__gte=clock.now() - LATELY
    )
    own = OwnKind.objects.filter(network=network, code=OuterRef("kind"), ended_on=None)
    shown = rows.annotate(
        place=section,
        step=Subquery(_furthest()),
        lapsed=Exists(lapsed),
        own_kind=Subquery(own.values("title")[:1]),
        **_figures(network),
    )
    return (
        counting(shown)
        .select_related("asker__person")
        .only(
            *("uuid", "kind", "words", "urgent", "waits_since", "state", "unhappy_at"),
            *("told_approved_at", "call_name", "call_phone"),
            *("asker__uuid", "asker__name", "asker__phone", "asker__person__phone"),
            *name_fields("asker__person"),
        )
        .order_by("place", "-urgent", "waits_since", "pk")
    )


def _furthest() -> "QuerySet[Any, Any]":
    """The match of a request that is furthest, with its helper, as JSON: so the whole list is one
    query. Names stay sealed."""
    rows = Match.objects.filter(request=OuterRef("pk"), state__in=OPEN_MATCHES)
    helper = "offer__helper"
    fields = {
        "uuid": "uuid",
        "state": "state",
        "how": "asked_how",
        "lapse_on": "lapse_on",
        "meet_on": "meet_on",
        "helper": f"{helper}__uuid",
        "name": f"{helper}__name",
        "phone": f"{helper}__phone",
        "given": f"{helper}__person__given_name",
        "family": f"{helper}__person__family_name",
        "number": f"{helper}__person__phone",
    }
    found: QuerySet[Any, Any] = rows.order_by(_FURTHEST, "rank", "pk").annotate(
        step=JSONObject(**fields)
    )
    return found.values("step")[:1]


def _searched(rows: "QuerySet[Any]", q: str, page: str) -> Paged[Any]:
    """Names and words are under lock: they are looked through here, not by the database."""
    words, digits = fold(q).split()[:5], "".join(sign for sign in q if sign.isdigit())
    fits = [row for row in rows[:MOST_SEARCHED] if _fits(row, words, digits)]
    for row in fits:
        row.rows_in_all = len(fits)
    return paged_by(lambda start: fits[start : start + SIZE], page, SIZE)


def _fits(row: HelpRequest, words: list[str], digits: str) -> bool:
    if len(digits) >= 4:
        numbers = phone_of(row.asker) + " " + row.call_phone.read()
        return digits[-9:] in "".join(sign for sign in numbers if sign.isdigit() or sign == " ")
    text = fold(f"{name_of(row.asker)} {row.call_name.read()} {row.words.read()}")
    return all(word in text for word in words)


def _row(row: Any, now: datetime) -> DeskRow:
    section = SECTIONS[row.place]
    days = max((now - row.waits_since).days, 0)
    return DeskRow(
        uuid=row.uuid,
        section=section,
        who=name_of(row.asker),
        words=shortened(row.words.read()),
        kind=row.own_kind or kinds_of.title_of(shipped(), row.kind),
        days=days,
        urgent=row.urgent,
        long=section in (UNHAPPY, NEW, WAITING) and days > LONG_WAIT,
        lapsed=row.lapsed and section == WAITING,
        next=_next(row, section, row.step),
    )


def _next(row: HelpRequest, section: str, step: dict[str, Any] | None) -> Next:
    number = row.call_phone.read() or phone_of(row.asker)
    if section == UNHAPPY:
        return Next(TALK, phone=number)
    if row.told_approved_at is None and (step is None or step["state"] == MatchState.SUGGESTED):
        return Next(APPROVE, phone=number)
    if step is None:
        return Next(FIND)
    return _with_helper(step, number)


def _with_helper(step: dict[str, Any], number: str) -> Next:
    """What comes next with a helper; `number` is that of the asker."""
    helper, of_helper = _helper_of(step)
    uuid, state = UUID(step["uuid"]), step["state"]
    if state == MatchState.WILLING:
        return Next(CALL_ASKER, uuid, helper, number, _day(step["lapse_on"]))
    if state == MatchState.ASKED:
        by_phone = step["how"] == ReachedBy.PHONE
        act, phone = (CALL_HELPER, of_helper) if by_phone else (WAIT, "")
        return Next(act, uuid, helper, phone, _day(step["lapse_on"]))
    if state == MatchState.SUGGESTED:
        return Next(ASK, uuid, helper)
    if state == MatchState.AGREED:
        return Next(MEET, uuid, helper, number, _day(step["meet_on"]))
    return Next(LOOK, uuid, helper)


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _helper_of(step: dict[str, Any]) -> tuple[str, str]:
    """The first name and the number: of a member from their person, of others from the row."""
    if step["number"] is not None:
        return step["given"] or step["family"], step["number"]
    row = Neighbour(uuid=UUID(step["helper"]))
    row.name, row.phone = _sealed(row, "name", step), _sealed(row, "phone", step)
    return row.name.read().split(" ", 1)[0], row.phone.read()


def _sealed(row: Neighbour, name: str, step: dict[str, Any]) -> Sealed:
    field: Any = Neighbour._meta.get_field(name)
    return Sealed(step[name] or "", field.place_in(row))


def shortened(text: str, most: int = SHORT) -> str:
    """The first line of what somebody said, cut between two words."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return f"{line[:most].rsplit(' ', 1)[0].rstrip(',.;:')} …"


def helpers_with_room(network: "Network", most: int = FEW) -> tuple[list[Helper], int]:
    """Helpers with room, those whom nobody asked for the longest time first, and how many there
    are. One query."""
    today, now = clock.today(), clock.now()
    rows: QuerySet[Any] = (
        HelpOffer.objects.filter(open_on(today), network=network)
        .annotate(together=running())
        .filter(room__gt=F("together"))
        .annotate(rows_in_all=Window(Count("pk")))
        .select_related("helper__person")
        .only(
            *("uuid", "kinds", "room", "last_asked_at", "noted_at", "helper__uuid"),
            *("helper__name", *name_fields("helper__person")),
        )
        .order_by(F("last_asked_at").asc(nulls_first=True), "noted_at", "pk")[:most]
    )
    found = [
        Helper(
            offer=row.uuid,
            name=name_of(row.helper),
            kinds=", ".join(dict.fromkeys(_titles(row.kinds))),
            last_asked=row.last_asked_at,
            long_ago=(row.last_asked_at or row.noted_at) < now - LONG_AGO,
            room=row.room - row.together,
        )
        for row in rows
    ]
    return found, rows[0].rows_in_all if found else 0


def _titles(codes: list[str]) -> list[str]:
    """What kinds are called; a kind of the network's own by its first level."""
    found = (kinds_of.title_of(shipped(), code) for code in codes)
    return [title for title in found if title]
