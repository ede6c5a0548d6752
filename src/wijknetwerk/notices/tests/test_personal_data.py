"""What waited for me is mine to read and goes with me; done rows go after three months (K3)."""

from datetime import timedelta
from uuid import uuid4

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import clock, registries, scope
from wijknetwerk.notices.models import Waiting
from wijknetwerk.notices.services import waiting
from wijknetwerk.notices.tests.kinds import about_noor, kinds
from wijknetwerk.privacy import services as privacy

__all__ = ["kinds"]


def _wait(cast: Cast, name: str) -> None:
    with scope.acting(SYSTEM):
        wanted = about_noor(cast.people[name].pk, uuid4(), cast.linde.uuid)
        waiting.wait(actor=SYSTEM, kind="tests.asked", wanted=wanted)


def test_my_data_holds_what_waits_for_me_and_no_name_of_others(cast: Cast) -> None:
    _wait(cast, "amina")
    _wait(cast, "bas")
    data = registries.personal_data["notices.waiting"]
    with scope.acting(cast.actor("amina")):
        (record,) = data.export(person_uuid=cast.amina.uuid)
    assert record.title == "Somebody asks you something"
    assert "Noor" not in str(record.fields)


def test_erasing_takes_all_of_mine_and_nothing_of_others(cast: Cast) -> None:
    _wait(cast, "amina")
    _wait(cast, "bas")
    data = registries.personal_data["notices.waiting"]
    with scope.acting(cast.actor("amina")):
        (erased,) = data.erase(actor=cast.actor("amina"), person_uuid=cast.amina.uuid)
    assert (erased.count, erased.what) == (1, "deleted")
    with scope.acting(SYSTEM):
        assert [row.person_id for row in Waiting.objects.all()] == [cast.bas.pk]


def test_done_rows_go_after_three_months_and_open_ones_stay(cast: Cast) -> None:
    for days in (80, 100):
        with clock.frozen(NOW - timedelta(days=days)):
            _wait(cast, "amina")
            _wait(cast, "bas")
            with scope.acting(SYSTEM):
                waiting.left(person_id=cast.amina.pk, network=cast.linde.uuid)
    with scope.acting(SYSTEM):
        privacy.expire_records(actor=SYSTEM)
        assert Waiting.objects.filter(person=cast.amina).count() == 1
        assert Waiting.objects.filter(person=cast.bas).count() == 2
