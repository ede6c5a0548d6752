"""Many at once: all requests are locked before the first offer, so that nobody who answers at that
moment and the stop of a network wait for each other."""

import re
from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.mutual_aid.services import forgetting, match_leaving
from wijknetwerk.mutual_aid.tests import acting

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
ENDS: dict[str, Callable[[Cast], None]] = {
    "the network stops": lambda cast: match_leaving.stop(cast.linde),
    "its requests go": lambda cast: forgetting.withdraw_of(cast.linde),
    "who asks leaves": lambda cast: forgetting.member_left(cast.members["bakker"]),
}


@pytest.mark.parametrize("what", ENDS)
def test_all_locks_are_taken_in_one_order(cast: Cast, what: str) -> None:
    asker = acting.neighbour(cast)
    for _time in range(2):
        acting.asked(cast, acting.match(cast, acting.request(cast, asker)))
    with scope.acting(SYSTEM), transaction.atomic(), CaptureQueriesContext(connection) as done:
        ENDS[what](cast)
    locked = [row["sql"] for row in done if "FOR UPDATE" in row["sql"]]
    tables = [re.findall(r'FROM "mutual_aid_(\w+)"', sql)[0] for sql in locked]
    assert tables[:3] == ["helprequest", "helpoffer", "helprequest"]
    assert tables.count("match") == 2
