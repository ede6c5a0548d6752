"""Two networks a day, also when forms arrive at the same moment (both databases)."""

import threading
from typing import Any

import pytest
from django.db import connections

from tests.cast import NOW, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.networks.errors_network import TwoADay
from wijknetwerk.networks.services import start
from wijknetwerk.networks.tests.test_same_moment import shared  # noqa: F401  (a fixture)
from wijknetwerk.networks.tests.test_start_service import a_draft, confirm


@pytest.mark.django_db(transaction=True)
def test_four_forms_at_the_same_moment_start_two_networks(shared: Cast) -> None:  # noqa: F811
    cast = shared
    confirm(cast, "sam")
    actor = cast.actor("sam")
    with scope.acting(actor):
        drafts = [a_draft(actor, name="Samen").uuid for _number in range(4)]
    results: list[str] = []
    gate = threading.Barrier(4, timeout=20)

    def go(draft: Any) -> None:
        try:
            with clock.frozen(NOW), scope.acting(actor):
                gate.wait()
                results.append(start.start_network(actor=actor, draft=draft).slug)
        except TwoADay:
            results.append("two a day")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=go, args=(draft,)) for draft in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == ["samen", "samen-2", "two a day", "two a day"]
