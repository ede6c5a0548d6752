"""N6: a network rests and goes on; what was learned stays, and nobody comes back by accident."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, registries, scope
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks import jobs
from wijknetwerk.networks.errors_ending import (
    NameInLessons,
    NotResting,
)
from wijknetwerk.networks.models import (
    ExitAnswer,
    Pause,
)
from wijknetwerk.networks.services import exit_talk, joining, pausing
from wijknetwerk.networks.stop_waiting import REST_OVER
from wijknetwerk.networks.tests.inviting import invite
from wijknetwerk.networks.tests.stop_story import (
    DAY,
    linde,
    night,
    say,
    start,
    write,
)
from wijknetwerk.notices.models import Waiting


def test_a_stopped_network_lets_nobody_in_again(cast: Cast, sign_in: SignIn) -> None:
    sent = invite(cast, "dewi", email="nieuw@voorbeeld.example")
    start(cast)
    say(cast, "ad", "agrees")
    night()
    with clock.frozen(NOW + (DAY - TODAY)):
        for name in ("dewi", "ad", "amina"):
            answer = sign_in(name).get(reverse("networks:home", args=["de-linde"]))
            assert answer.status_code == 404
            with pytest.raises(NotFound):
                start(cast, name, DAY + timedelta(days=30))
        with scope.acting(SYSTEM):
            sent.refresh_from_db()
            assert sent.state == "withdrawn"
            with pytest.raises(NotFound):
                joining.begin(linde(), cast.sam.pk)


def test_lessons_stay_on_the_public_page_and_under_knowledge(cast: Cast) -> None:
    start(cast)
    write(cast, "Begin met bewoners.", page_stays=True, lessons_shared=True)
    say(cast, "ad", "agrees")
    night()
    shown = Client().get(reverse("networks:about", args=["de-linde"])).content.decode()
    assert "Begin met bewoners." in shown
    assert "Dit netwerk stopte op 26 november 2026" in shown
    assert "Kusuma" not in shown
    listed = Client().get(reverse("networks:stopped_lessons")).content.decode()
    assert "Begin met bewoners." in listed
    assert "De Linde" in listed
    found = Client().get(reverse("front:networks")).content.decode()
    assert "De Linde" not in found


def test_nothing_is_public_unless_it_was_chosen(cast: Cast) -> None:
    start(cast)
    write(cast, "Begin met bewoners.")
    say(cast, "ad", "agrees")
    night()
    assert Client().get(reverse("networks:about", args=["de-linde"])).status_code == 404
    assert "Begin" not in Client().get(reverse("networks:stopped_lessons")).content.decode()
    with scope.acting(SYSTEM):
        assert linde().lessons == "Begin met bewoners."  # kept for ever all the same


def test_lessons_hold_no_name_and_ten_sentences_at_most(cast: Cast) -> None:
    start(cast)
    for words in ("Dewi trok de kar.", "Vraag het mevrouw Bakker.", "Otto Blom ging te vroeg."):
        with pytest.raises(NameInLessons):
            write(cast, words)
    with pytest.raises(InvalidInput):
        write(cast, "Zo was het. " * 11)
    write(cast, "Zo was het. " * 10)
    with pytest.raises(InvalidInput):
        write(cast, "", lessons_shared=True)


def test_who_answers_without_a_name_is_forgotten_on_the_day(cast: Cast) -> None:
    start(cast)
    for name, named in (("amina", False), ("bas", True)):
        actor = cast.actor(name)
        with scope.acting(actor):
            exit_talk.answer(actor=actor, slug="de-linde", question="goal", text="Ja", named=named)
    with scope.acting(SYSTEM):
        before = dict(ExitAnswer.objects.values_list("pk", "uuid"))
    say(cast, "ad", "agrees")
    night()
    with scope.acting(SYSTEM):
        people = set(ExitAnswer.objects.values_list("person_id", flat=True))
        after = ExitAnswer.objects.get(named=False)
        logged = set(LogEntry.objects.values_list("object_uuid", flat=True))
    assert people == {None, cast.bas.pk}
    assert after.pk not in before
    assert after.uuid not in before.values()
    assert str(after.uuid) not in {str(one) for one in logged}
    assert not {str(one) for one in before.values()} & {str(one) for one in logged}


def test_a_rest_is_begun_and_taken_up_again(cast: Cast) -> None:
    actor = cast.actor("dewi")
    rest = pausing.Rest(
        TODAY, "Even op adem komen.", TODAY + timedelta(days=60), "Nel", "0265550100"
    )
    with scope.acting(actor):
        pausing.pause(actor=actor, slug="de-linde", rest=rest)
        assert cast.linde.uuid in registries.resting()
    shown = Client().get(reverse("networks:about", args=["de-linde"])).content.decode()
    assert "rust nu" in shown
    assert "Nel" in shown
    with scope.acting(actor):
        pausing.resume(actor=actor, slug="de-linde")
        assert not registries.resting()
        with pytest.raises(NotResting):
            pausing.resume(actor=actor, slug="de-linde")
    assert (
        "rust nu" not in Client().get(reverse("networks:about", args=["de-linde"])).content.decode()
    )


def test_members_read_on_while_it_rests(cast: Cast, sign_in: SignIn) -> None:
    actor = cast.actor("dewi")
    with scope.acting(actor):
        pausing.pause(actor=actor, slug="de-linde", rest=pausing.Rest(TODAY, "Even rust."))
    browser = sign_in("amina")
    for name in ("networks:home", "networks:members", "networks:ending"):
        assert browser.get(reverse(name, args=["de-linde"])).status_code == 200


def _asked() -> list[int]:
    """Whom Vandaag asks whether the rest is over."""
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(kind=REST_OVER, done_at=None)
        return list(rows.values_list("person_id", flat=True))


def _nights(day: date) -> None:
    with clock.frozen(NOW + (day - TODAY)), scope.acting(SYSTEM):
        jobs.look_again(actor=SYSTEM)
        jobs.look_again(actor=SYSTEM)


def test_a_rest_is_not_forgotten(cast: Cast) -> None:
    """On the day until which it would rest, who leads is asked; longer asks again on that day."""
    actor, until = cast.actor("dewi"), TODAY + timedelta(days=60)
    with scope.acting(actor):
        pausing.pause(actor=actor, slug="de-linde", rest=pausing.Rest(TODAY, "Rust.", until))
    _nights(until - timedelta(days=1))
    assert _asked() == []
    _nights(until)
    assert _asked() == [cast.dewi.pk]
    longer = until + timedelta(days=30)
    with clock.frozen(NOW + (until - TODAY)), scope.acting(actor):
        pausing.pause(actor=actor, slug="de-linde", rest=pausing.Rest(TODAY, "Rust.", longer))
    _nights(longer - timedelta(days=1))
    assert _asked() == []
    _nights(longer)
    assert _asked() == [cast.dewi.pk]
    with scope.acting(actor):
        pausing.resume(actor=actor, slug="de-linde")
    assert _asked() == []


def test_who_stops_a_resting_network_is_asked_that_no_more(cast: Cast) -> None:
    actor = cast.actor("dewi")
    with scope.acting(actor):
        pausing.pause(
            actor=actor,
            slug="de-linde",
            rest=pausing.Rest(TODAY - timedelta(days=9), "Rust.", TODAY),
        )
    _nights(TODAY)
    assert _asked() == [cast.dewi.pk]
    start(cast)
    assert _asked() == []
    with scope.acting(SYSTEM):
        assert not Pause.objects.filter(ended_on=None).exists()
        assert linde().paused_on is None
