"""Random histories of requests, offers and what comes of them against a sheet of paper: only steps
of the table, contact only while both said yes (H1), never beyond the helper's room (H2). With
answers by link, days that go by, a network that rests, and people who leave; and in the end exactly
that waits for people what should."""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import NOW, SYSTEM, Cast
from tests.histories import steps
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.registries import waiting_kinds
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.models import HelpOffer, HelpRequest, Match, MatchAct, Side
from wijknetwerk.mutual_aid.selectors import match_waits
from wijknetwerk.mutual_aid.services import lapsing, match_follows, offers, requests
from wijknetwerk.mutual_aid.tests.acting import act, by_link, match, neighbour, offer, request
from wijknetwerk.mutual_aid.tests.test_match_steps import LEADS_TO
from wijknetwerk.networks.services import leaving, pausing
from wijknetwerk.notices.models import Waiting

LENGTH = steps(7)
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
ASKERS, HELPERS = ("bakker", "amina"), ("bas", "lena")
ROOMS = (1, 2)
ACTS = [what for what in MatchAct if what != MatchAct.LAPSE]
DESK_ONLY = ("ask", "ran", "withdraw")
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
    until: int = 0
    """The day on which it lapses, while an answer is waited for."""


@dataclass
class Ground:
    """What stands before each history: two requests, and two offers with room for one and two."""

    asked: list[HelpRequest]
    offered: list[HelpOffer]


def _secret(row: Match, side: Side) -> str:
    """A link to this match that was sent just now."""
    with scope.acting(SYSTEM):
        whole = Match.objects.select_related("network").get(pk=row.pk)
        return match_follows.link_for(whole, side).rstrip("/").rsplit("/", 1)[1]


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
    gone: set[str] = field(default_factory=set)
    day: int = 0
    rests: bool = False

    def step(self) -> None:
        draw = self.chance.random()
        with clock.frozen(NOW + timedelta(days=self.day)):
            if draw < 0.15:
                self.think()
            elif draw < 0.2:
                self.close()
            elif draw < 0.23:
                self.leave()
            elif draw < 0.28:
                self.rest()
            elif draw < 0.38:
                self.night()
            else:
                self.move()

    def night(self) -> None:
        """Days go by; what nobody answered lapses, unless the network rests."""
        self.day += self.chance.choice((1, 4, 8))
        with clock.frozen(NOW + timedelta(days=self.day)), scope.acting(SYSTEM):
            lapsing.lapse_due()
        for _row, paper in self.known.values():
            waits = paper.state in ("asked", "willing")
            if waits and not self.rests and paper.until <= self.day:
                paper.state = "closed"

    def rest(self) -> None:
        """The network rests, or goes on: then everybody has the whole time to answer again."""
        dewi, today = self.cast.actor("dewi"), (NOW + timedelta(days=self.day)).date()
        with scope.acting(dewi):
            if self.rests:
                pausing.resume(actor=dewi, slug="de-linde")
            else:
                rest = pausing.Rest(today, "Even rust.")
                pausing.pause(actor=dewi, slug="de-linde", rest=rest)
        self.rests = not self.rests
        self.cast.linde.paused_on = today if self.rests else None  # as read by the next request
        if not self.rests:
            for _row, paper in self.known.values():
                paper.until = max(paper.until, self.day + 7)

    def leave(self) -> None:
        """An asker or a helper leaves the network: nothing of theirs goes on."""
        number, asks = self.chance.randrange(2), self.chance.random() < 0.5
        name = (ASKERS if asks else HELPERS)[number]
        if name in self.gone:
            return
        actor = self.cast.actor(name)
        with scope.acting(actor):
            leaving.leave(actor=actor, network=self.cast.linde)
        self.gone.add(name)
        (self.open_asked if asks else self.open_offered)[number] = False
        self._all_end(number, asks=asks)

    def _all_end(self, number: int, *, asks: bool) -> None:
        for _row, one in self.known.values():
            if (one.request if asks else one.offer) != number:
                continue
            if one.state in ("agreed", "running"):
                one.state = "ended"
            elif one.state != "ended":
                one.state = "closed"

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
        takes_room = what in ("ask", "ran", "helper_yes", "asker_yes")
        fits = not takes_room or self.room_left(paper.offer) > 0
        open_both = self.open_asked[paper.request] and self.open_offered[paper.offer]
        can = bool(may and to and fits and (open_both or what not in ("ask", "ran", "asker_yes")))
        can = can and not (what == "ask" and self.rests)
        link = side in KNOWS and self.chance.random() < 0.4
        assert self._does(name, row, what, Side(side) if link else None) == can, (paper, what, name)
        if can and to:
            paper.state = to
            if to in ("asked", "willing"):
                paper.until = self.day + 7

    def _side(self, name: str, paper: Paper) -> str:
        if name == "joost":
            return "desk"
        if name in self.gone:
            return ""
        if name == paper.asker:
            return "asker"
        return "helper" if name == paper.helper else ""

    def _does(self, name: str, row: Match, what: MatchAct, by_link_of: Side | None) -> bool:
        said = {"how": "phone"} if what == "ask" else {}
        if what == "end":
            said = {"ended_how": "moved"}
        try:
            if by_link_of is None:
                act(self.cast, name, row, what, **said)
            else:
                by_link(row, _secret(row, by_link_of), by_link_of, what, **said)
        except DomainError:
            return False
        return True

    def close(self) -> None:
        """An asker needs nothing more, or a helper stops: what is open with others goes too."""
        number, asks = self.chance.randrange(2), self.chance.random() < 0.5
        if asks:
            done = self._closes(
                ASKERS[number], requests.withdraw, request=self.ground.asked[number].uuid
            )
        else:
            done = self._closes(HELPERS[number], offers.end, offer=self.ground.offered[number].uuid)
        still = self.open_asked if asks else self.open_offered
        assert done == still[number], "closed once, and then no more"
        if done:
            still[number] = False
            self._all_end(number, asks=asks)

    def _closes(self, name: str, service: object, **what: object) -> bool:
        actor = self.cast.actor(name)
        try:
            with scope.acting(actor):
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
        for kind in (match_waits.ASKED, match_waits.WILLING, match_waits.AT_DESK):
            self._check_waiting(kind)

    def _check_waiting(self, kind: str) -> None:
        """What waits is what should: a rebuild would find nothing to mend."""
        wanted = {(one.person_id, one.subject) for one in waiting_kinds[kind].wanted()}
        rows = Waiting.objects.filter(kind=kind, done_at=None)
        assert set(rows.values_list("person_id", "subject")) == wanted, kind
        subjects = {subject for _person, subject in wanted}
        assert set(waiting_kinds[kind].still_true(subjects)) == subjects

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
        cast.linde.paused_on = None
        history = History(cast, random.Random(seed), ground)  # noqa: S311
        history.think()
        history.think()
        for _each in range(LENGTH):
            history.step()
        with clock.frozen(NOW + timedelta(days=history.day)), scope.acting(SYSTEM):
            history.check()
        transaction.set_rollback(True)
