"""Rounds of dots: three ways in, each counted once, results that hide small groups."""

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.cast import SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, registries, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, NotAllowed
from wijknetwerk.core.models import LogEntry
from wijknetwerk.notices.models import Waiting
from wijknetwerk.voices import access_rounds
from wijknetwerk.voices.errors_rounds import (
    BallotUsed,
    RoundOver,
    TooManyDots,
    UnknownCode,
    VotedAlready,
)
from wijknetwerk.voices.models import PriorityRound, RoundCount, RoundVoter
from wijknetwerk.voices.services import rounds
from wijknetwerk.voices.tests.rounding import a_round, by, closed, table


def test_three_ways_in_count_together_and_the_small_group_stays_hidden(cast: Cast) -> None:
    uuid = a_round(cast)
    table(cast, uuid, "resident", 4, 4, 4, 3)
    table(cast, uuid, "official", 3, 3, 0, 0)
    table(cast, uuid, "professional", 6, 6, 5, 5)
    by(cast, "amina", rounds.vote, round=uuid, group="resident", dots={0: 1, 1: 1, 2: 1})
    paper, link = by(cast, "joost", rounds.make_ballots, round=uuid, number=2)
    desk = {"round": uuid, "group": "resident"}
    by(cast, "joost", rounds.enter_ballot, code=paper.code.lower(), dots={0: 1}, **desk)
    with (
        scope.acting(Actor.anonymous()),
        access_rounds.ballot_behind(link.secret, address="192.0.2.1") as ballot,
    ):
        rounds.vote_with_ballot(ballot=ballot, group="resident", dots={})
    assert closed(cast, uuid) == {
        "resident": {"people": 7, "cells": [6, 5, None]},
        "professional": {"people": 6, "cells": [6, 5, 5]},
        "official": {"people": None, "cells": None},
    }


def test_nothing_that_was_counted_is_left_after_closing_and_closing_again_changes_nothing(
    cast: Cast,
) -> None:
    uuid = a_round(cast)
    table(cast, uuid, "resident", 8, 8, 8, 8)
    first = closed(cast, uuid)
    with scope.acting(SYSTEM):
        assert not RoundCount.objects.exists()
    with pytest.raises(RoundOver):
        table(cast, uuid, "resident", 1, 1, 0, 0)
    with pytest.raises(RoundOver):
        by(cast, "els", rounds.vote, round=uuid, group="professional", dots={0: 1})
    assert closed(cast, uuid) == first


def test_a_code_and_its_link_count_once_and_only_in_their_own_round(cast: Cast) -> None:
    uuid, other = a_round(cast), a_round(cast)
    made = by(cast, "dewi", rounds.make_ballots, round=uuid, number=1)[0]
    said: dict[str, Any] = {"group": "resident", "dots": {0: 1}}
    with pytest.raises(UnknownCode):
        by(cast, "joost", rounds.enter_ballot, round=other, code=made.code, **said)
    with pytest.raises(UnknownCode):
        by(cast, "joost", rounds.enter_ballot, round=uuid, code="AAAAA-AAAAA", **said)
    by(cast, "joost", rounds.enter_ballot, round=uuid, code=made.code, **said)
    with pytest.raises(BallotUsed):
        by(cast, "joost", rounds.enter_ballot, round=uuid, code=made.code, **said)
    with (
        scope.acting(Actor.anonymous()),
        access_rounds.ballot_behind(made.secret, address="192.0.2.1") as ballot,
        pytest.raises(BallotUsed),
    ):
        rounds.vote_with_ballot(ballot=ballot, **said)


@pytest.mark.parametrize("dots", [{0: 2}, {0: 1, 1: 1, 2: 1, 3: 1}, {9: 1}, {0: -1}])
def test_more_dots_than_one_has_change_nothing(cast: Cast, dots: dict[int, int]) -> None:
    uuid = a_round(cast)
    with pytest.raises(TooManyDots):
        by(cast, "amina", rounds.vote, round=uuid, group="resident", dots=dots)
    with scope.acting(SYSTEM):
        assert not RoundVoter.objects.exists()
        assert not RoundCount.objects.exclude(people=0, dots=0).exists()


