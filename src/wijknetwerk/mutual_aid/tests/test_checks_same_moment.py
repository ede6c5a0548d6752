"""Two answers to one check at the same moment, on real connections: one is kept, the other hears
it, and the next turn is planned once. An answer while the help ends is no fault either."""

import pytest

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.mutual_aid.models import FollowUp, MatchAct
from wijknetwerk.mutual_aid.services.checks import Answer
from wijknetwerk.mutual_aid.tests.acting import act, now
from wijknetwerk.mutual_aid.tests.test_checks import UNHAPPY, answer, check, running
from wijknetwerk.networks.tests.test_same_moment import at_once, shared

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["shared"]
FINE = Answer("yes", "yes")


def test_two_answers_of_one_check_and_of_both_sides_at_once(shared: Cast) -> None:
    found = running(shared)
    asks, helps = check(found, "asker"), check(found, "helper")
    said = at_once(
        lambda: answer(shared, "bakker", asks, UNHAPPY),
        lambda: answer(shared, "joost", asks, UNHAPPY),
        lambda: answer(shared, "bas", helps, FINE),
    )
    assert None not in said, "a fault, not a refusal"
    assert said.count("check_answered") == 1
    with scope.acting(SYSTEM):
        assert FollowUp.objects.filter(match=found, turn=2).count() == 2
        assert FollowUp.objects.filter(match=found).count() == 4
    assert now(found).request.unhappy_at is not None


def test_an_answer_while_it_ends(shared: Cast) -> None:
    found = running(shared)
    asks = check(found, "asker")
    said = at_once(
        lambda: answer(shared, "joost", asks, FINE),
        lambda: act(shared, "bas", found, MatchAct.STOP),
    )
    assert None not in said, "a fault, not a refusal"
    with scope.acting(SYSTEM):
        assert not FollowUp.objects.filter(match=found, answered_at=None).exists()
