"""Statements that are made once answer each question with its own values, within the scope."""

from datetime import date, timedelta

import pytest
from django.db.models import BigIntegerField, DateField, QuerySet

from tests.cast import TODAY, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.networks.models import Membership, Network, within

PRESENT = Statement(
    lambda: (
        QuerySet(Membership)
        .filter(within(Slot("today", DateField())), network=Slot("network", BigIntegerField()))
        .order_by("pk")
        .values_list("pk", "uuid", "energies", named=True)
    )
)
WHOLE = Statement(lambda: QuerySet(Network).filter(pk=Slot("network", BigIntegerField())))


def _by_models(network: Network, day: date) -> list[int]:
    rows = Membership.objects.filter(within(day), network=network).order_by("pk")
    return list(rows.values_list("pk", flat=True))


def test_the_same_rows_as_the_models_give_on_each_day(cast: Cast) -> None:
    with scope.acting(cast.actor("amina")):
        for day in (TODAY, TODAY - timedelta(days=4000), TODAY + timedelta(days=1)):
            rows = PRESENT.ask(network_id=cast.linde.pk, today=day)
            assert [row.pk for row in rows] == _by_models(cast.linde, day)


def test_values_are_those_of_the_models(cast: Cast) -> None:
    with scope.acting(cast.actor("amina")):
        row = PRESENT.ask(network_id=cast.linde.pk, today=TODAY)[0]
        same = Membership.objects.get(pk=row.pk)
        assert (row.uuid, row.energies) == (same.uuid, same.energies)
        [network] = WHOLE.ask(network_id=cast.linde.pk)
        fields = [field.attname for field in Network._meta.concrete_fields]
        assert [getattr(network, name) for name in fields] == [
            getattr(cast.linde, name) for name in fields
        ]


def test_a_network_out_of_scope_has_no_rows(cast: Cast) -> None:
    with scope.acting(cast.actor("farid")):
        assert PRESENT.ask(network_id=cast.linde.pk, today=TODAY) == []
        assert PRESENT.ask(network_id=cast.oosterpoort.pk, today=TODAY) != []
        with pytest.raises(scope.ScopeMissing):
            scope.require((cast.linde.pk,))


def test_without_any_scope_it_is_refused(cast: Cast) -> None:
    with pytest.raises(scope.ScopeMissing):
        PRESENT.ask(network_id=cast.linde.pk, today=TODAY)
