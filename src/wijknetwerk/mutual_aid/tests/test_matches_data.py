"""What is kept of who helps whom: exported as far as each may know, erased, forgotten (K3, H1)."""

from datetime import timedelta

import pytest

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.mutual_aid.models import MatchAct, MatchStep
from wijknetwerk.mutual_aid.personal_data_matches import MatchesData, forget_matches
from wijknetwerk.mutual_aid.tests import acting

pytestmark = pytest.mark.django_db


def _exported(cast: Cast, name: str) -> str:
    with scope.acting(SYSTEM):
        records = list(MatchesData().export(person_uuid=cast.people[name].uuid))
    return " ".join(f"{record.title} {record.fields}" for record in records)


def test_each_side_takes_along_what_it_may_know_and_never_the_other(cast: Cast) -> None:
    made = acting.asked(cast)
    assert acting.TOLD in _exported(cast, "bas")
    assert _exported(cast, "bakker") == ""
    for what in (MatchAct.HELPER_YES, MatchAct.ASKER_YES):
        acting.act(cast, "joost", made, what)
    both = {name: _exported(cast, name) for name in ("bas", "bakker")}
    assert cast.bakker.name not in both["bas"]
    assert cast.bas.name not in both["bakker"]
    assert acting.TOLD in both["bakker"]
    refused = acting.match(cast, made.request, acting.offer(cast, acting.neighbour(cast, "lena")))
    acting.asked(cast, refused)
    acting.act(cast, "lena", refused, MatchAct.HELPER_NO)
    assert acting.TOLD not in _exported(cast, "lena"), "only the own answer, which is theirs"


@pytest.mark.parametrize("who", ["bas", "bakker"])
def test_erasing_one_side_ends_it_and_takes_the_words(cast: Cast, who: str) -> None:
    made = acting.agreed(cast)
    acting.act(cast, who, made, MatchAct.BEGIN)
    with scope.acting(SYSTEM):
        list(MatchesData().erase(actor=SYSTEM, person_uuid=cast.people[who].uuid))
        assert not MatchStep.objects.filter(by=cast.people[who]).exists()
    row = acting.now(made)
    assert (row.state, row.told.read(), row.slot) == ("ended", "", None)
    assert acting.TOLD not in _exported(cast, who)


def test_words_are_kept_a_year_after_the_end(cast: Cast) -> None:
    ended, runs = (
        acting.agreed(cast),
        acting.asked(
            cast,
            acting.match(
                cast,
                acting.request(cast, acting.outsider(cast)),
                acting.offer(cast, acting.neighbour(cast, "lena")),
            ),
        ),
    )
    acting.act(cast, "joost", ended, MatchAct.END, ended_how="moved", outcome="Fijn gehad.")
    year = NOW + timedelta(days=366)
    with scope.acting(SYSTEM), clock.frozen(year):
        assert forget_matches(before=NOW - timedelta(hours=1)) == 0
        assert forget_matches(before=NOW + timedelta(hours=1)) == 1
        assert forget_matches(before=NOW + timedelta(hours=1)) == 0
    row = acting.now(ended)
    assert (row.told.read(), row.outcome.read(), row.ended_how) == ("", "", "moved")
    assert acting.now(runs).told.read() == acting.TOLD
