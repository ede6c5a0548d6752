"""Ordered statements are the same as Django makes them (decision 0022)."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Count, F, QuerySet
from django.db.models.functions import Lower

from wijknetwerk.accounts.models import Person
from wijknetwerk.core.quick_order import QuickOrder
from wijknetwerk.networks.models import Membership, Network

NETWORKS = Network.objects.all()
MEMBERS = Membership._base_manager.all()
ASKED: list[QuerySet] = [
    NETWORKS.order_by("name", "-pk"),
    NETWORKS.order_by(Lower("name"), F("pk").desc()),
    NETWORKS.annotate(low=Lower("name")).order_by("low", "-pk"),
    NETWORKS.annotate(low=Lower("name")).values("low").order_by("-low"),
    NETWORKS.values_list("name", "slug").order_by("slug"),
    NETWORKS.order_by("?"),
    NETWORKS.order_by().union(NETWORKS.order_by().filter(pk=1)).order_by("name"),
    NETWORKS.distinct().order_by("slug"),
    MEMBERS.select_related("person", "network").order_by("network__name", "-person__family_name"),
    MEMBERS.values("network").annotate(many=Count("pk")).order_by("-many", "network"),
    MEMBERS.order_by("network"),  # by the ordering of networks themselves
    MEMBERS.filter(pk__in=MEMBERS.order_by("-pk")[:5]).order_by("pk"),
    Person.objects.order_by("family_name").reverse(),
    *(model._base_manager.all() for model in apps.get_models() if model._meta.ordering),
]


@pytest.mark.parametrize("rows", ASKED, ids=lambda rows: rows.model.__name__)
def test_the_same_sql(rows: QuerySet) -> None:
    ours = rows.query.get_compiler(connection=connection)
    assert isinstance(ours, QuickOrder)
    _quick, django = type(ours).__bases__
    assert ours.as_sql() == django(rows.query, connection, None).as_sql()
