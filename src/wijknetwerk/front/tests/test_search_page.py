"""The searching page: for everybody, in few queries, and no word of it in any log."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from wijknetwerk.core import scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.services import teams
from wijknetwerk.networks.services.teams import Said

SignIn = Callable[..., Client]
CountQueries = Callable[[], AbstractContextManager[Any]]


@pytest.fixture
def groups(cast: Cast) -> Callable[[int], None]:
    """Makes more teams that answer to the same word."""
    dewi = cast.actor("dewi")

    def more(count: int) -> None:
        with scope.acting(dewi):
            for number in range(count):
                said = Said(f"Tuingroep {number}", "theme", "Samen tuinieren in de wijk")
                teams.make(actor=dewi, network=cast.linde, said=said)

    return more


def _page(client: Client, **query: str) -> str:
    response = client.get(reverse("front:search"), query)
    assert response.status_code == 200
    return response.content.decode()


def test_a_member_reads_what_was_found_why_and_where(
    sign_in: SignIn, groups: Callable[[int], None]
) -> None:
    groups(23)
    amina = sign_in("amina")
    page = _page(amina, q="tuingroep")
    assert page.count("<mark>Tuingroep</mark>") == 20
    assert "Team · De Linde" in page
    assert "?q=tuingroep&amp;page=2" in page
    assert _page(amina, q="tuingroep", page="2").count("<mark>Tuingroep</mark>") == 3
    assert "?q=tuingroep" in _page(amina, q="tuingreop")

    for stranger in (Client(), sign_in("farid")):
        assert "Tuingroep" not in _page(stranger, q="tuingroep")
        assert "?q=tuingroep" not in _page(stranger, q="tuingreop")


def test_anything_can_be_typed(cast: Cast) -> None:
    for typed in ("", "  ", "de", "%_'\"<script>", "加 é ß", "a" * 300, "* AND OR NOT", "\x00"):
        assert "<script>alert" not in _page(Client(), q=typed)
    for number in ("0", "-1", "abc", "999999", "99"):
        _page(Client(), q="linde", page=number)


def test_queries_stay_few_however_much_there_is(
    sign_in: SignIn, groups: Callable[[int], None], count_queries: CountQueries
) -> None:
    groups(3)
    amina = sign_in("amina")
    with count_queries() as few:
        _page(amina, q="tuinieren")
    groups(30)
    with count_queries() as many:
        _page(amina, q="tuinieren")
    assert many.count <= few.count <= 8  # with few hits, longer words are looked for too
    with count_queries() as meant:
        assert "?q=tuinieren" in _page(amina, q="tuinierne")
    assert meant.count <= 8


def test_what_is_typed_stands_in_no_log(
    sign_in: SignIn, groups: Callable[[int], None], caplog: pytest.LogCaptureFixture
) -> None:
    groups(1)
    before = LogEntry.objects.count()
    with caplog.at_level(logging.DEBUG):
        _page(sign_in("amina"), q="schuldhulpverlening")
    assert LogEntry.objects.count() == before
    lines = [one.getMessage() for one in caplog.records if one.name != "django.db.backends"]
    assert not [one for one in lines if "schuldhulp" in one]
