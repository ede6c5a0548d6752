"""The example: a round whose officials stay hidden, initiatives in their states, experiments."""

import pytest

from tests.cast import SYSTEM
from wijknetwerk.core import registries, scope
from wijknetwerk.networks import example_network
from wijknetwerk.notices.models import Waiting
from wijknetwerk.voices import example_rounds
from wijknetwerk.voices.models import Experiment, Initiative, PriorityRound
from wijknetwerk.voices.selectors import rounds

pytestmark = pytest.mark.django_db


def test_the_round_shows_22_residents_beside_11_professionals_and_hides_three_officials() -> None:
    example_network.load_all()
    example_rounds.load_all()
    example_rounds.load_all()
    with scope.acting(SYSTEM):
        result = rounds.result_of(PriorityRound.objects.get())
        assert result is not None
        assert [(one.code, one.people) for one in result.groups] == [
            ("resident", 7),
            ("resident", 15),
            ("professional", 11),
            ("official", None),
        ]
        own, wall, work, _hidden = ([bar.dots for bar in one.bars] for one in result.groups)
        assert own == [5, 5, None, None, 5, None]
        assert wall == [12, 10, 6, 6, 6, 5]
        assert work == [6, 5, 9, 8, None, None]
        states = Initiative.objects.filter(network__slug="presikhaaf").order_by("state")
        assert list(states.values_list("state", flat=True)) == [
            "busy",
            "done",
            "looking",
            "stopped",
        ]
        assert sorted(Experiment.objects.values_list("outcome", flat=True)) == ["", "go_on"]
        waits = Waiting.objects.filter(kind__startswith="voices.", done_at=None)
        wanted = {
            (code, one.subject, one.person_id)
            for code, kind in registries.waiting_kinds.items()
            if code.startswith(("voices.round", "voices.need", "voices.experiment"))
            for one in kind.wanted()
        }
        assert {(row.kind, row.subject, row.person_id) for row in waits} == wanted
