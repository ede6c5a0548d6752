"""The desk notes answers down for who tells them by phone or hands them in on paper (H5)."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks import access_desk
from wijknetwerk.networks.services import mandates
from wijknetwerk.notices.models import Waiting
from wijknetwerk.roadmap import selectors, services
from wijknetwerk.roadmap.models import CheckSheet
from wijknetwerk.roadmap.services import Answers, Said
from wijknetwerk.roadmap.tests.checking import opened

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("route")]


def _mandate(cast: Cast) -> None:
    actor = cast.actor("joost")
    with scope.acting(actor):
        member = access_desk.member_of_desk(actor, cast.linde, cast.members["bakker"].uuid)
        mandates.give(actor=actor, member=member, ground="phone")


def _note(cast: Cast, who: str, uuid: object) -> CheckSheet:
    actor = cast.actor(who)
    with scope.acting(actor):
        return services.answer(
            actor=actor,
            network=cast.linde,
            round_uuid=uuid,  # type: ignore[arg-type]
            answers=Answers({"shared-goal": Said("no", "Zij hoort er niets van.")}, "resident"),
            for_member=cast.members["bakker"].uuid,
        )


@pytest.mark.parametrize("who", ["joost", "dewi", "amina", "ad"])
def test_without_a_mandate_nobody_answers_for_somebody_else(cast: Cast, who: str) -> None:
    uuid = opened(cast)
    with pytest.raises(NotAllowed):
        _note(cast, who, uuid)


def test_the_desk_notes_it_down_under_both_names(cast: Cast) -> None:
    uuid = opened(cast)
    _mandate(cast)
    sheet = _note(cast, "joost", uuid)
    assert (sheet.membership, sheet.noted_by) == (cast.members["bakker"], cast.joost)
    assert sheet.voice == "resident"
    with pytest.raises(NotAllowed):
        _note(cast, "amina", uuid)
    with scope.acting(SYSTEM):
        entry = LogEntry.objects.get(event="roadmap.check_answered")
        assert (entry.user_uuid, entry.client_uuid) == (cast.joost.uuid, cast.bakker.uuid)
        assert entry.on_behalf_of_uuid == cast.bakker.uuid
        open_ones = Waiting.objects.filter(person_id=cast.bakker.pk, done_at=None)
        assert not open_ones.filter(kind="roadmap.check_to_answer").exists()


def test_the_desk_reads_and_changes_nothing_that_a_member_answered_alone(
    cast: Cast, sign_in: Callable[..., Client]
) -> None:
    uuid = opened(cast)
    _mandate(cast)
    bakker = cast.actor("bakker")
    with scope.acting(bakker):
        answers = Answers({"shared-goal": Said("yes", "Van mijzelf.")}, "resident")
        services.answer(actor=bakker, network=cast.linde, round_uuid=uuid, answers=answers)
    with pytest.raises(NotAllowed):
        _note(cast, "joost", uuid)
    address = reverse("roadmap:check_note", args=["de-linde", uuid, cast.members["bakker"].uuid])
    answer = sign_in("joost").get(address)
    assert answer.status_code == 403
    assert "Van mijzelf." not in answer.content.decode()


def test_the_page_of_the_desk(cast: Cast, sign_in: Callable[..., Client]) -> None:
    uuid = opened(cast, "self_check")
    member = cast.members["bakker"].uuid
    address = reverse("roadmap:check_note", args=["de-linde", uuid, member])
    client = sign_in("joost")
    assert client.get(address).status_code == 403
    _mandate(cast)
    assert "U noteert voor Truus Bakker." in client.get(address).content.decode()
    with scope.acting(SYSTEM):  # what was noted before stands there: a look at this person
        looks = LogEntry.objects.filter(event="networks.desk_person_looked_at")
        assert looks.get().client_uuid == cast.bakker.uuid
    questions = selectors.content("nl").questions_in("self_check")
    sent = {"number": "0", **{f"reply_{row.code}": "partly" for row in questions}}
    assert client.post(address, sent).status_code == 302
    shown = reverse("roadmap:check", args=["de-linde", uuid])
    assert "genoteerd door Joost Peters" in client.get(shown).content.decode()
