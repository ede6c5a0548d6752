"""A holiday at the desk: asked, answered, on those days only, and over by itself."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import DomainError, InvalidInput, NotAllowed, NotFound
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.models import AwayState, DeskAway
from wijknetwerk.mutual_aid.personal_data_desk import AwayData
from wijknetwerk.mutual_aid.selectors import away as selectors
from wijknetwerk.mutual_aid.selectors import away_waits, concern_keepers
from wijknetwerk.mutual_aid.services import away
from wijknetwerk.mutual_aid.tests import acting
from wijknetwerk.networks.models import MembershipRole
from wijknetwerk.networks.services.roles import end_role
from wijknetwerk.notices.models import Waiting

pytestmark = pytest.mark.django_db
FROM, BACK = TODAY + timedelta(days=5), TODAY + timedelta(days=12)
PAGE = "/n/de-linde/hulp/balie/vakantie/"


def _ask(cast: Cast, name: str = "joost", to: str = "dewi", **said: Any) -> DeskAway:
    said = {"from_on": FROM, "until_on": BACK, "notes": "De sleutel ligt bij Ad.", **said}
    actor = cast.actor(name)
    with scope.acting(actor):
        return away.ask(actor=actor, network=cast.linde, to=cast.members[to].uuid, **said)


def _act(cast: Cast, name: str, what: Any, row: DeskAway, **said: Any) -> DeskAway:
    actor = cast.actor(name)
    with scope.acting(actor):
        done: DeskAway = what(actor=actor, network=cast.linde, away=row.uuid, **said)
        return done


def _keeps(cast: Cast, day: date) -> str:
    """Who hears a concern on a day that is Joost's otherwise."""
    with clock.frozen(NOW + (day - TODAY)), scope.acting(SYSTEM):
        found = selectors.substitute_of(cast.linde, cast.members["joost"].pk)
        keeper = concern_keepers.keeper_of(cast.linde)
        assert keeper is not None
        assert keeper.person_id == (found.person_id if found else cast.joost.pk)
        return keeper.person.given_name


def test_from_the_first_day_until_one_is_back(cast: Cast) -> None:
    row = _ask(cast)
    assert _keeps(cast, FROM) == "Joost"
    _act(cast, "dewi", away.answer, row, yes=True)
    assert [_keeps(cast, FROM + timedelta(days=at)) for at in (-1, 0, 6, 7)] == [
        *("Joost", "Dewi", "Dewi", "Joost")
    ]


def test_back_early_ends_it_at_once(cast: Cast) -> None:
    row = _act(cast, "dewi", away.answer, _ask(cast, from_on=TODAY), yes=True)
    assert _keeps(cast, TODAY) == "Dewi"
    row = _act(cast, "joost", away.end, row)
    assert _keeps(cast, TODAY) == "Joost"
    assert _act(cast, "dewi", away.end, row).answered_at == row.answered_at  # over already


def test_who_loses_the_desk_keeps_it_for_nobody(cast: Cast) -> None:
    """Ad takes Dewi's role away on the second day: concerns are Joost's again."""
    row = _act(cast, "dewi", away.answer, _ask(cast, from_on=TODAY), yes=True)
    ad = cast.actor("ad")
    with scope.acting(ad):
        role = MembershipRole.objects.get(membership=cast.members["dewi"])
        end_role(actor=ad, network=cast.linde, role=role.uuid)
    with scope.acting(SYSTEM):
        row.refresh_from_db()
    assert row.state == AwayState.ENDED
    assert _keeps(cast, TODAY) == "Joost"


