"""On Vandaag whoever leads a network reads what would help it most; nobody else does."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import BEGUN, SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.front import today
from wijknetwerk.networks.models import JoinRequest, Membership, MembershipRole
from wijknetwerk.networks.services.facts import store_facts
from wijknetwerk.roadmap.selectors.suggestions import Help

SignIn = Callable[..., Client]
CountQueries = Callable[[], AbstractContextManager[Any]]


def _helps(cast: Cast, name: str) -> list[Help]:
    actor = cast.actor(name)
    with scope.acting(actor):
        return today.helps(actor)


@pytest.fixture
def counted(cast: Cast) -> Cast:
    """Both networks have their facts; Sam waits for an answer of De Linde."""
    with scope.acting(SYSTEM):
        JoinRequest.objects.create(network=cast.linde, person=cast.sam, words="")
        for network in (cast.linde, cast.oosterpoort):
            store_facts(network.pk)
    return cast


def test_the_coordinator_reads_one_with_reason_and_source(counted: Cast, sign_in: SignIn) -> None:
    client = sign_in("dewi")
    (first,) = _helps(counted, "dewi")
    assert (first.slug, first.code) == ("de-linde", "voices.nobody_heard")  # residents first
    page = client.get(reverse("front:today")).content.decode()
    for words in (first.title, first.reason, first.url):
        assert words in page


@pytest.mark.parametrize("name", ["amina", "ad", "els", "lena", "vera", "sam"])
def test_others_read_none(counted: Cast, sign_in: SignIn, name: str) -> None:
    assert _helps(counted, name) == []
    page = sign_in(name).get(reverse("front:today")).content.decode()
    assert reverse("roadmap:suggestions", args=["de-linde"]) not in page


def test_another_network_is_never_shown(counted: Cast) -> None:
    assert {help_.slug for help_ in _helps(counted, "farid")} <= {"oosterpoort"}


def test_who_leads_two_networks_gets_one_card_that_names_its_network(
    counted: Cast, sign_in: SignIn, count_queries: CountQueries
) -> None:
    client = sign_in("dewi")
    client.get(reverse("front:today"))
    with count_queries() as one:
        client.get(reverse("front:today"))
    with scope.acting(SYSTEM):
        member = Membership.objects.create(
            network=counted.oosterpoort, person=counted.dewi, from_on=BEGUN
        )
        MembershipRole.objects.create(
            network=counted.oosterpoort,
            membership=member,
            person=counted.dewi,
            role="coordinator",
            from_on=BEGUN,
        )
    assert len(_helps(counted, "dewi")) == 1
    with count_queries() as two:
        page = client.get(reverse("front:today")).content.decode()
    assert two.count == one.count <= 8, two.statements
    assert page.count("De Linde") >= 2
