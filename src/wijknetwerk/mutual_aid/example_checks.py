"""The checks of what runs and ran in an example network, as the service would have planned them:
the first after seven weeks, then each half year, both sides at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle
from typing import TYPE_CHECKING, Any

from wijknetwerk.core import clock
from wijknetwerk.mutual_aid.models import (
    FollowUp,
    HelpRequest,
    Match,
    MatchState,
    ReachedBy,
    RequestState,
    Side,
    Wellbeing,
)
from wijknetwerk.mutual_aid.services.checks import HALF_A_YEAR, OVERDUE

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person

FIRST = timedelta(weeks=7)
_UNHAPPY = 3  # of the newest answers this many are not content, and stand on top at the desk


@dataclass
class Made:
    """What was made beside the checks."""

    marks: list[Wellbeing] = field(default_factory=list)


def of(matches: Sequence[Match], told: Mapping[str, Any], keeper: "Person") -> Made:
    """Store the checks of all matches, which have their keys already."""
    planner = _Planner(told, keeper)
    for planner.number, match in enumerate(matches):
        planner.plan(match)
    planner.unhappy()
    FollowUp.objects.bulk_create(planner.rows)
    changed = [row.match.request for row in planner.rows if row.match.request.unhappy_at]
    HelpRequest.objects.bulk_update(changed, ["state", "unhappy_at", "waits_since", "version"])
    return Made(planner.marks)


@dataclass
class _Planner:
    told: Mapping[str, Any]
    keeper: "Person"
    today: date = field(default_factory=clock.today)
    rows: list[FollowUp] = field(default_factory=list)
    marks: list[Wellbeing] = field(default_factory=list)
    words: dict[str, Iterator[str]] = field(default_factory=dict)
    number: int = 0
    """Of the match that is being planned: what varies, varies by it."""

    def _say(self, kind: str) -> str:
        return next(self.words.setdefault(kind, cycle(self.told[kind])))

    def plan(self, match: Match) -> None:
        """All turns until now, and the one that comes."""
        if match.began_on is None:
            return
        due, turn = match.began_on + FIRST, 1
        last = match.ended_on or self.today
        while due < last:
            if match.state == MatchState.ENDED or not self._is_late(due):
                self._turn(match, turn, due, answered=True)
            else:
                skipped = due + OVERDUE <= self.today
                self._turn(match, turn, due, skipped=skipped)
                if not skipped:
                    return
            due, turn = due + HALF_A_YEAR, turn + 1
        if match.state == MatchState.RUNNING:
            self._turn(match, turn, due)

    def _is_late(self, due: date) -> bool:
        """Of what is due lately some are still to be called; of the older ones one in nine never
        answered."""
        days = (self.today - due).days
        number = self.number % 9
        return number in (1, 4, 7) if days < OVERDUE.days else number == 3

    def _turn(
        self, match: Match, turn: int, due: date, *, answered: bool = False, skipped: bool = False
    ) -> None:
        who = {Side.ASKER: match.request.asker, Side.HELPER: match.offer.helper}
        for side, one in who.items():
            row = FollowUp(
                network=match.network,
                match=match,
                side=side,
                turn=turn,
                due_on=due,
                how=one.reached_by,
            )
            if due < self.today and one.reached_by != ReachedBy.PHONE:
                row.asked_at = self._at(due)
            if skipped:
                row.skipped_at = self._at(due + OVERDUE)
            if answered:
                self._answer(row, due)
            self.rows.append(row)

    def _at(self, day: date) -> datetime:
        return min(datetime.combine(day, time(11), tzinfo=UTC), clock.now())

    def _answer(self, row: FollowUp, due: date) -> None:
        partly = (self.number + row.turn + (row.side == Side.HELPER) * 3) % 7 == 0
        day = min(due + timedelta(days=self.number % 5), self.today - timedelta(days=1))
        row.answered_at, row.noted_by = self._at(day), self.keeper
        row.going = "partly" if partly else "yes"
        row.content = "yes"
        side = "a" if row.side == Side.ASKER else "h"
        row.need = self._say(f"{'partly' if partly else 'happy'}_{side}")
        asked = row.side == Side.ASKER and row.turn == 1 and row.match.state == MatchState.RUNNING
        if asked and self.number % 3 == 0:
            mark = 8 - self.number % 2
            self.marks.append(
                Wellbeing(
                    network=row.match.network,
                    request=row.match.request,
                    when=Wellbeing.When.AFTER,
                    mark=mark,
                    said_on=day,
                )
            )

    def unhappy(self) -> None:
        """The newest answers of a few are not content: their requests wait again, on top."""
        running = [row for row in self.rows if row.match.state == MatchState.RUNNING]
        answered = [row for row in running if row.answered_at is not None]
        answered.sort(key=lambda row: str(row.answered_at), reverse=True)
        seen: set[int] = set()
        for row in answered:
            if row.match_id in seen or len(seen) == _UNHAPPY:
                continue
            wanted = Side.HELPER if len(seen) == 1 else Side.ASKER
            if row.side != wanted:
                continue
            seen.add(row.match_id)
            row.going = "no" if wanted == Side.ASKER else "partly"
            row.content = "no"
            row.need = self._say("unhappy_a" if wanted == Side.ASKER else "unhappy_h")
            request = row.match.request
            request.unhappy_at = row.answered_at
            request.waits_since = row.answered_at or request.waits_since
            request.state, request.version = RequestState.WAITING, 2