def test_who_voted_stands_apart_from_what_without_a_time_or_an_order(cast: Cast) -> None:
    uuid = a_round(cast)
    for name in ("amina", "els", "ben"):
        by(cast, name, rounds.vote, round=uuid, group="resident", dots={0: 1})
    with pytest.raises(VotedAlready):
        by(cast, "amina", rounds.vote, round=uuid, group="professional", dots={1: 1})
    with scope.acting(SYSTEM):
        fields = {field.name for field in RoundVoter._meta.get_fields()}
        assert fields == {"id", "uuid", "network", "round", "person"}
        assert min(RoundVoter.objects.values_list("pk", flat=True)) > 3  # by chance, no order
        lines = LogEntry.objects.filter(event="voices.voted")
        assert {(line.user_uuid, line.client_uuid) for line in lines} == {(None, None)}
        ended = Waiting.objects.filter(subject=uuid, done_at__isnull=False)
        assert {row.done_at.date() for row in ended if row.done_at} == {TODAY + timedelta(days=14)}
        assert ended.count() == 3


def test_members_hear_of_a_round_and_who_arranged_it_of_the_result(cast: Cast) -> None:
    uuid = a_round(cast)
    with scope.acting(SYSTEM):
        asked = Waiting.objects.filter(kind="voices.round_asked", subject=uuid, done_at=None)
        assert asked.count() == 10
        before = set(asked.values_list("person_id", flat=True))
        wanted = registries.waiting_kinds["voices.round_asked"].wanted()
        assert {one.person_id for one in wanted} == before
        with clock.frozen(clock.now() + timedelta(days=15)):
            assert rounds.by_the_clock(SYSTEM) == 1
            assert rounds.by_the_clock(SYSTEM) == 0
        assert not asked.exists()
        ready = Waiting.objects.get(kind="voices.round_ready", subject=uuid, done_at=None)
        assert ready.person_id == cast.dewi.pk
        assert json.dumps(PriorityRound.objects.get(uuid=uuid).result).count("null") == 6


def test_after_a_night_without_a_worker_members_are_asked_still_and_who_voted_is_not(
    cast: Cast,
) -> None:
    uuid = a_round(cast)
    by(cast, "bas", rounds.vote, round=uuid, group="resident", dots={})
    mine = {"kind": "voices.round_asked", "subject": uuid, "done_at": None}
    with scope.acting(SYSTEM), clock.frozen(clock.now() + timedelta(days=1)):
        asked = set(Waiting.objects.filter(**mine).values_list("person_id", flat=True))
        Waiting.objects.filter(**mine).delete()  # as when the first night had no worker
        for _twice in range(2):
            assert rounds.by_the_clock(SYSTEM) == 0
        found = list(Waiting.objects.filter(**mine).values_list("person_id", flat=True))
    assert sorted(found) == sorted(asked)
    assert cast.bas.pk not in asked


def test_members_vote_and_only_the_desk_and_leaders_arrange(cast: Cast) -> None:
    uuid = a_round(cast)
    acts: tuple[tuple[Any, dict[str, Any]], ...] = (
        (rounds.close_round, {}),
        (rounds.make_ballots, {"number": 1}),
        (rounds.enter_table, {"group": "resident", "people": 1, "dots": {}}),
        (rounds.enter_ballot, {"code": "A", "group": "resident", "dots": {}}),
    )
    for name in ("amina", "els", "ben", "lena"):
        for act, what in acts:
            with pytest.raises(NotAllowed):
                by(cast, name, act, round=uuid, **what)
    with pytest.raises(DomainError):
        by(cast, "farid", rounds.vote, round=uuid, group="resident", dots={})


def test_who_voted_goes_a_month_after_closing_and_a_stop_closes_what_runs(cast: Cast) -> None:
    uuid = a_round(cast)
    by(cast, "amina", rounds.vote, round=uuid, group="resident", dots={0: 1})
    by(cast, "dewi", rounds.make_ballots, round=uuid, number=2)
    entry = registries.retention["voices.round_voters"]
    with scope.acting(SYSTEM):
        part = registries.endings["initiatives"]
        assert len(part.tell(cast.linde)) == 1
        assert part.act is not None
        part.act(actor=SYSTEM, network=cast.linde, what=registries.Ending.STOP)
        part.act(actor=SYSTEM, network=cast.linde, what=registries.Ending.STOP)
        assert PriorityRound.objects.get().closed
        assert not RoundCount.objects.exists()
        assert entry.expire(before=clock.now()) == 0
        assert entry.expire(before=clock.now() + timedelta(days=1)) == 1
        assert not PriorityRound.objects.get().ballots.exists()
