"""The pages of resting and stopping: one step a screen, what was typed is kept, few queries."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import BEGUN, SYSTEM, TODAY, Cast
from tests.fixtures import Queries, SignIn
from wijknetwerk.accounts.models import Person
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import NotFound
from wijknetwerk.networks import exit_talk as content
from wijknetwerk.networks import personal_data_ending as kept
from wijknetwerk.networks.models import (
    ExitAnswer,
    Membership,
    Network,
    Pause,
    Stop,
    StopPart,
    StopState,
    StopVoice,
    WhereNext,
)
from wijknetwerk.networks.personal_data_ending import EndingData
from wijknetwerk.networks.services import exit_talk, going_on, stop_parts, stopping

DAY = TODAY + timedelta(days=20)
Count = Callable[[], AbstractContextManager[Queries]]


@pytest.fixture
def stop(cast: Cast) -> Stop:
    """Dewi said that De Linde will stop."""
    actor = cast.actor("dewi")
    with scope.acting(actor):
        return stopping.start_stop(actor=actor, slug="de-linde", stops_on=DAY, why="Te weinig.")


def at(name: str, **more: Any) -> str:
    return reverse(f"networks:{name}", kwargs={"slug": "de-linde", **more})


def test_a_leader_lets_it_rest_and_takes_it_up_again(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("dewi")
    said = {"from_on": TODAY, "why": "Even rust.", "call_name": "Nel Bos"}
    shown = browser.post(at("pause"), said).content.decode()
    assert "Vul beide in: een naam en een nummer." in shown
    assert "Even rust." in shown  # what was typed is kept
    browser.post(at("pause"), {**said, "call_phone": "026 555 01 00", "agrees": "on"})
    with scope.acting(SYSTEM):
        assert Pause.objects.get().call_phone == "0265550100"
    assert "Dit netwerk rust nu" in sign_in("amina").get(at("home")).content.decode()
    browser.post(at("resume"))
    assert "Dit netwerk rust nu" not in sign_in("amina").get(at("home")).content.decode()


def test_a_day_too_near_is_one_clear_sentence(cast: Cast, sign_in: SignIn) -> None:
    said = {"stops_on": TODAY + timedelta(days=3), "why": "Genoeg."}
    shown = sign_in("dewi").post(at("stop_start"), said).content.decode()
    assert "Kies een dag over minstens twee weken." in shown
    assert "Genoeg." in shown


@pytest.mark.usefixtures("stop")
def test_a_double_click_answers_once(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("amina")
    form_id = browser.get(at("ending")).content.decode().split('name="form_id" value="')[1][:32]
    for _each in range(2):
        browser.post(at("stop_answer"), {"form_id": form_id, "said": "agrees"})
    with scope.acting(SYSTEM):
        assert StopVoice.objects.get().said == "agrees"


@pytest.mark.usefixtures("stop")
def test_the_steps_lead_from_one_to_the_next(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("dewi")
    answer = browser.post(at("stop_part", part="people"), {"applies": "yes"})
    assert "Vul in wie het doet" in answer.content.decode()
    said = {"applies": "yes", "who": "Joost Peters", "by_on": DAY}
    answer = browser.post(at("stop_part", part="people"), said)
    assert answer["Location"] == at("stop_part", part="places")
    browser.post(at("stop_part", part="places"), {"applies": "no"})
    shown = browser.get(at("stop_steps")).content.decode()
    assert "Joost Peters" in shown
    assert "Niets te regelen" in shown


@pytest.mark.usefixtures("stop")
def test_where_residents_go_is_seen_by_members_at_once(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("dewi")
    said = {"what": "Boodschappen", "name": "Buurtpunt", "phone": "026 555 01 00"}
    assert "Vraag het hun eerst." in browser.post(at("stop_places"), said).content.decode()
    browser.post(at("stop_places"), {**said, "agrees": "on"})
    assert "Buurtpunt" in sign_in("amina").get(at("ending")).content.decode()


@pytest.mark.usefixtures("stop")
def test_who_has_no_mail_is_called_or_gets_a_letter(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("dewi")
    assert "Truus Bakker" in browser.get(at("stop_calls")).content.decode()
    assert "Beste Truus Bakker" in browser.get(at("stop_letters")).content.decode()
    browser.post(at("stop_calls"), {"member": cast.members["bakker"].uuid})
    assert "Verteld door Dewi Kusuma" in browser.get(at("stop_calls")).content.decode()
    assert "Truus Bakker" not in browser.get(at("stop_letters")).content.decode()


@pytest.mark.usefixtures("stop")
def test_the_exit_talk_asks_one_question_a_screen(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("amina")
    answer = browser.post(
        at("exit_question", question="goal"), {"text": "Nee, niet echt.", "named": "no"}
    )
    assert answer["Location"] == at("exit_question", question="missed")
    browser.post(at("exit_question", question="missed"), {"text": "De huisarts.", "named": "yes"})
    shown = sign_in("els").get(at("exit_talk")).content.decode()
    assert "Nee, niet echt." in shown
    assert shown.count("Amina Haddad") == 1  # only with the answer that carries the name


def test_both_languages_ask_the_same_questions() -> None:
    codes = [[one.code for one in content.questions_in(language)] for language in ("nl", "en")]
    assert codes[0] == codes[1]
    assert len(set(codes[0])) == 7


@pytest.mark.usefixtures("stop")
def test_the_archive_names_nobody(cast: Cast, sign_in: SignIn) -> None:
    answer = sign_in("dewi").get(at("stop_archive"))
    assert "attachment" in answer["Content-Disposition"]
    told = answer.content.decode()
    assert "Wijkzorg" in told
    for name in ("Kusuma", "Haddad", "Bakker", "Smit"):
        assert name not in told


@pytest.mark.usefixtures("stop")
@pytest.mark.parametrize(
    ("name", "more", "most"),
    [
        ("ending", {}, 8),
        ("stop_calls", {}, 9),  # writes the log; nobody opens it every day
        ("exit_talk", {}, 8),
        ("exit_question", {"question": "goal"}, 8),
    ],
)
def test_pages_ask_few_queries_and_no_more_for_many_people(
    cast: Cast, sign_in: SignIn, count_queries: Count, name: str, more: dict[str, str], most: int
) -> None:
    browser = sign_in("dewi")
    browser.get(at(name, **more))
    with count_queries() as few:
        browser.get(at(name, **more))
    with scope.acting(SYSTEM):
        many(cast)
    with count_queries() as asked:
        browser.get(at(name, **more))
    assert asked.count == few.count
    assert few.count <= most


def many(cast: Cast) -> None:
    """Ten times as many members, answers and voices."""
    stop = Stop.objects.get()
    for number in range(100):
        person = Person.objects.create_user(None, "x", given_name=f"Lid {number}")
        Membership.objects.create(network=cast.linde, person=person, from_on=BEGUN)
        now = clock.now()
        StopVoice.objects.create(
            network=cast.linde, stop=stop, person=person, said="read", said_at=now
        )
        ExitAnswer.objects.create(
            network=cast.linde,
            stop=stop,
            question="goal",
            text="Ja",
            person=person,
            named=True,
            written_at=now,
        )


def test_a_person_gets_and_erases_what_they_said(cast: Cast, stop: Stop) -> None:
    actor = cast.actor("amina")
    leader = cast.actor("dewi")
    with scope.acting(actor):
        stopping.answer(actor=actor, slug="de-linde", said="disagrees")
        exit_talk.answer(
            actor=actor, slug="de-linde", question="goal", text="Mijn woorden", named=False
        )
        told = str([record.fields for record in EndingData().export(person_uuid=cast.amina.uuid)])
    assert "Mijn woorden" in told
    with scope.acting(leader):
        arranged = stop_parts.Arranged(True, "Amina Haddad", DAY)
        stop_parts.arrange(actor=leader, slug="de-linde", part="people", said=arranged)
    with scope.acting(SYSTEM):
        list(EndingData().erase(actor=SYSTEM, person_uuid=cast.amina.uuid))
        assert not ExitAnswer.objects.exists()
        assert not StopVoice.objects.exists()
        assert "Amina" not in StopPart.objects.get().who


def test_after_a_year_only_the_days_and_the_lessons_stay(cast: Cast, stop: Stop) -> None:
    actor = cast.actor("amina")
    with scope.acting(actor):
        exit_talk.answer(actor=actor, slug="de-linde", question="goal", text="Ja", named=True)
    with scope.acting(SYSTEM):
        WhereNext.objects.create(
            network=cast.linde, stop=stop, what="Hulp", name="Nel", phone="0265550100"
        )
        over = clock.now() - timedelta(days=366)
        Stop.objects.update(state=StopState.DONE, ended_at=over)
        assert kept.forget_stops(before=clock.now() - timedelta(days=365)) == 2
        assert not ExitAnswer.objects.exists()
        assert Stop.objects.count() == 1


def test_a_new_network_goes_on_only_from_one_in_which_the_leader_took_part(
    cast: Cast, sign_in: SignIn
) -> None:
    with scope.acting(SYSTEM):
        old = Network.objects.create(
            name="De Oude Linde", slug="oud", started_by=cast.dewi, stopped_on=TODAY
        )
    leader = cast.actor("dewi")
    with scope.acting(leader), pytest.raises(NotFound):
        going_on.go_on_from(actor=leader, slug="de-linde", old=old.uuid)
    with scope.acting(SYSTEM):
        Membership.objects.create(network=old, person=cast.dewi, from_on=BEGUN, until_on=TODAY)
    sign_in("dewi").post(at("goes_on"), {"old": old.uuid})
    assert "De Oude Linde" in sign_in("sam").get(at("about")).content.decode()
