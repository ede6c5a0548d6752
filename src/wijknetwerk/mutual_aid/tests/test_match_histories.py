"""Random histories of requests, offers and what comes of them against a sheet of paper: only steps
of the table, contact only while both said yes (H1), never beyond the helper's room (H2)."""

import random
from collections import Counter
from dataclasses import dataclass, field

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import SYSTEM, Cast
from tests.histories import steps
from wijknetwerk.core import scope
from wijknetwerk.core.errors import DomainError
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.models import HelpOffer, HelpRequest, Match, MatchAct
from wijknetwerk.mutual_aid.services import offers, requests
from wijknetwerk.mutual_aid.tests.acting import act, match, neighbour, offer, request
from wijknetwerk.mutual_aid.tests.test_match_steps import LEADS_TO

LENGTH = steps(7)
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
ASKERS, HELPERS = ("bakker", "amina"), ("bas", "lena")
ROOMS = (1, 2)
ACTS = [what for what in MatchAct if what != MatchAct.LAPSE]
DESK_ONLY = ("ask", "withdraw")
KNOWS = {
    "helper": {"asked", "willing", "agreed", "running", "ended"},
    "asker": {"willing", "agreed", "running", "ended"},
}


@dataclass
class Paper:
    """One match as one would keep it on a sheet of paper."""

    asker: str
    helper: str
    request: int
    offer: int
    state: str = "suggested"


@dataclass
class Ground:
    """What stands before each history: two requests, and two offers with room for one and two."""

    asked: list[HelpRequest]
    offered: list[HelpOffer]


@pytest.fixture
def ground(cast: Cast) -> Ground:
    """Made once for all histories; each goes back to it."""
    wants = [request(cast, neighbour(cast, name)) for name in ASKERS]
    helps = zip(HELPERS, ROOMS, strict=True)
    return Ground(wants, [offer(cast, neighbour(cast, name), room=room) for name, room in helps])


@dataclass
class History:
    """Two who ask, two who help, and the desk."""

    cast: Cast
    chance: random.Random
    ground: "Ground"
    known: dict[int, tuple[Match, Paper]] = field(default_factory=dict)
    open_asked: list[bool] = field(default_factory=lambda: [True, True])
    open_offered: list[bool] = field(default_factory=lambda: [True, True])

    def step(self) -> None:
        draw = self.chance.random()
        if draw < 0.15:
            self.think()
        elif draw < 0.2:
            self.close()
        else:
            self.move()

    def think(self) -> None:
        """Somebody thinks of a helper for a request; once at a time."""
        number, other = self.chance.randrange(2), self.chance.randrange(2)
        taken = any(
            (one.request, one.offer) == (number, other) and one.state not in ("ended", "closed")
            for _row, one in self.known.values()
        )
        if not taken:
            made = match(self.cast, self.ground.asked[number], self.ground.offered[other])
            paper = Paper(ASKERS[number], HELPERS[other], number, other)
            self.known[made.pk] = (made, paper)

    def room_left(self, number: int) -> int:
        together = sum(
            one.offer == number and one.state in ("agreed", "running")
            for _row, one in self.known.values()
        )
        return ROOMS[number] - together

    def move(self) -> None:
        """One act on one match, by anybody: done exactly when the sheet says that it can be."""
        row, paper = self.known[self.chance.choice(sorted(self.known))]
        what = self.chance.choice(ACTS)
        likely = [act for act in LEADS_TO[paper.state] if act != "lapse"]
        if likely and self.chance.random() < 0.7:
            what = MatchAct(self.chance.choice(likely))
        name = self.chance.choice((*ASKERS, *HELPERS, "joost", "joost", "ben"))
        side = self._side(name, paper)
        may = side == "desk" or (
            side in KNOWS
            and paper.state in KNOWS[side]
            and what not in DESK_ONLY
            and what.value.split("_")[0] in (side, "begin", "stop", "end")
        )
        to = LEADS_TO[paper.state].get(what.value)
        fits = what not in ("ask", "helper_yes", "asker_yes") or self.room_left(paper.offer) > 0
        open_both = self.open_asked[paper.request] and self.open_offered[paper.offer]
        can = bool(may and to and fits and (open_both or what not in ("ask", "asker_yes")))
        assert self._does(name, row, what) == can, (paper, what, name)
        if can and to:
            paper.state = to

    def _side(self, name: str, paper: Paper) -> str:
        if name == "joost":
            return "desk"
        if name == paper.asker:
            return "asker"
        return "helper" if name == paper.helper else ""

    def _does(self, name: str, row: Match, what: MatchAct) -> bool:
        said = {"how": "phone"} if what == "ask" else {}
        if what == "end":
            said = {"ended_how": "moved"}
        try:
            with transaction.atomic():
                act(self.cast, name, row, what, **said)
        except DomainError:
            return False
        return True

    def close(self) -> None:
        """An asker needs nothing more, or a helper stops: what is open with others goes too."""
        number = self.chance.randrange(2)
        if self.chance.random() < 0.5:
            what = {"request": self.ground.asked[number].uuid}
            done = self._closes(ASKERS[number], requests.withdraw, **what)
            still = self.open_asked
            of_it = [one for _row, one in self.known.values() if one.request == number]
        else:
            what = {"offer": self.ground.offered[number].uuid}
            done = self._closes(HELPERS[number], offers.end, **what)
            still = self.open_offered
            of_it = [one for _row, one in self.known.values() if one.offer == number]
        assert done == still[number], "closed once, and then no more"
        if not done:
            return
        still[number] = False
        for one in of_it:
            if one.state in ("agreed", "running"):
                one.state = "ended"
            elif one.state != "ended":
                one.state = "closed"

    def _closes(self, name: str, service: object, **what: object) -> bool:
        actor = self.cast.actor(name)
        try:
            with scope.acting(actor), transaction.atomic():
                service(actor=actor, network=self.cast.linde, **what)  # type: ignore[operator]
        except DomainError:
            return False
        return True

    def check(self) -> None:
        rows = {row.pk: row for row in Match.objects.filter(network=self.cast.linde)}
        assert set(rows) == set(self.known)
        places: Counter[tuple[int, int | None]] = Counter()
        for key, (_row, paper) in self.known.items():
            assert rows[key].state == paper.state
            together = paper.state in ("agreed", "running")
            assert access.may_reach(rows[key]) == together
            if together:
                places[rows[key].offer_id, rows[key].slot] += 1
        assert not [place for place, count in places.items() if count > 1]
        for number in (0, 1):
            assert self.room_left(number) >= 0
            self._check_request(number)

    def _check_request(self, number: int) -> None:
        """The state of a request is what its matches make of it."""
        made = self.ground.asked[number]
        state = HelpRequest.objects.values_list("state", flat=True).get(pk=made.pk)
        states = {one.state for _row, one in self.known.values() if one.request == number}
        if not self.open_asked[number]:
            assert state == "withdrawn"
        elif states & {"agreed", "running"}:
            assert state == "helped"
        else:
            assert state == ("busy" if states & {"asked", "willing"} else "waiting")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=SEEDS)
def test_histories_of_askers_and_helpers(cast: Cast, ground: Ground, seed: int) -> None:
    with transaction.atomic():
        history = History(cast, random.Random(seed), ground)  # noqa: S311
        history.think()
        history.think()
        for _each in range(LENGTH):
            history.step()
        with scope.acting(SYSTEM):
            history.check()
        transaction.set_rollback(True)
