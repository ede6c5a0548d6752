"""Random histories of one concern against a sheet of paper: at each moment exactly the one whom
the rules name opens it, and nobody else; after four weeks without a talk nothing is left (H6)."""

import random
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.histories import steps
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.mutual_aid import access_concerns
from wijknetwerk.mutual_aid.models import Concern, HelpSettings
from wijknetwerk.mutual_aid.models.away import AwayState, DeskAway
from wijknetwerk.mutual_aid.selectors import concern_keepers
from wijknetwerk.mutual_aid.selectors.concern_keepers import Keepers
from wijknetwerk.mutual_aid.services import concern_clock, concerns
from wijknetwerk.mutual_aid.services.concerns import Back, Spoken
from wijknetwerk.mutual_aid.tests.test_concerns import WHO, WORDS, tell, traces_of
from wijknetwerk.networks.models import Membership, MembershipRole

LENGTH = steps(4)
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
HEARERS = ("els", "ben", "joost", "lena")  # named, named else, village supporters
OTHERS = ("amina", "dewi", "ad", "priya")
MONTH = 28


@dataclass
class History:
    """What one would keep on a sheet of paper: who hears, who is away, who is family."""

    cast: Cast
    chance: random.Random
    day: int = 0
    named: list[str] = field(default_factory=lambda: ["els", "ben"])
    at_desk: list[str] = field(default_factory=lambda: ["joost", "lena"])
    gone: set[str] = field(default_factory=set)
    away: dict[str, tuple[str, int]] = field(default_factory=dict)
    shut: set[str] = field(default_factory=set)
    keeper: str = ""
    by_name: bool = False
    spoken: bool = False
    closed: bool = False
    made: Concern | None = None
    known: Keepers | None = None
    """Who hears concerns, read anew after each step that may change it."""

    def begin(self) -> None:
        """Somebody tells, ticking some as family."""
        self.shut = set(self.chance.sample(HEARERS, self.chance.randrange(3)))
        ticked = tuple(self.cast.members[name].uuid for name in sorted(self.shut))
        self.made = tell(self.cast, "amina", not_for=ticked)
        self.keeper = self.hears()
        self.by_name = self.keeper in self.named

    def hears(self) -> str:
        """Who hears it, by the words of the rule."""
        line = [*self.named, *self.at_desk]
        if self.keeper and (self.by_name or self.keeper in line):
            line = [self.keeper, *line]
        able = [name for name in line if name not in self.gone and name not in self.shut]
        for name in able:
            instead = self.instead_of(name)
            if instead is None:
                return name
            if instead not in self.shut and self.instead_of(instead) is None:
                return instead
        return able[0] if able else ""

    def instead_of(self, name: str) -> str | None:
        other, until = self.away.get(name, ("", 0))
        return other if self.day < until and other not in self.gone else None

    def step(self) -> None:
        what = self.chance.choice(
            (self.later, self.goes_away, self.leaves, self.loses_role, self.renamed)
            + (self.acts,) * 4
        )
        what()
        if what != self.acts:
            self.known = None

    def later(self) -> None:
        self.day += self.chance.choice((1, 6, 13, 27))
        with self.then(), scope.acting(SYSTEM):
            concern_clock.night(actor=SYSTEM)

    def then(self) -> AbstractContextManager[None]:
        return clock.frozen(NOW + timedelta(days=self.day))

    def goes_away(self) -> None:
        name = self.chance.choice(HEARERS)
        other = self.chance.choice([each for each in (*HEARERS, "dewi") if each != name])
        if self.instead_of(name) is not None or other in self.gone:
            return
        days = self.chance.choice((3, 10))
        with self.then(), scope.acting(SYSTEM):
            DeskAway.objects.create(
                network=self.cast.linde,
                who=self.cast.members[name],
                substitute=self.cast.members[other],
                from_on=clock.today(),
                until_on=clock.today() + timedelta(days=days),
                state=AwayState.ACCEPTED,
                asked_at=clock.now(),
                answered_at=clock.now(),
            )
        self.away[name] = (other, self.day + days)

    def leaves(self) -> None:
        name = self.chance.choice(HEARERS)
        if len(self.gone) > 1 or name in self.gone:
            return
        self.gone.add(name)
        with self.then(), scope.acting(SYSTEM):
            rows = Membership.objects.filter(pk=self.cast.members[name].pk)
            rows.update(until_on=clock.today())

    def loses_role(self) -> None:
        name = self.chance.choice(("joost", "lena"))
        if name in self.at_desk:
            self.at_desk.remove(name)
            with self.then(), scope.acting(SYSTEM):
                rows = MembershipRole.objects.filter(person=self.cast.people[name])
                rows.filter(role="village_supporter").update(until_on=clock.today())

    def renamed(self) -> None:
        """Whoever may change the settings names themselves: nothing told before opens by it."""
        self.named = [self.chance.choice(("els", "ad"))]
        with scope.acting(SYSTEM):
            rows = HelpSettings.objects.filter(network=self.cast.linde)
            rows.update(concerns_to=self.cast.members[self.named[0]], concerns_else=None)

    def acts(self) -> None:
        """Who hears it takes it up, speaks, hands, gives on or closes it; others can't."""
        name = self.chance.choice((*HEARERS, self.hears() or "els", "dewi"))
        act = self.chance.choice(("take_up", "speak", "hand", "close", "give_on"))
        may = self.stands and name == self.hears()
        with self.then():
            done = self._does(name, act)
        assert may or not done, (name, act)
        if done and act == "speak":
            self.spoken = True
        elif done and act == "close":
            self.closed = True
        elif done and act == "give_on":
            self.shut.add(name)
            self.keeper = ""
            self.keeper = self.hears()
            self.by_name = self.keeper in self.named

    def _does(self, name: str, act: str) -> bool:
        actor = self.cast.actor(name)
        assert self.made is not None
        try:
            with scope.acting(actor), transaction.atomic():
                hand = access_concerns.concern_for(actor, self.cast.linde, self.made.uuid)
                if act == "give_on":
                    concerns.give_on(hand=hand)
                else:
                    concerns.step(
                        hand=hand,
                        act=access_concerns.DO[act],
                        spoken=Spoken(clock.today()) if act == "speak" else None,
                        back=Back("in_touch") if act == "close" else None,
                    )
        except DomainError:
            return False
        return True

    @property
    def stands(self) -> bool:
        """Whether its time is not over."""
        return self.spoken or self.day < MONTH

    def check(self) -> None:
        """One person by the rule, and nobody else."""
        assert self.made is not None
        if self.words_are_gone or not self.stands:
            return
        with self.then(), scope.acting(SYSTEM):
            row = Concern.objects.select_related("keeper").get(pk=self.made.pk)
            row.network = self.cast.linde
            self.known = self.known or concern_keepers.keepers(self.cast.linde)
            reader = concern_keepers.reader_of(row, known=self.known)
        expected = self.hears()
        found = reader and reader.pk
        assert found == (self.cast.members[expected].pk if expected else None), expected

    def through_the_gate(self) -> None:
        """It opens for that one, and not for somebody else."""
        if self.words_are_gone:
            return
        expected = self.hears() if self.stands else ""
        other = self.chance.choice([each for each in (*HEARERS, *OTHERS) if each != expected])
        with self.then():
            assert not self._opens(other), (other, expected)
            assert not expected or self._opens(expected), expected

    @property
    def words_are_gone(self) -> bool:
        """Closed without a talk: the words went, and with them whose family it was."""
        return self.closed and not self.spoken

    def end(self) -> None:
        """Four weeks later: without a talk nothing of it is left."""
        assert self.made is not None
        self.day = max(self.day, MONTH)
        with self.then(), scope.acting(SYSTEM):
            concern_clock.night(actor=SYSTEM)
            left = Concern.objects.filter(pk=self.made.pk)
            assert left.exists() == self.spoken
        if not self.spoken and self.chance.random() < 0.1:  # reads every column of every table
            assert not traces_of(str(self.made.uuid), self.made.uuid.hex, WORDS, WHO)

    def _opens(self, name: str) -> bool:
        actor = self.cast.actor(name)
        assert self.made is not None
        with scope.acting(actor):
            try:
                access_concerns.concern_for(actor, self.cast.linde, self.made.uuid)
            except NotFound:
                return False
        return True


@pytest.fixture
def hearers(cast: Cast) -> Cast:
    """A network with two named and two at the desk, made once: each history begins here."""
    with scope.acting(SYSTEM):
        HelpSettings.objects.create(
            network=cast.linde,
            concerns_to=cast.members["els"],
            concerns_else=cast.members["ben"],
        )
        MembershipRole.objects.filter(membership=cast.members["lena"]).delete()
        MembershipRole.objects.create(
            network=cast.linde,
            membership=cast.members["lena"],
            person=cast.people["lena"],
            role="village_supporter",
            from_on=TODAY,
        )
    return cast


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=SEEDS)
def test_exactly_one_person_opens_it_at_each_moment(hearers: Cast, seed: int) -> None:
    with transaction.atomic():
        history = History(hearers, random.Random(seed))  # noqa: S311
        history.begin()
        for _each in range(LENGTH):
            history.step()
            history.check()
        history.through_the_gate()
        history.end()
        transaction.set_rollback(True)
