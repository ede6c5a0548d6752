"""Asking who came, each half hour: as many statements for one event as for many."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tests.cast import SYSTEM, TODAY, Cast
from wijknetwerk.agenda.services import after
from wijknetwerk.agenda.tests.planning import plan
from wijknetwerk.core import clock, scope
from wijknetwerk.notices.models import Waiting


def test_it_asks_as_many_statements_for_one_event_as_for_ten(
    cast: Cast, count_queries: Callable[[], Any]
) -> None:
    """Also of events without organiser, and when it was asked long enough."""
    counts, late = [], clock.now() + timedelta(days=22)
    for times in (1, 9):
        for number in range(times):
            plan(cast, "bas", title=f"Soep {times} {number}", day=TODAY - timedelta(days=1))
            plan(cast, "els", title=f"Thee {times} {number}", day=TODAY - timedelta(days=1))
        with scope.acting(SYSTEM):
            cast.members["bas"].until_on = TODAY
            cast.members["bas"].save()
            with count_queries() as asked:
                after.ask_who_came(SYSTEM)
            waiting = Waiting.objects.filter(kind="agenda.who_came", done_at=None)
            assert set(waiting.values_list("person", flat=True)) == {cast.dewi.pk, cast.els.pk}
            with clock.frozen(late), count_queries() as ended:
                after.ask_who_came(SYSTEM)
            assert not waiting.exists()
            cast.members["bas"].until_on = None
            cast.members["bas"].save()
        counts.append((asked.count, ended.count))
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 8
