"""Home begins with the resident, and leads on to networks and to what others learned."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from django.test import Client
from django.urls import reverse

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.library.services import shipped
from wijknetwerk.networks.models import Network, Visibility

CountQueries = Callable[[], AbstractContextManager[Any]]


def _home(client: Client) -> str:
    response = client.get(reverse("front:home"))
    assert response.status_code == 200
    return response.content.decode()


def test_the_resident_comes_first_then_starting_then_networks(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        shipped.load(actor=SYSTEM)
    page = _home(Client())
    order = [
        "?wish=help",
        "?wish=do",
        "?wish=think",
        reverse("library:questions"),
        reverse("library:practice_examples"),
        reverse("library:tools"),
        reverse("networks:about", kwargs={"slug": "de-linde"}),
    ]
    assert [page.index(one) for one in order] == sorted(page.index(one) for one in order)
    assert page.count("nl-button--primary") == 1


def test_only_public_networks_stand_on_it_in_two_queries(
    cast: Cast, count_queries: CountQueries
) -> None:
    Network.objects.filter(pk=cast.oosterpoort.pk).update(visibility=Visibility.MEMBERS)
    with count_queries() as asked:
        page = _home(Client())
    assert "De Linde" in page
    assert "Oosterpoort" not in page
    assert asked.count == 2
