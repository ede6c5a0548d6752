"""The check (H3): six to eight weeks after both met, then each half year; an unhappy answer reopens
the request, on top, and ends nothing by itself."""

from datetime import timedelta

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import NotFound
from wijknetwerk.mutual_aid import access_checks
from wijknetwerk.mutual_aid.errors import Answered
from wijknetwerk.mutual_aid.models import FollowUp, HelpSettings, Match, MatchAct, Wellbeing
from wijknetwerk.mutual_aid.services import checks
from wijknetwerk.mutual_aid.services.checks import Answer
from wijknetwerk.mutual_aid.tests.acting import act, agreed, now

pytestmark = pytest.mark.django_db
FINE, UNHAPPY = Answer("yes", "yes"), Answer("yes", "no", need="Liever iemand anders")


def running(cast: Cast) -> Match:
    """Both met today."""
    return act(cast, "joost", agreed(cast), MatchAct.BEGIN)


def check(found: Match, side: str, turn: int = 1) -> FollowUp:
    with scope.acting(SYSTEM):
        return FollowUp.objects.get(match=found, side=side, turn=turn)


def answer(cast: Cast, name: str, row: FollowUp, said: Answer) -> FollowUp:
    actor = cast.actor(name)
    with scope.acting(actor):
        hand = access_checks.check_for(actor, cast.linde, row.uuid)
        return checks.answer(hand=hand, said=said)


def test_h3_both_sides_are_asked_seven_weeks_after_they_met(cast: Cast) -> None:
    found = running(cast)
    for side in ("asker", "helper"):
        assert check(found, side).due_on == TODAY + timedelta(weeks=7)


@pytest.mark.parametrize("weeks", [6, 8])
def test_h3_a_network_chooses_six_to_eight_weeks(cast: Cast, weeks: int) -> None:
    with scope.acting(SYSTEM):
        HelpSettings.objects.create(network=cast.linde, check_weeks=weeks)
    assert check(running(cast), "asker").due_on == TODAY + timedelta(weeks=weeks)


def test_after_an_answer_the_next_one_comes_half_a_year_later(cast: Cast) -> None:
    found = running(cast)
    answer(cast, "bas", check(found, "helper"), FINE)
    assert check(found, "helper", 2).due_on == TODAY + timedelta(weeks=7 + 26)
    with pytest.raises(Answered):
        answer(cast, "joost", check(found, "helper"), FINE)


def test_h3_an_unhappy_answer_reopens_the_request_and_ends_nothing(cast: Cast) -> None:
    found = running(cast)
    answer(cast, "bakker", check(found, "asker"), UNHAPPY)
    row = now(found)
    assert (row.state, row.request.state, row.request.unhappy_at) == ("running", "waiting", NOW)
    desk = cast.actor("joost")
    with scope.acting(desk):
        checks.settle(actor=desk, network=cast.linde, request=row.request.uuid)
    assert (now(found).request.state, now(found).request.unhappy_at) == ("helped", None)


def test_only_the_own_side_and_the_desk_answer(cast: Cast) -> None:
    row = check(running(cast), "asker")
    for name in ("bas", "amina", "els", "ad", "farid"):
        with pytest.raises(NotFound):
            answer(cast, name, row, FINE)
    assert answer(cast, "joost", row, FINE).noted_by_id == cast.joost.pk


def test_well_being_is_kept_of_who_asks_only_and_once(cast: Cast) -> None:
    found = running(cast)
    answer(cast, "joost", check(found, "helper"), Answer("yes", "yes", mark=3))
    answer(cast, "bakker", check(found, "asker"), Answer("yes", "yes", mark=7))
    with scope.acting(SYSTEM):
        marks = Wellbeing.objects.filter(request=found.request)
        assert [(one.when, one.mark) for one in marks] == [("after", 7)]


def test_what_ended_is_checked_no_more(cast: Cast) -> None:
    found = running(cast)
    answer(cast, "bas", check(found, "helper"), FINE)
    act(cast, "bas", found, MatchAct.STOP)
    with scope.acting(SYSTEM):
        rows = FollowUp.objects.filter(match=found)
        assert [(row.side, bool(row.answered_at)) for row in rows] == [("helper", True)]


def test_who_gives_no_answer_is_asked_again_half_a_year_later(cast: Cast) -> None:
    found = running(cast)
    later = NOW + timedelta(weeks=11)
    with clock.frozen(later - timedelta(days=1)), scope.acting(SYSTEM):
        assert checks.skip_overdue() == 0
    with clock.frozen(later), scope.acting(SYSTEM):
        assert (checks.skip_overdue(), checks.skip_overdue()) == (2, 0)
    assert check(found, "asker", 2).due_on == TODAY + timedelta(weeks=7 + 26)