def test_a_no_needs_no_reason_and_comes_back(cast: Cast) -> None:
    row = _ask(cast)
    with scope.acting(SYSTEM):
        waits = Waiting.objects.filter(done_at=None)
        assert waits.get(kind=away_waits.ASKED).person_id == cast.dewi.pk
        _act(cast, "dewi", away.answer, row, yes=False)
        assert waits.get(kind__in=[away_waits.ASKED, away_waits.DECLINED]).person_id == (
            cast.joost.pk
        )
        assert {one.subject for one in away_waits.wanted_declined()} == {row.uuid}
        _ask(cast)
        assert not list(away_waits.wanted_declined())
        assert waits.get(kind__startswith="mutual_aid.away").person_id == cast.dewi.pk


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"to": "amina"}, InvalidInput),
        ({"to": "joost"}, InvalidInput),
        ({"from_on": TODAY - timedelta(days=1)}, InvalidInput),
        ({"until_on": FROM}, InvalidInput),
        ({"until_on": FROM + timedelta(days=101)}, InvalidInput),
        ({"notes": "x" * 4001}, InvalidInput),
        ({"name": "amina"}, NotAllowed),
    ],
)
def test_what_is_refused(cast: Cast, said: dict[str, Any], refused: type[DomainError]) -> None:
    with pytest.raises(refused):
        _ask(cast, **said)


def test_only_the_colleague_answers_and_only_once(cast: Cast) -> None:
    row = _ask(cast)
    with pytest.raises(NotFound):
        _act(cast, "joost", away.answer, row, yes=True)
    with pytest.raises(NotAllowed):
        _act(cast, "ad", away.answer, row, yes=True)
    _act(cast, "dewi", away.answer, row, yes=True)
    with pytest.raises(NotNow):
        _act(cast, "dewi", away.answer, row, yes=False)
    with pytest.raises(InvalidInput):  # on the same days
        _ask(cast, until_on=BACK + timedelta(days=3))
    other = _ask(cast, "dewi", "joost")
    with pytest.raises(InvalidInput):  # both away at once
        _act(cast, "joost", away.answer, other, yes=True)


def test_the_page_says_what_runs_and_prints(cast: Cast, sign_in: SignIn) -> None:
    acting.request(cast, acting.outsider(cast))
    match = acting.asked(cast)
    with scope.acting(SYSTEM):
        stored = DeskAway.objects.filter(pk=_ask(cast).pk).values_list("notes", flat=True)[0]
    assert "sleutel" not in stored.token
    row = selectors_row(cast)
    one = f"{PAGE}{row.uuid}/"
    dewi = sign_in("dewi")
    page = dewi.get(one).content.decode()
    for words in ("Geert Mulder", "Bas van der Meer", "De sleutel ligt bij Ad."):
        assert words in page
    assert str(match.uuid) not in page
    assert dewi.get(f"{one}papier/").content.startswith(b"%PDF")
    dewi.post(f"{one}antwoord/", {"answer": "yes"})
    joost = sign_in("joost")
    joost.post(one, {"notes": "De sleutel ligt bij Ben."})
    assert "bij Ben" in dewi.get(one).content.decode()
    assert "Dewi Kusuma" in joost.get(PAGE).content.decode()
    assert dewi.post(one, {"notes": "Anders"}).status_code == 404
    joost.post(f"{one}stoppen/")
    assert "Dewi Kusuma keeps" not in joost.get(PAGE).content.decode()


def selectors_row(cast: Cast) -> DeskAway:
    """The only handover."""
    with scope.acting(SYSTEM):
        return DeskAway.objects.get(network=cast.linde)


def test_a_month_later_nobody_reads_the_notes(cast: Cast) -> None:
    _ask(cast)
    with scope.acting(SYSTEM):
        assert away.forget_notes(before=NOW + timedelta(days=12)) == 0
        assert away.forget_notes(before=NOW + timedelta(days=14)) == 1
        assert away.forget_notes(before=NOW + timedelta(days=14)) == 0


def test_ones_own_data(cast: Cast) -> None:
    """Joost gets his notes, Dewi that she was asked; when Joost goes, both are over."""
    _act(cast, "dewi", away.answer, _ask(cast), yes=True)
    own = AwayData()
    texts = {
        name: str([record.fields for record in own.export(person_uuid=cast.people[name].uuid)])
        for name in ("joost", "dewi", "ad")
    }
    assert "sleutel" in texts["joost"]
    assert "sleutel" not in texts["dewi"]
    assert texts["dewi"] != "[]" == texts["ad"]
    list(own.erase(actor=SYSTEM, person_uuid=cast.joost.uuid))
    row = selectors_row(cast)
    assert row.state == AwayState.ENDED
    assert not row.notes
