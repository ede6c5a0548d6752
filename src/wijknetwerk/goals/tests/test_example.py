"""The example networks have goals and actions that show what there is to see."""

from tests.cast import SYSTEM
from wijknetwerk.core import scope
from wijknetwerk.goals import example
from wijknetwerk.goals.models import Action, Goal, MeasureValue
from wijknetwerk.goals.selectors.facts import count_goals
from wijknetwerk.networks import example_network, example_teams


def test_presikhaaf_shows_all_and_loads_once(db: None) -> None:
    with scope.acting(SYSTEM):
        example_network.load_all()
        example_teams.load_all()
        for _twice in range(2):
            example.load_all()
        assert set(Action.objects.values_list("state", flat=True)) == {
            "open",
            "busy",
            "done",
            "dropped",
        }
        assert MeasureValue.objects.filter(value=None).count() == 1
        facts = count_goals(Goal.objects.first().network_id)  # type: ignore[union-attr]
    assert facts["actions_kept"] == facts["actions_dropped"] + 1 == 2
    assert (facts["actions_done_late"], facts["actions_late"]) == (1, 1)
    assert facts["goals_without_owner"] == 0
