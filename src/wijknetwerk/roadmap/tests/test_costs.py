"""What the pages of the route cost: the same for one member and for hundreds."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import BEGUN, SYSTEM, Cast
from wijknetwerk.accounts.models import Person
from wijknetwerk.core import scope
from wijknetwerk.networks.models import Membership, MembershipRole
from wijknetwerk.roadmap import selectors, services
from wijknetwerk.roadmap.services import StepState

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("route")]

STEP = "shape-coordinator"
SignIn = Callable[..., Client]
CountQueries = Callable[[], AbstractContextManager[Any]]


def _say(cast: Cast, who: str, step: str, state: StepState, read: int = 0) -> None:
    actor = cast.actor(who)
    with scope.acting(actor):
        services.change_step(
            actor=actor, network=cast.linde, step=step, read_number=read, said=state
        )


def _text(answer: Any) -> str:
    """What a reader sees, without tags."""
    page = re.sub(r"<(script|style|head).*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def _step(step: str = STEP) -> str:
    return reverse("roadmap:step", args=["de-linde", step])


def _fill_the_route(cast: Cast, versions: int) -> None:
    for step in selectors.content("nl").steps:
        for number in range(versions):
            owner = cast.members["bas"].uuid
            _say(cast, "amina", step.code, StepState("busy", f"{number}", "", owner), number)


def _more_members(cast: Cast, count: int) -> None:
    with scope.acting(SYSTEM):
        for number in range(count):
            person = Person.objects.create_user(f"p{number}@voorbeeld.example", given_name="Piet")
            member = Membership.objects.create(network=cast.linde, person=person, from_on=BEGUN)
            MembershipRole.objects.create(
                network=cast.linde,
                membership=member,
                person=person,
                role="professional",
                from_on=BEGUN,
            )


@pytest.mark.parametrize("name", ["route", "step"])
def test_a_page_asks_at_most_eight_queries_and_as_many_with_twenty_times_the_rows(
    cast: Cast, sign_in: SignIn, count_queries: CountQueries, name: str
) -> None:
    address = _step() if name == "step" else reverse("roadmap:route", args=["de-linde"])
    client = sign_in("amina")
    _fill_the_route(cast, 1)
    client.get(address)  # the content comes into memory once a process
    with count_queries() as few:
        assert client.get(address).status_code == 200
    _more_members(cast, 240)
    for step in selectors.content("nl").steps[:1]:
        for number in range(1, 20):
            _say(cast, "amina", step.code, StepState("busy", f"meer {number}"), number)
    for number in range(1, 20):
        _say(cast, "amina", STEP, StepState("busy", f"meer {number}"), number)
    with count_queries() as many:
        assert client.get(address).status_code == 200
    assert few.count <= 8, few.statements
    assert many.count == few.count
    assert len(set(many.statements)) == len(many.statements)


def test_public_pages_ask_one_query_of_a_stranger(cast: Cast, count_queries: CountQueries) -> None:
    client = Client()
    address = reverse("roadmap:public_route")
    client.get(address)
    with count_queries() as asked:
        client.get(address)
    assert asked.count == 1
