"""The network's first page shows its members what would help most."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from django.test import Client
from django.urls import reverse

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.networks.models import Network
from wijknetwerk.networks.services.facts import store_facts

SignIn = Callable[..., Client]
CountQueries = Callable[[], AbstractContextManager[Any]]


def _home(client: Client) -> str:
    answer = client.get(reverse("networks:home", args=["de-linde"]))
    assert answer.status_code == 200
    return answer.content.decode()


LINK = "/n/de-linde/route/wat-helpt/"


def test_members_read_it_and_strangers_do_not(cast: Cast, sign_in: SignIn) -> None:
    assert LINK not in _home(sign_in("amina"))  # nothing is counted yet
    with scope.acting(SYSTEM):
        store_facts(cast.linde.pk)
    assert LINK in _home(sign_in("amina"))
    assert LINK not in _home(sign_in("sam"))
    assert LINK not in _home(Client())


def test_a_network_that_rests_reads_nothing(cast: Cast, sign_in: SignIn) -> None:
    with scope.acting(SYSTEM):
        store_facts(cast.linde.pk)
        Network.objects.filter(pk=cast.linde.pk).update(paused_on=clock.today())
    assert LINK not in _home(sign_in("amina"))


def test_the_page_asks_eight_queries_at_most(
    cast: Cast, sign_in: SignIn, count_queries: CountQueries
) -> None:
    with scope.acting(SYSTEM):
        store_facts(cast.linde.pk)
    client = sign_in("amina")
    _home(client)
    with count_queries() as asked:
        _home(client)
    assert asked.count <= 8, asked.statements
