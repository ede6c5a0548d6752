"""Several lists in one statement give what each gives by itself."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.db.models import Model, QuerySet

from tests.cast import SYSTEM, Cast
from tests.fixtures import Queries
from wijknetwerk.accounts.models import Person
from wijknetwerk.core import scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.core.together import together
from wijknetwerk.mutual_aid.models import HelpOffer, Match
from wijknetwerk.mutual_aid.tests import acting
from wijknetwerk.networks.models import Membership

pytestmark = pytest.mark.django_db


def _whole(row: Any) -> Any:
    """All that was read of a row and of the rows beside it, with the type of each value."""
    if not isinstance(row, Model):
        return row
    beside = {name: _whole(one) for name, one in row._state.fields_cache.items()}
    values = {name: (type(value), value) for name, value in row.__dict__.items() if name[0] != "_"}
    return values, beside


def test_each_list_is_what_it_is_by_itself(
    cast: Cast, count_queries: Callable[[], AbstractContextManager[Queries]]
) -> None:
    made = acting.asked(cast)
    with scope.acting(SYSTEM):
        sides = ("request__asker__person", "offer__helper__person")
        lists: tuple[QuerySet[Any, Any], ...] = (
            Match.objects.filter(pk=made.pk).select_related(*sides),
            Person.objects.order_by("-given_name", "pk")[:7],
            HelpOffer.objects.filter(pk__in=[]),
            Membership.objects.order_by("person__family_name").values_list("uuid", "from_on"),
            LogEntry.objects.order_by("-pk").only("detail", "occurred_at"),
            HelpOffer.objects.filter(pk=made.offer_id).only("uuid", "words", "kinds"),
        )
        with count_queries() as asked:
            found = together(*lists)
        assert asked.count == 1
        alone = [list(rows) for rows in lists]
    assert [[_whole(row) for row in rows] for rows in found] == [
        [_whole(row) for row in rows] for rows in alone
    ]
    assert found[0][0].request.asker.person.given_name
    assert found[5][0].words == alone[5][0].words
