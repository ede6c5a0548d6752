"""The teams of the example: told once, with a vacancy to take over and a question that waits."""

import pytest

from tests.cast import SYSTEM
from wijknetwerk.core import scope
from wijknetwerk.networks import example_network, example_teams
from wijknetwerk.networks.models import Connector, TeamAsk, TeamLine
from wijknetwerk.networks.selectors.team_history import past_of
from wijknetwerk.networks.selectors.teams import teams_of

pytestmark = pytest.mark.django_db


def test_presikhaaf_has_two_teams_with_connectors_and_vacancies() -> None:
    example_network.load_all()
    example_teams.load_all()
    with scope.acting(SYSTEM):
        network, people = example_network.loaded()["presikhaaf"]
        assert example_teams.load(network, people) == 0
        older, begin = teams_of(network).running
        assert (older.leads, begin.leads) == (["Els Vos"], ["Priya Ramdin"])
        assert older.vacancies == ["fysiotherapeut", "wijkagent"]
        assert begin.vacancies == ["verloskundige"]
        shown = {row.discipline: row.phone for row in older.connectors}
        assert shown["social_team_worker"] == "0265550160"
        assert shown["physiotherapist"] == ""
        assert TeamLine.objects.filter(until_on=None).count() == 3
        assert TeamAsk.objects.filter(state="asked").count() == 1
        held = Connector.objects.filter(discipline="social_team_worker").order_by("pk")
        past = dict(past_of(held[0].team).connectors)["medewerker sociaal wijkteam"]
        assert [one.name for one in past] == ["Priya Ramdin", "Jan Peters"]
