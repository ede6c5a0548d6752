"""Random histories of actions against a small model: never an illegal state, what waits is what
runs, and kept, late and dropped are counted right (rule: per network, never per person)."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import NOW, SYSTEM, Cast
from tests.histories import steps
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import DomainError
from wijknetwerk.goals.models import Action, ActionAsk, Step
from wijknetwerk.goals.selectors.action_waits import ASKED, DUE, VACANT
from wijknetwerk.goals.selectors.actions import counts_of
from wijknetwerk.goals.selectors.facts import count_goals
from wijknetwerk.goals.services import action_waits, actions, owners
from wijknetwerk.goals.services.actions import NewAction
from wijknetwerk.notices.models import Waiting

LENGTH = steps(8)
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
PEOPLE = ("amina", "bas")
# What the brief of actions says, written down once more and apart from the table of the app.
LEADS_TO = {
    "open": {"start": "busy", "done": "done", "drop": "dropped", "move": "open"},
    "busy": {"done": "done", "drop": "dropped", "move": "busy"},
    "done": {"reopen": "open"},
    "dropped": {"reopen": "open"},
}


@dataclass
class Model:
    """An action as one would keep it on a sheet of paper."""

    owner: str
    by_on: date
    state: str = "open"
    missed: bool = False
    asked: str = ""

    def passes(self, today: date) -> None:
        """A day that went by without it being done was missed, whatever comes after."""
        if self.state in ("open", "busy") and self.by_on < today:
            self.missed = True


@dataclass
class History:
    """Two people and who leads, with some actions; on the same day or later ones."""

    cast: Cast
    chance: random.Random
    now: datetime = NOW
    known: dict[int, Model] = field(default_factory=dict)
    rows: dict[int, Action] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day of this history."""
        return clock.local_day(self.now)

    def step(self) -> None:
        if self.chance.random() < 0.4:
            self.now += timedelta(days=self.chance.randrange(1, 12))
        with clock.frozen(self.now):
            if not self.known or self.chance.random() < 0.2:
                self.make()
            else:
                key = self.chance.choice(sorted(self.known))
                self.chance.choice((self.act, self.act, self.act, self.hand, self.back))(key)

    def _does(self, name: str, service: object, **what: object) -> bool:
        actor = self.cast.actor(name)
        try:
            with scope.acting(actor), transaction.atomic():
                service(actor=actor, network=self.cast.linde, **what)  # type: ignore[operator]
        except DomainError:
            return False
        return True

    def make(self) -> None:
        name = self.chance.choice(PEOPLE)
        by_on = self.today + timedelta(days=self.chance.randrange(-3, 20))
        actor = self.cast.actor(name)
        new = NewAction("Iets doen", by_on, self.cast.members[name].uuid)
        with scope.acting(actor):
            made = actions.make(actor=actor, network=self.cast.linde, new=new)
        self.known[made.pk], self.rows[made.pk] = Model(name, by_on), made

    def act(self, key: int) -> None:
        """One step of the table, by somebody who may or may not, with or without why and day."""
        paper, name = self.known[key], self.chance.choice((*PEOPLE, "dewi"))
        step = self.chance.choice(list(Step))
        reason = self.chance.choice(("", "Druk", "Ziek"))
        day = self.chance.choice((None, self.today + timedelta(days=self.chance.randrange(-2, 9))))
        to = LEADS_TO[paper.state].get(step.value)
        may = name == "dewi" or name == paper.owner
        whole = (reason or step not in ("drop", "move")) and (
            step not in ("move", "reopen")
            or (day is not None and day >= self.today and (step, day) != ("move", paper.by_on))
        )
        what = {"action": self.rows[key].uuid, "step": step, "reason": reason, "by_on": day}
        done = self._does(name, actions.step, **what)
        assert done == bool(to and may and whole), (paper, step, name, reason, day)
        if done and to:
            paper.passes(self.today)
            paper.state = to
            if step in ("move", "reopen") and day:
                paper.by_on = day
            if to in ("done", "dropped"):
                paper.asked = ""

    def hand(self, key: int) -> None:
        """Ask somebody, or let who is asked answer."""
        paper = self.known[key]
        if paper.asked:
            yes = self.chance.random() < 0.6
            with scope.acting(SYSTEM):
                ask = ActionAsk.objects.get(action=key, state="asked")
            assert self._does(paper.asked, owners.answer, ask=ask.uuid, yes=yes)
            paper.owner = paper.asked if yes else paper.owner
            paper.asked = ""
            return
        name, whom = self.chance.choice((*PEOPLE, "dewi")), self.chance.choice(PEOPLE)
        member = self.cast.members[whom].uuid
        may = name in ("dewi", paper.owner) and whom != paper.owner
        done = self._does(name, owners.ask, action=self.rows[key].uuid, member=member)
        assert done == (may and paper.state in ("open", "busy"))
        if done:
            paper.asked = whom

    def back(self, key: int) -> None:
        """Give it back, or take what nobody does."""
        paper, name = self.known[key], self.chance.choice(PEOPLE)
        runs = paper.state in ("open", "busy")
        uuid = self.rows[key].uuid
        if paper.owner:
            done = self._does(name, owners.give_back, action=uuid)
            assert done == (runs and name == paper.owner)
            if done:
                paper.owner, paper.asked = "", ""
        else:
            assert self._does(name, owners.take, action=uuid) == runs
            if runs:
                paper.owner, paper.asked = name, ""

    def check(self) -> None:
        """The rows, the figures and what waits say what the sheets of paper say."""
        action_waits.open_due()
        today = self.today
        sheets = list(self.known.values())
        rows = Action.objects.select_related("owner__person").in_bulk()
        assert rows.keys() == self.known.keys()
        waits = list(Waiting.objects.filter(done_at=None).select_related("person"))
        asks = list(ActionAsk.objects.filter(state="asked"))
        for key, paper in self.known.items():
            row = rows[key]
            name = row.owner.person.given_name.lower() if row.owner else ""
            assert (row.state, row.by_on, name) == (paper.state, paper.by_on, paper.owner)
            assert (row.missed_on is not None) == paper.missed
            self.check_waits(row, paper, waits, [one for one in asks if one.action_id == key])
        runs = [one for one in sheets if one.state in ("open", "busy")]
        done = [one for one in sheets if one.state == "done"]
        dropped = [one for one in sheets if one.state == "dropped"]
        kept = [one for one in done if not one.missed]
        counts = counts_of(self.cast.actor("amina"), self.cast.linde)
        late = [one for one in runs if one.by_on < today]
        assert (counts.open, counts.late) == (len(runs), len(late))
        assert (counts.kept, counts.done_late) == (len(kept), len(done) - len(kept))
        assert counts.dropped == len(dropped)
        assert counts.mine == sum(one.owner == "amina" for one in runs)
        facts = count_goals(self.cast.linde.pk)
        assert facts["actions_late"] == len(late)
        assert facts.get("actions_dropped", 0) == len(dropped)

    def check_waits(
        self, row: Action, paper: Model, waits: list[Waiting], asks: list[ActionAsk]
    ) -> None:
        def of(kind: str, subject: UUID) -> list[str]:
            found = [one for one in waits if (one.kind, one.subject) == (kind, subject)]
            return [one.person.given_name.lower() for one in found]

        runs = paper.state in ("open", "busy")
        near = row.by_on <= self.today + timedelta(days=7)
        wanted = [paper.owner] if runs and near and paper.owner else []
        assert of(DUE, row.uuid) == wanted
        assert len(of(VACANT, row.uuid)) == (1 if runs and not paper.owner else 0)
        assert len(asks) == (1 if paper.asked else 0)
        for ask in asks:
            assert of(ASKED, ask.uuid) == [paper.asked]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=SEEDS)
def test_histories_of_actions(cast: Cast, seed: int) -> None:
    with transaction.atomic():
        history = History(cast, random.Random(seed))  # noqa: S311
        for _each in range(LENGTH):
            history.step()
        with clock.frozen(history.now), scope.acting(SYSTEM):
            history.check()
        transaction.set_rollback(True)
