"""Several at the same moment, on real connections: H2 holds, and nobody gets a fault."""

import pytest

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.mutual_aid.models import Match, MatchAct
from wijknetwerk.mutual_aid.services import offers, requests
from wijknetwerk.mutual_aid.tests.acting import act, asked, match, neighbour, now, offer, request
from wijknetwerk.networks.tests.teaming import by
from wijknetwerk.networks.tests.test_same_moment import at_once, shared

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["shared"]
ASKERS = ("bakker", "amina", "lena")


def _willing(cast: Cast, room: int) -> list[Match]:
    """Three who ask for one helper, who would like to help each of them."""
    helps = offer(cast, room=room)
    rows = [match(cast, request(cast, neighbour(cast, name)), helps) for name in ASKERS]
    for row in rows:
        asked(cast, row)
        act(cast, "joost", row, MatchAct.HELPER_YES)
    return rows


@pytest.mark.parametrize("room", [1, 2])
def test_h2_three_say_yes_at_once_and_only_so_many_get_a_place(shared: Cast, room: int) -> None:
    rows = _willing(shared, room)
    found = at_once(
        *(
            lambda row=row, name=name: act(shared, name, row, MatchAct.ASKER_YES)
            for row, name in zip(rows, ASKERS, strict=True)
        )
    )
    assert None not in found, "a fault, not a refusal"
    assert found.count("no_room") == 3 - room
    together = [now(row) for row in rows if now(row).state == "agreed"]
    assert sorted(row.slot or 0 for row in together) == list(range(1, room + 1))


def test_both_answers_of_one_question_at_once(shared: Cast) -> None:
    """The helper's yes and no at the same moment: one of both, and the other hears it."""
    row = asked(shared)
    found = at_once(
        lambda: act(shared, "bas", row, MatchAct.HELPER_YES),
        lambda: act(shared, "joost", row, MatchAct.WITHDRAW),
    )
    assert None not in found, "a fault, not a refusal"
    assert now(row).state == "closed"


def test_the_request_ends_while_the_asker_says_yes_and_the_helper_stops(shared: Cast) -> None:
    """However they come, in the end nothing is open and nobody waits for the other."""
    row = _willing(shared, 1)[0]
    wants, helps = row.request, row.offer
    found = at_once(
        lambda: act(shared, "bakker", row, MatchAct.ASKER_YES),
        lambda: by(shared, "bakker", requests.withdraw, request=wants.uuid),
        lambda: by(shared, "bas", offers.end, offer=helps.uuid),
    )
    assert None not in found, "a fault, not a refusal"
    assert now(row).state in ("closed", "ended")
    with scope.acting(SYSTEM):
        assert not Match.objects.filter(offer=helps, state__in=["asked", "willing"]).exists()
