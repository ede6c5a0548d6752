"""No history of offering, asking, answering, stopping, leaving and joining again gives a discipline
two connectors on one day, or lets somebody who left be one; and who answers is who may."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.histories import steps
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import DomainError
from wijknetwerk.networks.models import (
    Connector,
    Membership,
    Team,
    TeamAsk,
    TeamLine,
    TeamMember,
)
from wijknetwerk.networks.services import (
    connectors,
    joining,
    leaving,
    partners,
    team_places,
    teams,
)
from wijknetwerk.networks.tests.teaming import NURSE, make_team, nurse

PEOPLE = ("amina", "bas", "els", "joost", "lena")
DISCIPLINES = (NURSE, "practice_nurse")
LENGTH = steps(8)
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)


@dataclass
class History:
    """Two teams and five people, some of them nurses; each step on the same day or a later one."""

    cast: Cast
    chance: random.Random
    teams: list[Team]
    now: datetime = NOW
    done: int = 0

    def step(self) -> None:
        """One act by somebody; a refusal is an answer too, a fault is none."""
        if self.chance.random() < 0.4:
            self.now += timedelta(days=self.chance.randrange(1, 9))
        act = self.chance.choice(ACTS)
        name = self.chance.choice(PEOPLE)
        with clock.frozen(self.now):
            actor = self.cast.actor(name)
            try:
                with scope.acting(actor), transaction.atomic():
                    act(self, actor)
                    self.done += 1
            except (DomainError, scope.ScopeMissing):
                pass

    def team(self) -> Team:
        return self.chance.choice(self.teams)

    def some_ask(self) -> Any:
        with scope.acting(SYSTEM):
            rows = list(TeamAsk.objects.filter(state="asked").order_by("pk"))
        return self.chance.choice(rows) if rows else None


def offer(history: History, actor: Any) -> None:
    connectors.volunteer(
        actor=actor,
        network=history.cast.linde,
        team=history.team().uuid,
        discipline=history.chance.choice(DISCIPLINES),
    )


def ask(history: History, actor: Any) -> None:
    connectors.ask(
        actor=actor,
        network=history.cast.linde,
        team=history.team().uuid,
        discipline=history.chance.choice(DISCIPLINES),
        member=history.cast.members[history.chance.choice(PEOPLE)].uuid,
    )


def answer(history: History, _actor: Any) -> None:
    """Everybody tries; only who may, does."""
    asked = history.some_ask()
    if asked is None:
        return
    yes = history.chance.random() < 0.8
    for name in (*PEOPLE, "dewi"):
        one = history.cast.actor(name)
        if one.standing_in(history.cast.linde.pk) is None:
            continue
        which = {"actor": one, "network": history.cast.linde, "ask": asked.uuid}
        try:
            with scope.acting(one), transaction.atomic():
                if asked.kind == "join":
                    team_places.answer(**which, yes=yes)
                else:
                    (connectors.accept if yes else connectors.decline)(**which)
        except DomainError:
            continue


def stop(history: History, actor: Any) -> None:
    held = Connector.objects.filter(until_on=None).order_by("pk").first()
    if held:
        connectors.stop(actor=actor, network=history.cast.linde, connector=held.uuid)


def describe(history: History, actor: Any) -> None:
    held = Connector.objects.filter(membership__person_id=actor.person_id, until_on=None).first()
    other = history.cast.members[history.chance.choice(PEOPLE)]
    if held:
        connectors.describe(
            actor=actor,
            network=history.cast.linde,
            connector=held.uuid,
            phone_shown=history.chance.random() < 0.7,
            phone="",
            substitute=other.uuid,
        )


def join(history: History, actor: Any) -> None:
    team_places.join(actor=actor, network=history.cast.linde, team=history.team().uuid)


def leave_team(history: History, actor: Any) -> None:
    team_places.leave(actor=actor, network=history.cast.linde, team=history.team().uuid)


def line(history: History, actor: Any) -> None:
    teams.say_line(
        actor=actor,
        network=history.cast.linde,
        team=history.team().uuid,
        to_whom="Wijkzorg",
        how=history.chance.choice(("Overleg", "Koffie")),
        often="weekly",
    )


def leave(history: History, actor: Any) -> None:
    if history.chance.random() < 0.4:
        leaving.leave(actor=actor, network=history.cast.linde)


def end_party(history: History, _actor: Any) -> None:
    """The party of Els stops, and her membership with it, some days ago."""
    if history.chance.random() < 0.3:
        dewi = history.cast.actor("dewi")
        partner = history.cast.members["els"].partner
        if partner is None:  # she came back for herself
            return
        with scope.acting(dewi):
            partners.end_partner(
                actor=dewi,
                slug="de-linde",
                partner=partner.uuid,
                until_on=clock.today() - timedelta(days=history.chance.randrange(3)),
                end_memberships=history.chance.random() < 0.5,
            )


def come_back(history: History, _actor: Any) -> None:
    """Somebody who left takes part again, under a new membership."""
    with scope.acting(SYSTEM):
        for name in PEOPLE:
            member = joining.begin(history.cast.linde, history.cast.people[name].pk)
            if member.pk != history.cast.members[name].pk:
                member.discipline = NURSE
                member.save(update_fields=["discipline"])
                history.cast.members[name] = member


ACTS: list[Callable[[History, Any], None]] = [
    *(offer, offer, ask, answer, answer, answer, stop, describe),
    *(join, leave_team, line, leave, end_party, come_back),
]


@pytest.fixture
def with_teams(cast: Cast) -> Cast:
    """Everybody, some of them nurses, and the two teams; each history begins with these."""
    nurse(cast, "amina", "bas", "els")
    for name, free in (("Ouderenteam", True), ("Jeugdteam", False)):
        make_team(cast, name=name, joins_freely=free)
    return cast


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=SEEDS)
def test_one_connector_a_day_and_nobody_who_left(with_teams: Cast, seed: int) -> None:
    with transaction.atomic():
        history = fresh(with_teams, random.Random(seed))  # noqa: S311
        for _each in range(LENGTH):
            history.step()
        with clock.frozen(history.now), scope.acting(SYSTEM):
            check(clock.today())
        transaction.set_rollback(True)


def fresh(cast: Cast, chance: random.Random) -> History:
    """As all stands in the database: what an earlier history wrote was taken back."""
    with scope.acting(SYSTEM):
        rows = Membership.objects.select_related("partner").in_bulk(
            [member.pk for member in cast.members.values()]
        )
        members = {name: rows[member.pk] for name, member in cast.members.items()}
        return History(replace(cast, members=members), chance, list(Team.objects.order_by("pk")))


def check(today: date) -> None:
    """On every day at most one connector, who took part and was in the team on that day."""
    rows = list(Connector.objects.select_related("membership").order_by("from_on", "pk"))
    by_task: dict[tuple[int, str], list[Connector]] = {}
    for row in rows:
        by_task.setdefault((row.team_id, row.discipline), []).append(row)
        assert_within(row, row.membership)
        assert row.phone_shown is False or row.until_on is None
        if row.until_on is None:
            assert in_team(row), "a connector is in the team"
            assert row.substitute is None or row.substitute.until_on is None
    for periods in by_task.values():
        for one, next_one in pairwise(periods):
            assert one.until_on is not None
            assert one.until_on <= next_one.from_on
    for place in TeamMember.objects.select_related("membership"):
        assert_within(place, place.membership)
    for said in TeamLine.objects.filter(until_on=None).select_related("membership"):
        assert in_team(said), "a line is of somebody in the team"
    for asked in TeamAsk.objects.filter(state="asked").select_related("membership", "asked_by"):
        assert asked.membership.until_on is None
        assert asked.asked_by.until_on is None
    assert today >= TODAY


def assert_within(row: Any, member: Membership) -> None:
    """A period with days in it ends no later than the membership."""
    if member.until_on is None or row.until_on == row.from_on:
        return
    assert row.until_on is not None
    assert row.until_on <= member.until_on


def in_team(row: Any) -> bool:
    return TeamMember.objects.filter(
        team=row.team_id, membership=row.membership_id, until_on=None
    ).exists()
