"""Random years of checks (H3): each side is asked six to eight weeks after both met and then each
half year, never twice in a turn, never after the end; who is not content reopens the request."""

import random
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.histories import steps
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.mutual_aid import access_checks
from wijknetwerk.mutual_aid.models import (
    FollowUp,
    HelpRequest,
    HelpSettings,
    Match,
    MatchAct,
    Neighbour,
)
from wijknetwerk.mutual_aid.selectors import check_waits
from wijknetwerk.mutual_aid.services import check_asking, check_desk, checks
from wijknetwerk.mutual_aid.services.checks import Answer
from wijknetwerk.mutual_aid.tests.acting import act, agreed
from wijknetwerk.notices.models import Waiting

LENGTH = steps(3)
HALF, FOUR_WEEKS = timedelta(weeks=26), 27
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
SIDES = {"asker": "bakker", "helper": "bas"}


@pytest.fixture
def both_said_yes(cast: Cast) -> Match:
    """Made once for all histories; each begins here. Bas reads mail, Mrs Bakker is called."""
    found = agreed(cast)
    with scope.acting(SYSTEM):
        Neighbour.objects.filter(pk=found.offer.helper_id).update(reached_by="mail")
    return found


class History:
    """What one pair lives through, kept beside it on a sheet of paper."""

    def __init__(self, cast: Cast, found: Match, chance: random.Random) -> None:
        self.cast, self.match, self.chance = cast, found, chance
        self.now = NOW
        self.began: date = TODAY
        self.runs, self.unhappy, self.stood_still = True, False, False

    def live(self) -> None:
        weeks = self.chance.choice((6, 7, 8))
        with scope.acting(SYSTEM):
            HelpSettings.objects.create(network=self.cast.linde, check_weeks=weeks)
        self.later(self.chance.randrange(1, 40))
        self.began = clock.local_day(self.now)
        with scope.acting(SYSTEM), clock.frozen(self.now):
            rows = Match.objects.filter(pk=self.match.pk)
            rows.update(state="running", began_on=self.began)  # the act itself: test_checks
            self.match.began_on = self.began
            checks.plan_first(self.match)
        self.to_due_day()
        for _each in range(LENGTH):
            with clock.frozen(self.now):
                self.night()
                self.chance.choices(
                    (self.answer, self.miss, self.settle, self.stop), (12, 2, 2, 1)
                )[0]()
                self.look()
            self.pass_time()
        with scope.acting(SYSTEM), clock.frozen(self.now):
            self.night()
            self._check_waiting()

    def later(self, days: int) -> None:
        self.now += timedelta(days=days)

    def pass_time(self) -> None:
        draw = self.chance.random()
        if draw < 0.5:
            self.later(self.chance.randrange(1, FOUR_WEEKS))
        elif draw < 0.93:
            self.to_due_day()
        else:
            self.stood_still = True  # nobody worked here, and no job ran
            self.later(self.chance.randrange(30, 500))

    def to_due_day(self) -> None:
        """On to the next day on which somebody is asked, as nights go by."""
        with scope.acting(SYSTEM), clock.frozen(self.now):
            rows = FollowUp.objects.filter(answered_at=None, skipped_at=None)
            day = rows.order_by("due_on").values_list("due_on", flat=True).first()
        today = clock.local_day(self.now)
        self.later((day - today).days if day and day > today else self.chance.randrange(FOUR_WEEKS))

    def night(self) -> None:
        before = OutgoingMail.objects.filter(purpose="mutual_aid.check").count()
        with scope.acting(SYSTEM):
            checks.skip_overdue()
            sent = check_asking.ask_due()
            if self.chance.random() < 0.1:
                assert check_asking.ask_due() == 0, "asked twice on one day"
        mails = OutgoingMail.objects.filter(purpose="mutual_aid.check").count() - before
        assert mails == sent <= (1 if self.runs else 0)

    def open_check(self) -> FollowUp | None:
        """A check that can be answered, also one that was passed over."""
        side = self.chance.choice(list(SIDES))
        with scope.acting(SYSTEM):
            rows = FollowUp.objects.filter(match=self.match, side=side, answered_at=None)
            return rows.order_by("turn").first()

    def answer(self) -> None:
        row = self.open_check()
        if row is None:
            return
        said = Answer(*(self.chance.choice(("yes", "yes", "partly", "no")) for _one in range(2)))
        who = self.cast.actor(self.chance.choice(("joost", SIDES[row.side])))
        with scope.acting(who):
            hand = access_checks.check_for(who, self.cast.linde, row.uuid)
            checks.answer(hand=hand, said=said)
        self.unhappy = self.unhappy or "no" in (said.going, said.content)

    def miss(self) -> None:
        row, desk = self.open_check(), self.cast.actor("joost")
        if row is not None and row.skipped_at is None:
            with scope.acting(desk):
                hand = access_checks.check_at_desk(desk, self.cast.linde, row.uuid)
                check_desk.not_reached(hand=hand)

    def settle(self) -> None:
        desk = self.cast.actor("joost")
        with scope.acting(desk):
            what = {"network": self.cast.linde, "request": self.match.request.uuid}
            try:
                with transaction.atomic():
                    checks.settle(actor=desk, **what)
                assert self.unhappy
                self.unhappy = False
            except DomainError:
                assert not self.unhappy

    def stop(self) -> None:
        if self.runs:
            act(self.cast, "bas", self.match, MatchAct.STOP)
            self.runs = False

    def look(self) -> None:
        with scope.acting(SYSTEM):
            rows = list(FollowUp.objects.filter(match=self.match).order_by("turn", "side"))
            request = HelpRequest.objects.get(pk=self.match.request_id)
            self._check_days(rows)
        assert (request.unhappy_at is not None) == self.unhappy
        helped = self.runs and not self.unhappy
        assert request.state == ("helped" if helped else "waiting")

    def _check_days(self, rows: list[FollowUp]) -> None:
        days: dict[int, set[date]] = {}
        for row in rows:
            days.setdefault(row.turn, set()).add(row.due_on)
            assert row.asked_at is None or clock.local_day(row.asked_at) >= row.due_on
            assert self.runs or row.answered_at, "open after the end"
        turns = [days[turn].copy().pop() for turn in sorted(days)]
        assert all(len(both) == 1 for both in days.values())
        if 1 in days:
            assert timedelta(weeks=6) <= turns[0] - self.began <= timedelta(weeks=8)
        for earlier, next_one in pairwise(turns):
            gap = next_one - earlier
            assert gap >= HALF
            assert not gap % HALF
            assert self.stood_still or gap == HALF
        if self.runs:
            for side in SIDES:
                is_open = [
                    r for r in rows if r.side == side and not (r.answered_at or r.skipped_at)
                ]
                assert sum(row.due_on <= clock.today() for row in is_open) <= 1

    def _check_waiting(self) -> None:
        """Whoever could answer here and is due has it on Vandaag; nobody else."""
        wanted = {(one.person_id, one.subject) for one in check_waits.wanted_check()}
        opened = Waiting.objects.filter(kind=check_waits.CHECK, done_at=None)
        assert set(opened.values_list("person_id", "subject")) == wanted
        desk = {one.person_id for one in check_waits.wanted_checks()}
        at_desk = Waiting.objects.filter(kind=check_waits.CHECKS, done_at=None)
        assert set(at_desk.values_list("person_id", flat=True)) == desk


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=SEEDS)
@pytest.mark.django_db
def test_histories_of_checks(cast: Cast, both_said_yes: Match, seed: int) -> None:
    with transaction.atomic():
        History(cast, both_said_yes, random.Random(seed)).live()  # noqa: S311
        transaction.set_rollback(True)
