"""The example's talks and rounds load through the services, once."""

import pytest

from tests.cast import SYSTEM
from wijknetwerk.core import scope
from wijknetwerk.networks import example_network, example_talk, example_teams
from wijknetwerk.networks.models import Expectation, ExpectationRound, Remit, TeamTalk

pytestmark = pytest.mark.django_db


def test_presikhaaf_has_a_held_talk_two_rounds_and_knows_what_it_is_for() -> None:
    example_network.load_all()
    example_teams.load_all()
    example_talk.load_all()
    example_talk.load_all()
    with scope.acting(SYSTEM):
        talk = TeamTalk.objects.get()
        assert (talk.busy, talk.answers.count()) == (False, 9)
        rounds = list(ExpectationRound.objects.order_by("opened_on"))
        assert [(one.is_open, one.team_id is None) for one in rounds] == [
            (False, True),
            (True, False),
        ]
        assert Expectation.objects.filter(noted=True).count() == 1
        assert Remit.objects.filter(superseded_at=None, team=None, shown_publicly=True).exists()
