"""A team's talk: who may, nothing is overwritten, looked at again after half a year."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from html import unescape
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.cast import NOW, SYSTEM, Cast, make_cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput, NotFound, Stale
from wijknetwerk.networks import access_talk
from wijknetwerk.networks.models import Team, TeamTalk, TeamTalkAnswer
from wijknetwerk.networks.services import talk as services
from wijknetwerk.networks.services.talk import Answer, There
from wijknetwerk.networks.tests.talking import begin_talk, make_team
from wijknetwerk.notices.models import Waiting

pytestmark = pytest.mark.django_db

SignIn = Callable[..., Client]
CountQueries = Callable[[], AbstractContextManager[Any]]
QUESTION = "a-equal"


def say(cast: Cast, who: str, talk: TeamTalk, said: Answer, read: int = 0) -> TeamTalkAnswer:
    actor = cast.actor(who)
    with scope.acting(actor):
        return services.say_answer(
            actor=actor,
            network=cast.linde,
            talk=talk,
            question=QUESTION,
            read_number=read,
            said=said,
        )


def finish(cast: Cast, who: str, talk: TeamTalk, again: date) -> TeamTalk:
    actor = cast.actor(who)
    with scope.acting(actor):
        there = There([cast.members["els"].uuid, cast.members["amina"].uuid], "iemand van school")
        return services.finish_talk(
            actor=actor, network=cast.linde, talk=talk, there=there, look_again_on=again
        )


def text_of(answer: Any) -> str:
    page = re.sub(r"<(script|style|head).*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def question_url(talk: TeamTalk, question: str = QUESTION) -> str:
    return reverse("networks:talk_question", args=["de-linde", talk.uuid, question])


def test_only_the_team_and_who_leads_the_network_talk(cast: Cast) -> None:
    team = make_team(cast, "amina")
    talk = begin_talk(cast, team, "amina")
    say(cast, "dewi", talk, Answer("Ja, bij ons wel."))
    with pytest.raises(access_talk.OnlyTheTeam):
        say(cast, "bas", talk, Answer("Ik ook."))
    with pytest.raises(NotFound):
        say(cast, "farid", talk, Answer("En ik."))


def test_begun_twice_it_is_one_talk(cast: Cast) -> None:
    team = make_team(cast)
    assert begin_talk(cast, team).pk == begin_talk(cast, team, "dewi").pk


def test_a_team_that_ended_only_reads(cast: Cast) -> None:
    team = make_team(cast)
    talk = begin_talk(cast, team)
    with scope.acting(SYSTEM):
        Team.objects.filter(pk=team.pk).update(status="ended", until_on=clock.today())
        talk = TeamTalk.objects.select_related("team").get(pk=talk.pk)
    with pytest.raises(InvalidInput):
        say(cast, "dewi", talk, Answer("Nog iets."))


def test_changed_words_are_kept_and_of_two_writers_one_is_told(cast: Cast) -> None:
    team = make_team(cast, "amina")
    talk = begin_talk(cast, team)
    say(cast, "els", talk, Answer("Ja."))
    with pytest.raises(Stale):
        say(cast, "amina", talk, Answer("Nee."))
    say(cast, "amina", talk, Answer("Ja.", "Amina twijfelt."), read=1)
    assert say(cast, "amina", talk, Answer("Ja.", "Amina twijfelt."), read=1).number == 2
    with scope.acting(SYSTEM):
        rows = list(TeamTalkAnswer.objects.order_by("number").values_list("agreed", "differ"))
        assert rows == [("Ja.", ""), ("Ja.", "Amina twijfelt.")]
        assert TeamTalkAnswer.objects.filter(superseded_at=None).count() == 1


def test_two_editors_see_both_texts_and_erase_nothing(cast: Cast, sign_in: SignIn) -> None:
    talk = begin_talk(cast, make_team(cast, "amina"))
    mine = {"agreed": "Van Els.", "differ": "", "number": "0"}
    assert sign_in("els").post(question_url(talk), mine).status_code == 302
    amina = sign_in("amina")
    answer = amina.post(question_url(talk), {**mine, "agreed": "Van Amina."})
    assert answer.status_code == 409
    assert "Van Els." in text_of(answer)
    assert ">\nVan Amina.</textarea>" in answer.content.decode()
    again = {"agreed": "Van Els. Van Amina.", "differ": "", "number": "1"}
    assert amina.post(question_url(talk), again).status_code == 302


def test_one_goes_on_to_the_next_question_or_skips(cast: Cast, sign_in: SignIn) -> None:
    talk = begin_talk(cast, make_team(cast))
    els = sign_in("els")
    page = els.get(question_url(talk, "a-ambition"))
    assert question_url(talk, "a-equal") in page.content.decode()
    answer = els.post(question_url(talk), {"agreed": "Ja.", "differ": "", "number": "0"})
    assert answer["Location"] == question_url(talk, "a-room")
    stop = {"agreed": "Ja!", "differ": "", "number": "1", "next": "overview"}
    answer = els.post(question_url(talk), stop)
    assert answer["Location"] == reverse("networks:talk", args=["de-linde", talk.uuid])
    assert els.get(question_url(talk, "z-nothing")).status_code == 404


def test_an_answer_that_is_too_long_is_kept_on_the_screen(cast: Cast, sign_in: SignIn) -> None:
    talk = begin_talk(cast, make_team(cast))
    answer = sign_in("els").post(
        question_url(talk), {"agreed": "x" * 1501, "differ": "hier", "number": "0"}
    )
    assert answer.status_code == 200
    assert "hier</textarea>" in answer.content.decode()


def test_the_second_time_the_first_answer_stands_beside_it(cast: Cast, sign_in: SignIn) -> None:
    team = make_team(cast, "amina")
    first = begin_talk(cast, team)
    say(cast, "els", first, Answer("Eén ambitie: niemand eet alleen.", "Over geld."))
    finish(cast, "els", first, date(2027, 5, 13))
    with scope.acting(SYSTEM):
        held = TeamTalk.objects.select_related("team").get(pk=first.pk)
    with pytest.raises(InvalidInput):
        say(cast, "els", held, Answer("Te laat."), read=1)
    second = begin_talk(cast, team)
    page = text_of(sign_in("amina").get(question_url(second)))
    assert "Eén ambitie: niemand eet alleen." in page
    assert "Over geld." in page
    shown = text_of(sign_in("amina").get(reverse("networks:talk", args=["de-linde", first.uuid])))
    assert "Els Vos, Amina Haddad" in shown or "Amina Haddad, Els Vos" in shown
    assert "iemand van school" in shown


def test_what_was_skipped_in_between_still_stands_beside_the_question(
    cast: Cast, sign_in: SignIn
) -> None:
    team = make_team(cast, "amina")
    first = begin_talk(cast, team)
    say(cast, "els", first, Answer("Niemand eet alleen."))
    finish(cast, "els", first, date(2027, 5, 13))
    with clock.frozen(datetime.combine(date(2027, 5, 13), NOW.timetz())):
        finish(cast, "els", begin_talk(cast, team), date(2027, 11, 12))
    third = begin_talk(cast, team)
    for address in (question_url(third), reverse("networks:talk", args=["de-linde", third.uuid])):
        page = text_of(sign_in("amina").get(address))
        assert "Niemand eet alleen." in page
        assert "Wat wij zeiden op 12 november 2026" in page


def nightly(day: date) -> None:
    with clock.frozen(datetime.combine(day, NOW.timetz())), scope.acting(SYSTEM):
        services.ask_to_look_again(SYSTEM)


def waiting_for(cast: Cast, name: str, kind: str = services.LOOK_AGAIN) -> list[Waiting]:
    with scope.acting(SYSTEM):
        return list(Waiting.objects.filter(person=cast.people[name], kind=kind, done_at=None))


def test_on_the_chosen_day_who_arranges_the_team_is_asked_once(cast: Cast) -> None:
    team = make_team(cast, "amina")
    finish(cast, "els", begin_talk(cast, team), date(2027, 5, 13))
    nightly(date(2027, 5, 12))
    assert waiting_for(cast, "els") == []
    nightly(date(2027, 5, 13))
    nightly(date(2027, 5, 14))
    row = waiting_for(cast, "els")[0]
    assert (row.words, row.due_on) == ({"team": "Kernteam"}, date(2027, 5, 13))
    assert reverse("networks:team_talk", kwargs=row.place)
    assert waiting_for(cast, "amina") == waiting_for(cast, "dewi") == []
    begin_talk(cast, team)
    assert waiting_for(cast, "els") == []


def test_without_somebody_who_arranges_it_the_coordinator_is_asked(cast: Cast) -> None:
    team = make_team(cast)
    finish(cast, "els", begin_talk(cast, team), date(2027, 5, 13))
    with scope.acting(SYSTEM):
        team.places.update(until_on=clock.today())
    nightly(date(2027, 5, 13))
    assert waiting_for(cast, "els") == []
    assert len(waiting_for(cast, "dewi")) == 1


def test_look_again_lies_ahead(cast: Cast) -> None:
    talk = begin_talk(cast, make_team(cast))
    with pytest.raises(InvalidInput):
        finish(cast, "els", talk, clock.today())


@pytest.mark.parametrize("lines", ["", "?lines=1"])
def test_the_talk_prints_and_that_is_noted(cast: Cast, sign_in: SignIn, lines: str) -> None:
    talk = begin_talk(cast, make_team(cast))
    say(cast, "els", talk, Answer("Ja."))
    address = reverse("networks:talk_print", args=["de-linde", talk.uuid])
    answer = sign_in("els", second_factor=False).get(address + lines)
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content[:5] == b"%PDF-"


def test_pages_of_a_talk_ask_at_most_eight_queries(
    cast: Cast, sign_in: SignIn, count_queries: CountQueries
) -> None:
    team = make_team(cast, "amina")
    for _round in range(2):
        talk = begin_talk(cast, team)
        say(cast, "els", talk, Answer("Ja."))
        finish(cast, "els", talk, clock.today() + timedelta(days=10))
    talk = begin_talk(cast, team)
    els = sign_in("els")
    for address in (
        question_url(talk),
        reverse("networks:talk", args=["de-linde", talk.uuid]),
        reverse("networks:team_talk", args=["de-linde", team.uuid]),
    ):
        with count_queries() as asked:
            assert els.get(address).status_code == 200
        assert asked.count <= 8, asked.statements


@pytest.mark.django_db(transaction=True)
def test_of_writers_at_the_same_moment_one_wins_and_the_others_are_told() -> None:
    cast = make_cast()
    talk = begin_talk(cast, make_team(cast, "amina", "bas", "dewi"))
    names = ("els", "amina", "bas", "dewi")
    start, moment = Barrier(len(names)), clock.now()

    def edit(name: str) -> str:
        try:
            start.wait(10)
            with clock.frozen(moment):
                say(cast, name, talk, Answer(f"{name} schreef dit"))
        except Stale:
            return "told"
        finally:
            connection.close()
        return "saved"

    with ThreadPoolExecutor(len(names)) as pool:
        answers = sorted(pool.map(edit, names))
    assert answers == ["saved", "told", "told", "told"]
    with scope.acting(SYSTEM):
        assert TeamTalkAnswer.objects.count() == 1
