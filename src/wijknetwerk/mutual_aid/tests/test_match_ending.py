"""Meeting, leaving, resting and stopping: what is open between neighbours follows (N2, N6)."""

from datetime import timedelta

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.registries import Ending, endings
from wijknetwerk.mutual_aid.errors import NetworkRests
from wijknetwerk.mutual_aid.models import MatchAct
from wijknetwerk.mutual_aid.services import lapsing
from wijknetwerk.mutual_aid.tests import acting
from wijknetwerk.networks.services import leaving, pausing
from wijknetwerk.notices.models import Waiting
from wijknetwerk.notices.services.rebuild import rebuild

pytestmark = pytest.mark.django_db
SAMEN = "/n/de-linde/hulp/samen/{}/"


def _waits(cast: Cast, name: str) -> set[str]:
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(person=cast.people[name], done_at=None)
        return {row.kind for row in rows if row.kind.startswith("mutual_aid.")}


def _nothing_to_mend() -> None:
    with scope.acting(SYSTEM):
        assert [one for one in rebuild(actor=SYSTEM) if one.kind.startswith("mutual_aid.")] == []


def test_who_comes_along_sees_it_until_they_met(cast: Cast, sign_in: SignIn) -> None:
    made, joost = acting.agreed(cast), sign_in("joost")
    page = SAMEN.format(made.uuid)
    form = {"meet_on": "2026-11-16", "meet_with": str(cast.members["dewi"].uuid)}
    assert joost.post(f"{page}kennismaken/", form)["Location"] == page
    assert "mutual_aid.meet" in _waits(cast, "dewi")
    _nothing_to_mend()
    assert "16 november" in sign_in("bakker").get(page).content.decode()
    joost.post(f"{page}begonnen/")
    assert acting.now(made).state == "running"
    assert "mutual_aid.meet" not in _waits(cast, "dewi")
    assert joost.post(f"{page}kennismaken/", form).status_code == 200  # too late, said in the form
    _nothing_to_mend()


def test_only_who_keeps_the_desk_comes_along(cast: Cast, sign_in: SignIn) -> None:
    made = acting.agreed(cast)
    form = {"meet_on": "", "meet_with": str(cast.members["els"].uuid)}
    answer = sign_in("joost").post(f"{SAMEN.format(made.uuid)}kennismaken/", form)
    assert answer.status_code == 200
    assert acting.now(made).meet_with_id is None


@pytest.mark.parametrize("who", ["bakker", "bas"])
@pytest.mark.parametrize("together", [True, False])
def test_who_leaves_leaves_nothing_open(cast: Cast, who: str, together: bool) -> None:
    made = acting.agreed(cast) if together else acting.asked(cast)
    actor = cast.actor(who)
    with scope.acting(actor):
        leaving.leave(actor=actor, network=cast.linde)
    row = acting.now(made)
    assert row.state == ("ended" if together else "closed")
    assert row.slot is None
    _nothing_to_mend()


def test_a_network_that_rests_asks_nobody_and_nothing_lapses(cast: Cast) -> None:
    one = acting.asked(cast)
    other = acting.match(cast, acting.request(cast, acting.outsider(cast)))
    dewi = cast.actor("dewi")
    with scope.acting(dewi):
        pausing.pause(actor=dewi, slug="de-linde", rest=pausing.Rest(TODAY, "Even rust."))
    cast.linde.refresh_from_db()
    with pytest.raises(NetworkRests):
        acting.asked(cast, other)
    later = NOW + timedelta(days=30)
    with clock.frozen(later):
        with scope.acting(SYSTEM):
            assert lapsing.lapse_due() == 0
        with scope.acting(dewi):
            pausing.resume(actor=dewi, slug="de-linde")
        with scope.acting(SYSTEM):
            assert lapsing.lapse_due() == 0
        assert acting.now(one).lapse_on == later.date() + timedelta(days=7)
        cast.linde.refresh_from_db()
        assert acting.asked(cast, other).state == "asked"


def test_a_network_that_stops_leaves_nothing_open(cast: Cast) -> None:
    runs = acting.agreed(cast)
    asks, helps = acting.request(cast, acting.outsider(cast)), acting.neighbour(cast, "lena")
    waits = acting.asked(cast, acting.match(cast, asks, acting.offer(cast, helps)))
    actor = cast.actor("dewi")
    with scope.acting(actor):
        for _again in range(2):
            endings["mutual_aid.matches"].act(actor=actor, network=cast.linde, what=Ending.STOP)
    assert (acting.now(runs).state, acting.now(waits).state) == ("ended", "closed")
    _nothing_to_mend()


def test_what_lapses_goes_no_further_with_neutral_words(cast: Cast) -> None:
    made = acting.asked(cast)
    assert "mutual_aid.asked" in _waits(cast, "bas")
    with clock.frozen(NOW + timedelta(days=8)):
        with scope.acting(SYSTEM):
            assert lapsing.lapse_due() == 1
        assert acting.now(made).state == "closed"
        assert "mutual_aid.asked" not in _waits(cast, "bas")
        with pytest.raises(NotFound):
            acting.act(cast, "bas", made, MatchAct.HELPER_YES)
