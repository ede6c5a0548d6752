"""Personal data in talks and rounds: seen whole by its owner, erased, kept no longer than said."""

from datetime import timedelta

import pytest

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.networks import personal_data_talk as kept
from wijknetwerk.networks.models import (
    Expectation,
    Remit,
    TalkPresence,
    TeamTalk,
    TeamTalkAnswer,
)
from wijknetwerk.networks.services.remit import Lines
from wijknetwerk.networks.services.talk import Answer
from wijknetwerk.networks.tests import test_expectations as rounds
from wijknetwerk.networks.tests import test_remit as remits
from wijknetwerk.networks.tests import test_talk as talks
from wijknetwerk.networks.tests.talking import begin_talk, make_team

pytestmark = pytest.mark.django_db


def fill(cast: Cast) -> None:
    team = make_team(cast, "amina")
    talk = begin_talk(cast, team)
    talks.say(cast, "amina", talk, Answer("Iedereen telt mee.", "Over geld."))
    talks.finish(cast, "els", talk, clock.today() + timedelta(days=30))
    made = rounds.open_round(cast)
    rounds.say(cast, "amina", made)
    remits.say(cast, "amina", Lines(["Huisbezoek"]), team=team)


def words(cast: Cast, name: str) -> str:
    with scope.acting(cast.actor(name)):
        records = list(kept.TalkData().export(person_uuid=cast.people[name].uuid))
    return str([[str(value) for _label, value in record.fields] for record in records])


def test_one_gets_ones_own_words_and_not_those_of_others(cast: Cast) -> None:
    fill(cast)
    mine = words(cast, "amina")
    for said in ("Ik ken de flat.", "Iedereen telt mee.", "Huisbezoek", "Kernteam"):
        assert said in mine
    assert "Ik ken de flat." not in words(cast, "els")
    assert "Kernteam" in words(cast, "els")  # was there
    assert words(cast, "farid") == "[]"


def test_erasing_takes_own_words_and_the_name_off_the_rest(cast: Cast) -> None:
    fill(cast)
    with scope.acting(SYSTEM):
        told = list(kept.TalkData().erase(actor=SYSTEM, person_uuid=cast.amina.uuid))
        assert sum(one.count for one in told) >= 4
        row = Expectation.objects.get()
        assert (row.brings, row.expects, row.role, row.written_by_id) == ("", "", "", None)
        assert TeamTalkAnswer.objects.get().agreed == "Iedereen telt mee."
        assert not TeamTalkAnswer.objects.filter(written_by=cast.amina).exists()
        assert not Remit.objects.filter(written_by=cast.amina).exists()
        there = TalkPresence.objects.filter(membership=cast.members["amina"])
        assert not there.exists()
    left = words(cast, "amina")
    assert "flat" not in left
    assert "Kernteam" not in left


def test_after_three_years_words_and_presence_go_and_what_was_agreed_stays(cast: Cast) -> None:
    fill(cast)
    with scope.acting(SYSTEM):
        assert kept.forget_expectations(NOW) == 0  # the round is open
        rounds.nightly(rounds.CLOSES)
        later = NOW + timedelta(days=400)
        assert kept.forget_expectations(later) == 1
        assert kept.forget_expectations(later) == 0
        assert kept.forget_who_was_there(later) >= 2
        assert TeamTalk.objects.get().others_there == ""
        assert TeamTalkAnswer.objects.get().agreed == "Iedereen telt mee."
