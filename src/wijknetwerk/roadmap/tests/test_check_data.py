"""K3: answers stand under a name until that person asks, or until their time is over."""

from datetime import timedelta

import pytest
from django.db import transaction

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import clock, registries, scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.roadmap.models import CheckAnswer, CheckRound, CheckSheet
from wijknetwerk.roadmap.services import Said
from wijknetwerk.roadmap.tests.checking import answered, closed, compared, opened

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("route")]


def _told(cast: Cast) -> None:
    uuid = opened(cast)
    answered(cast, "amina", uuid, {"shared-goal": Said("no", "Vraag Bas van der Meer.")})
    answered(cast, "amina", uuid, {"shared-goal": Said("yes", "Nu wel.")}, read=1)
    answered(cast, "bas", uuid, {"shared-goal": "partly"})
    closed(cast, uuid, "Bas van der Meer belt de school.")


def _export(cast: Cast, name: str) -> str:
    person = cast.people[name]
    with scope.acting(cast.actor(name)):
        records = registries.personal_data["roadmap.checks"].export(person_uuid=person.uuid)
        return " | ".join(str(value) for row in records for _name, value in row.fields)


def _erase(cast: Cast, name: str) -> list[registries.Erasure]:
    actor = cast.actor(name)
    source = registries.personal_data["roadmap.checks"]
    with scope.acting(actor), transaction.atomic():
        return list(source.erase(actor=actor, person_uuid=cast.people[name].uuid))


def test_i_see_my_answers_also_before_i_changed_them_and_words_that_name_me(cast: Cast) -> None:
    _told(cast)
    amina = _export(cast, "amina")
    assert "Vraag Bas van der Meer." in amina
    assert "Nu wel." in amina
    bas = _export(cast, "bas")
    assert "Vraag Bas van der Meer." in bas
    assert "Bas van der Meer belt de school." in bas
    assert "Nu wel." not in bas
    assert "belt de school" in _export(cast, "dewi")  # she closed it
    assert _export(cast, "els") == ""


def test_erasing_takes_the_name_and_leaves_the_answer(cast: Cast) -> None:
    _told(cast)
    (done,) = _erase(cast, "bas")
    assert (done.what, done.count) == ("anonymised", 3)
    assert _export(cast, "bas") == ""
    with scope.acting(SYSTEM):
        texts = [
            *CheckAnswer.objects.values_list("note", flat=True),
            CheckRound.objects.get().decision,
        ]
        assert "Bas" not in " ".join(texts)
        assert "iemand die weg is belt de school." in texts
        events = LogEntry.objects.filter(event="roadmap.person_taken_out")
        assert {entry.client_uuid for entry in events} == {cast.bas.uuid}
        uuid = CheckRound.objects.get().uuid
    (line,) = compared(cast, uuid).different
    names = {said.name for said in line.cells[0].said}
    assert names == {"Amina Haddad", "iemand die weg is"}


def test_erasing_who_asked_and_closed(cast: Cast) -> None:
    _told(cast)
    _erase(cast, "dewi")
    with scope.acting(SYSTEM):
        asked = CheckRound.objects.get()
        assert (asked.opened_by, asked.closed_by) == (None, None)


def test_three_years_after_closing_the_names_go_and_the_answers_stay(cast: Cast) -> None:
    _told(cast)
    entry = registries.retention["roadmap.check_names"]
    with scope.acting(SYSTEM):
        assert entry.expire(before=clock.now() - entry.keep) == 0
        with clock.frozen(clock.now() + timedelta(days=3 * 365 + 1)):
            assert entry.expire(before=clock.now() - entry.keep) > 0
            assert entry.expire(before=clock.now() - entry.keep) == 0
        assert not CheckSheet.objects.exclude(membership=None).exists()
        assert CheckAnswer.objects.filter(superseded_at=None).count() == 2


def test_every_event_about_a_person_has_words() -> None:
    for event in ("roadmap.check_answered", "roadmap.check_changed", "roadmap.person_taken_out"):
        assert registries.event_words[event]
