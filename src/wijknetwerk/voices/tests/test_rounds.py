"""Rounds of dots: three ways in, each counted once, results that hide small groups."""

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

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
from wijknetwerk.voices.models import PriorityRound, RoundBallot, RoundCount, RoundVoter
from wijknetwerk.voices.services import rounds
from wijknetwerk.voices.tests.rounding import a_round, by, closed, enter, table


def _screen(cast: Cast, uuid: UUID, *names: str) -> None:
    for name in names:
        by(cast, name, rounds.vote, round=uuid, group="resident", dots={0: 1, 1: 1})


def test_who_makes_votes_up_and_takes_them_off_again_learns_nothing(cast: Cast) -> None:
    """Four residents vote on the screen. Who arranges types six over, and sees only those six."""
    uuid = a_round(cast)
    _screen(cast, uuid, "amina", "els", "ben", "lena")
    for code in by(cast, "dewi", rounds.make_ballots, round=uuid, number=6):
        said: dict[str, Any] = {"group": "resident", "code": code.code, "dots": {2: 1}}
        enter(cast, "dewi", round=uuid, **said)
    table(cast, uuid, "resident", 6, 6, 0, 0)
    shown = closed(cast, uuid)["resident"]
    assert shown == {
        "people": 6,
        "cells": [None, None, 6],
        "wall": {"people": 6, "cells": [6, None, None]},
    }


def test_ballots_that_somebody_printed_and_used_lift_no_group(cast: Cast) -> None:
    """Links of one who prints show only beside five others, or ballots that another printed."""
    uuid, other = a_round(cast), a_round(cast)
    _screen(cast, uuid, "amina", "els", "ben", "lena")
    for code in by(cast, "dewi", rounds.make_ballots, round=uuid, number=6):
        _with_link(code.secret, {2: 1})
    assert closed(cast, uuid)["resident"] == {**NOTHING, "wall": NOTHING}
    for name in ("dewi", "joost"):
        for code in by(cast, name, rounds.make_ballots, round=other, number=5):
            _with_link(code.secret, {2: 1})
    assert closed(cast, other)["resident"]["cells"] == [None, None, 10]


def test_from_five_on_the_screen_on_all_that_people_voted_by_themselves_counts_together(
    cast: Cast,
) -> None:
    uuid = a_round(cast)
    _screen(cast, uuid, "amina", "els", "ben", "lena", "priya")
    (paper, link) = by(cast, "joost", rounds.make_ballots, round=uuid, number=2)
    said: dict[str, Any] = {"group": "resident", "code": paper.code, "dots": {0: 1, 2: 1}}
    enter(cast, "joost", round=uuid, **said)
    _with_link(link.secret, {0: 1})
    assert closed(cast, uuid)["resident"] == {
        "people": 7,
        "cells": [7, 5, None],
        "wall": NOTHING,
    }


NOTHING = {"people": None, "cells": None}


def _with_link(secret: str, dots: dict[int, int]) -> None:
    with (
        scope.acting(Actor.anonymous()),
        access_rounds.ballot_behind(secret, address="192.0.2.1") as ballot,
    ):
        rounds.vote_with_ballot(ballot=ballot, group="resident", dots=dots)


def test_each_way_in_counts_apart_and_the_small_group_stays_hidden(cast: Cast) -> None:
    uuid = a_round(cast)
    table(cast, uuid, "resident", 7, 6, 5, 3)
    table(cast, uuid, "official", 3, 3, 0, 0)
    table(cast, uuid, "professional", 6, 6, 5, 5)
    by(cast, "amina", rounds.vote, round=uuid, group="resident", dots={0: 1, 1: 1, 2: 1})
    paper, link = by(cast, "joost", rounds.make_ballots, round=uuid, number=2)
    desk: dict[str, Any] = {"round": uuid, "group": "resident"}
    enter(cast, "joost", code=paper.code.lower(), dots={0: 1}, **desk)
    _with_link(link.secret, {})
    with scope.acting(SYSTEM):
        counted = RoundCount.objects.filter(option=None).values_list("group", "way", "people")
        assert sorted(counted) == [
            ("official", "sheet", 3),
            ("professional", "sheet", 6),
            ("resident", "ballot", 1),
            ("resident", "link", 1),
            ("resident", "screen", 1),
            ("resident", "sheet", 7),
        ]
    assert closed(cast, uuid) == {
        "resident": {**NOTHING, "wall": {"people": 7, "cells": [6, 5, None]}},
        "professional": {**NOTHING, "wall": {"people": 6, "cells": [6, 5, 5]}},
        "official": {**NOTHING, "wall": NOTHING},
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
        enter(cast, "joost", round=other, code=made.code, **said)
    with pytest.raises(UnknownCode):
        enter(cast, "joost", round=uuid, code="AAAAA-AAAAA", **said)
    enter(cast, "joost", round=uuid, code=made.code, **said)
    with pytest.raises(BallotUsed):
        enter(cast, "joost", round=uuid, code=made.code, **said)
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
        assert not RoundCount.objects.exists()


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
        assert json.dumps(PriorityRound.objects.get(uuid=uuid).result).count("null") == 12


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
        (rounds.ballot_of, {"code": "A"}),
        (rounds.enter_ballot, {"ballot": RoundBallot(), "group": "resident", "dots": {}}),
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
