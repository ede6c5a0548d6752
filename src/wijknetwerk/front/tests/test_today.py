"""Vandaag: one list over all my networks, the late duties first, good to know below."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import BEGUN, NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.networks.models import Membership, Network
from wijknetwerk.notices.models import Waiting
from wijknetwerk.notices.services import waiting
from wijknetwerk.notices.tests.kinds import about_noor, kinds
from wijknetwerk.plans.services import plans, words
from wijknetwerk.plans.tests.acting import begun, do, place, shares

__all__ = ["kinds"]
SignIn = Callable[..., Client]
CountQueries = Callable[[], AbstractContextManager[Any]]


def _wait(cast: Cast, who: str, *, network: UUID | None = None, **more: Any) -> UUID:
    kind, days = more.pop("kind", "tests.asked"), more.pop("days", 0)
    more.setdefault("subject", uuid4())
    subject = more.pop("subject")
    wanted = about_noor(cast.people[who].pk, subject, network or cast.linde.uuid, **more)
    with scope.acting(SYSTEM), clock.frozen(NOW - timedelta(days=days)):
        waiting.wait(actor=SYSTEM, kind=kind, wanted=wanted)
    return subject


def _page(client: Client, query: str = "") -> str:
    response = client.get(reverse("front:today") + query)
    assert response.status_code == 200
    return response.content.decode()


def _order(page: str, *names: str) -> list[str]:
    assert all(name in page for name in names), names
    return sorted(names, key=page.index)


def test_late_comes_first_then_the_oldest_duty_then_what_is_good_to_know(
    cast: Cast, sign_in: SignIn
) -> None:
    _wait(cast, "amina", words={"who": "Nieuw"}, days=1)
    _wait(cast, "amina", words={"who": "Oud"}, days=9)
    _wait(cast, "amina", words={"who": "Laat"}, due_on=TODAY - timedelta(days=2))
    _wait(cast, "amina", kind="tests.news", days=30)
    page = _page(sign_in("amina"))
    right = ["Laat asks", "Oud asks", "Nieuw asks", "There is news"]
    assert _order(page, *reversed(right)) == right
    assert page.count("wn-row__meta--late") == 1
    assert page.count("nl-button--primary") == 1
    assert "Had dinsdag 10 november 2026 klaar moeten zijn" in page


def test_each_row_names_its_network_and_who_left_one_sees_nothing_of_it(
    cast: Cast, sign_in: SignIn
) -> None:
    with scope.acting(SYSTEM):
        elsewhere = Membership.objects.create(
            network=cast.oosterpoort, person=cast.amina, from_on=BEGUN
        )
    _wait(cast, "amina", words={"who": "Hier"})
    _wait(cast, "amina", words={"who": "Daar"}, network=cast.oosterpoort.uuid)
    client = sign_in("amina")
    page = _page(client)
    assert "Daar asks" in page
    assert '<p class="wn-row__meta">Oosterpoort</p>' in page
    with scope.acting(SYSTEM):
        Membership.objects.filter(pk=elsewhere.pk).update(until_on=TODAY)
    page = _page(client)
    assert "Daar asks" not in page
    assert "Hier asks" in page


def test_what_waits_for_somebody_else_is_not_mine(cast: Cast, sign_in: SignIn) -> None:
    _wait(cast, "bas")
    page = _page(sign_in("amina"))
    assert "Noor asks" not in page
    assert "U bent klaar voor vandaag" in page


def test_good_to_know_is_put_away_in_one_click_and_does_not_come_back(
    cast: Cast, sign_in: SignIn
) -> None:
    subject = _wait(cast, "amina", kind="tests.news")
    with scope.acting(SYSTEM):
        row = Waiting.objects.get(subject=subject)
    client = sign_in("amina")
    away = reverse("notices:put_away", kwargs={"uuid": row.uuid})
    assert away in _page(client)
    for _twice in range(2):
        assert client.post(away).status_code == 302
    assert "There is news" not in _page(client)
    _wait(cast, "amina", kind="tests.news", subject=subject)
    assert "There is news" not in _page(client)


@pytest.mark.parametrize(("who", "kind"), [("amina", "tests.asked"), ("bas", "tests.news")])
def test_a_duty_and_what_is_of_another_cannot_be_put_away(
    cast: Cast, sign_in: SignIn, who: str, kind: str
) -> None:
    subject = _wait(cast, who, kind=kind)
    with scope.acting(SYSTEM):
        row = Waiting.objects.get(subject=subject)
    away = reverse("notices:put_away", kwargs={"uuid": row.uuid})
    assert sign_in("amina").post(away).status_code == 404
    with scope.acting(SYSTEM):
        assert Waiting.objects.get(subject=subject).away_at is None


def test_where_ones_own_plan_is_and_nobody_elses(
    cast: Cast, sign_in: SignIn, count_queries: CountQueries
) -> None:
    plan = begun(cast)
    do(cast, plan, "amina", words.write, thing="want", said=words.Said("Weer fietsen"))
    shares(cast, plan, place(cast, plan, "bas", "family"))
    here = reverse("plans:plan", kwargs={"uuid": plan.uuid})
    amina = sign_in("amina")
    with count_queries() as asked:
        page = _page(amina)
    assert asked.count <= 8, asked.statements
    assert here in page
    assert "fietsen" not in page
    for other in ("bas", "dewi"):
        assert here not in _page(sign_in(other))
    do(cast, plan, "amina", plans.close, words="", taken="not_needed")
    assert here not in _page(amina)


def test_twenty_are_shown_and_more_on_asking(cast: Cast, sign_in: SignIn) -> None:
    for number in range(45):
        _wait(cast, "amina", words={"who": f"Mens{number}"})
    client = sign_in("amina")
    assert _page(client).count("asks you something</p>") == 20
    assert "?more=2" in _page(client)
    assert _page(client, "?more=2").count("asks you something</p>") == 40
    last = _page(client, "?more=3")
    assert last.count("asks you something</p>") == 45
    assert "Toon meer" not in last
    assert _page(client, "?more=x").count("asks you something</p>") == 20


def test_five_hundred_over_five_networks_cost_as_many_queries_as_none(
    cast: Cast, sign_in: SignIn, count_queries: CountQueries
) -> None:
    networks = [cast.linde, cast.oosterpoort]
    with scope.acting(SYSTEM):
        for number in range(3):
            networks.append(
                Network.objects.create(
                    name=f"Wijk {number}",
                    slug=f"wijk-{number}",
                    place_text="Ergens",
                    started_by=cast.dewi,
                    started_at=NOW,
                )
            )
        for network in networks[1:]:
            Membership.objects.create(network=network, person=cast.amina, from_on=BEGUN)
    client = sign_in("amina")
    _page(client)
    with count_queries() as few:
        _page(client)
    with scope.acting(SYSTEM):
        Waiting.objects.bulk_create(
            waiting.row_for(
                "tests.asked", about_noor(cast.amina.pk, uuid4(), networks[number % 5].uuid)
            )
            for number in range(500)
        )
    with count_queries() as many:
        assert "500 dingen" in _page(client)
    assert many.count == few.count <= 8, many.statements
