"""What waits opens once, closes for whom it should, and keeps within its network (A4, N2)."""

from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.notices.models import Waiting
from wijknetwerk.notices.services import waiting
from wijknetwerk.notices.tests.kinds import about_noor, kinds

__all__ = ["kinds"]


def open_for(name: str, by: str, cast: Cast, subject: UUID, network: UUID | None) -> None:
    actor = cast.actor(by)
    with scope.acting(actor):
        wanted = about_noor(cast.people[name].pk, subject, network)
        waiting.wait(actor=actor, kind="tests.asked", wanted=wanted)


def still_open() -> list[tuple[int, UUID]]:
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(done_at=None).order_by("pk")
        return list(rows.values_list("person_id", "subject"))


def test_it_waits_once_for_each_person_and_again_after_it_was_done(cast: Cast) -> None:
    subject = uuid4()
    for name in ("amina", "amina", "bas"):
        open_for(name, "dewi", cast, subject, cast.linde.uuid)
    assert still_open() == [(cast.amina.pk, subject), (cast.bas.pk, subject)]
    with scope.acting(cast.actor("dewi")):
        waiting.done(kind="tests.asked", subject=subject, person_id=cast.amina.pk)
    assert still_open() == [(cast.bas.pk, subject)]
    open_for("amina", "dewi", cast, subject, cast.linde.uuid)
    assert len(still_open()) == 2
    with scope.acting(cast.actor("dewi")):
        waiting.done(kind="tests.asked", subject=subject)
    assert still_open() == []


def test_what_is_done_names_nobody_any_more(cast: Cast) -> None:
    subject = uuid4()
    open_for("amina", "dewi", cast, subject, cast.linde.uuid)
    with scope.acting(cast.actor("dewi")):
        assert Waiting.objects.get(subject=subject).words == {"who": "Noor"}
        waiting.done(kind="tests.asked", subject=subject)
        assert Waiting.objects.get(subject=subject).words == {}


def test_who_leaves_a_network_has_nothing_waiting_there_and_elsewhere_it_stays(
    cast: Cast,
) -> None:
    here, nowhere = uuid4(), uuid4()
    open_for("amina", "dewi", cast, here, cast.linde.uuid)
    open_for("amina", "dewi", cast, nowhere, None)
    with scope.acting(cast.actor("amina")):
        waiting.left(person_id=cast.amina.pk, network=cast.linde.uuid)
    assert still_open() == [(cast.amina.pk, nowhere)]


def test_the_platforms_work_is_opened_and_closed_by_whoever_causes_it(cast: Cast) -> None:
    subject = uuid4()
    open_for("vera", "dewi", cast, subject, None)
    assert still_open() == [(cast.vera.pk, subject)]
    with scope.acting(cast.actor("dewi")):
        waiting.done(kind="tests.asked", subject=subject)
    assert still_open() == []


def test_nobody_reads_or_closes_what_waits_in_another_network(cast: Cast) -> None:
    subject = uuid4()
    open_for("amina", "dewi", cast, subject, cast.linde.uuid)
    with scope.acting(cast.actor("farid")):
        assert not Waiting.objects.exists()
        waiting.done(kind="tests.asked", subject=subject)
    assert still_open() == [(cast.amina.pk, subject)]


@pytest.mark.postgresql
def test_postgresql_refuses_a_row_in_a_network_of_others(cast: Cast) -> None:
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        open_for("amina", "farid", cast, uuid4(), cast.linde.uuid)


@pytest.mark.postgresql
def test_postgresql_hides_what_waits_in_another_network(cast: Cast) -> None:
    open_for("amina", "dewi", cast, uuid4(), cast.linde.uuid)
    with scope.acting(cast.actor("farid")):
        assert not Waiting._base_manager.exists()
    with scope.acting(cast.actor("amina")):
        assert Waiting._base_manager.count() == 1


def test_a_kind_that_nobody_registered_is_a_fault(cast: Cast) -> None:
    actor = cast.actor("dewi")
    wanted = about_noor(cast.amina.pk, uuid4(), cast.linde.uuid)
    with scope.acting(actor), pytest.raises(KeyError):
        waiting.wait(actor=actor, kind="tests.unknown", wanted=wanted)
