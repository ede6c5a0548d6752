"""Who keeps the desk for whom, on which days; and what a colleague must know for it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import F, Q, QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid.models import (
    TOGETHER,
    AwayState,
    DeskAway,
    FollowUp,
    HelpRequest,
    Match,
    MatchState,
    RequestState,
)
from wijknetwerk.mutual_aid.selectors import check_waits, checks
from wijknetwerk.mutual_aid.selectors.desk_rows import shortened
from wijknetwerk.mutual_aid.selectors.neighbours import name_of, phone_of
from wijknetwerk.networks.rows import within

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Membership, Network

MOST = 200
LATELY = timedelta(days=30)


def holding(day: date) -> Q:
    """The condition that a handover counts on a day: accepted, on its days, and both still take
    part."""
    here = within(day, "who__") & within(day, "substitute__")
    return within(day) & here & Q(state=AwayState.ACCEPTED)


def substitute_of(network: "Network", membership_id: int) -> "Membership | None":
    """Who keeps the desk for this member today; None when nobody does. Ends by itself."""
    rows = DeskAway.objects.filter(holding(clock.today()), network=network, who=membership_id)
    found = rows.select_related("substitute__person").order_by("-answered_at", "-pk").first()
    return found.substitute if found else None


@dataclass(frozen=True, slots=True)
class AwayRow:
    """A handover between the reader and a colleague."""

    away: DeskAway
    who: str
    substitute: str
    mine: bool
    last_on: date
    state: str
    runs: bool


def handovers(actor: Actor, network: "Network") -> list[AwayRow]:
    """The reader's own, as who is away and as who keeps it: what comes, runs, or was lately. The
    first day first. One query."""
    mine = Q(who__person=actor.own_id) | Q(substitute__person=actor.own_id)
    rows = DeskAway.objects.filter(
        mine,
        network=network,
        state__in=[AwayState.ASKED, AwayState.ACCEPTED, AwayState.DECLINED],
        until_on__gt=clock.today() - LATELY,
    )
    rows = rows.select_related("who__person", "substitute__person").order_by("from_on", "pk")
    return [row_of(actor, row) for row in rows]


def row_of(actor: Actor, row: DeskAway) -> AwayRow:
    """A handover as its reader sees it."""
    today = clock.today()
    return AwayRow(
        away=row,
        who=row.who.person.name,
        substitute=row.substitute.person.name,
        mine=row.who.person_id == actor.person_id,
        last_on=(row.until_on or row.from_on) - timedelta(days=1),
        state=row.state,
        runs=row.state == AwayState.ACCEPTED and row.holds_on(today),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a colleague must know: of whom, what, by when."""

    who: str
    phone: str
    what: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """What runs at the desk, and what is due while somebody is away."""

    waiting: list[Line]
    """Requests that wait: unhappy and urgent first, then the longest waiting."""
    asked: list[Line]
    """Helpers who are asked, with the day on which it lapses."""
    meetings: list[Line]
    """First meetings on those days."""
    checks: list[Line]
    """Whom to ask how it goes on those days."""
    together: int
    """How many people are helped; nothing is to be done for them."""

    @property
    def count(self) -> int:
        """How many lines with a name there are."""
        return sum(map(len, (self.waiting, self.asked, self.meetings, self.checks)))


def overview(network: "Network", away: DeskAway) -> Overview:
    """What a colleague must know for those days. Five queries, however much it is. Concerns are
    nowhere in it (rule H6)."""
    until = away.until_on or away.from_on
    return Overview(
        waiting=_waiting(network),
        asked=_asked(network),
        meetings=_meetings(network, away.from_on, until),
        checks=_checks(network, until),
        together=Match.objects.filter(network=network, state__in=TOGETHER).count(),
    )


def _waiting(network: "Network") -> list[Line]:
    open_now = Q(state__in=[RequestState.NEW, RequestState.WAITING]) | Q(unhappy_at__isnull=False)
    rows = HelpRequest.objects.filter(open_now, network=network, ended_on=None)
    order = (F("unhappy_at").asc(nulls_last=True), "-urgent", "waits_since", "pk")
    return [
        Line(
            row.call_name.read() or name_of(row.asker),
            row.call_phone.read() or phone_of(row.asker),
            shortened(row.words.read()),
            clock.local_day(row.waits_since),
        )
        for row in rows.select_related("asker__person").order_by(*order)[:MOST]
    ]


def _asked(network: "Network") -> list[Line]:
    rows = Match.objects.filter(
        network=network, state__in=[MatchState.ASKED, MatchState.WILLING]
    ).select_related("request__asker__person", "offer__helper__person")
    return [
        Line(
            name_of(row.offer.helper),
            phone_of(row.offer.helper),
            name_of(row.request.asker),
            row.lapse_on,
        )
        for row in rows.order_by("lapse_on", "pk")[:MOST]
    ]


def _meetings(network: "Network", from_on: date, until_on: date) -> list[Line]:
    rows = Match.objects.filter(
        network=network,
        state=MatchState.AGREED,
        meet_on__gte=min(from_on, clock.today()),
        meet_on__lt=until_on,
    ).select_related("request__asker__person", "offer__helper__person")
    return [
        Line(
            name_of(row.request.asker),
            phone_of(row.request.asker),
            name_of(row.offer.helper),
            row.meet_on,
        )
        for row in rows.order_by("meet_on", "pk")[:MOST]
    ]


def _checks(network: "Network", until_on: date) -> list[Line]:
    rows: QuerySet[FollowUp] = check_waits.open_checks().filter(
        network=network, due_on__lt=until_on
    )
    found = rows.select_related(*checks.WHOLE).order_by("due_on", "pk")[:MOST]
    return [
        Line(name_of(who), phone_of(who), row.get_side_display(), row.due_on)
        for row in found
        for who in (checks.side_row(row),)
    ]
