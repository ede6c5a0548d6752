"""The pages of who could help, as the desk uses them."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests.cast import SYSTEM, Cast
from tests.fixtures import Queries, SignIn
from wijknetwerk.core import jobs, scope
from wijknetwerk.mutual_aid.models import Match
from wijknetwerk.mutual_aid.tests import acting

pytestmark = pytest.mark.django_db
ALL = "/n/de-linde/hulp/wie-helpt-wie/"


def test_joost_chooses_who_is_suggested(cast: Cast, sign_in: SignIn) -> None:
    asked, offered = acting.request(cast), acting.offer(cast)
    page = f"/n/de-linde/hulp/vraag/{asked.uuid}/wie-helpt/"
    joost = sign_in("joost")
    assert "Bas van der Meer" in joost.get(page).content.decode()
    answer = joost.post(f"{page}{offered.uuid}/kiezen/")
    with scope.acting(SYSTEM):
        match = Match.objects.get(request=asked)
    assert answer["Location"] == f"/n/de-linde/hulp/samen/{match.uuid}/"
    assert joost.get(answer["Location"]).status_code == 200
    assert str(match.uuid) in joost.get(page).content.decode()


def test_joost_knows_better(cast: Cast, sign_in: SignIn) -> None:
    """Nobody fits: the page says why, and shows everybody else when asked."""
    asked, other = acting.request(cast), acting.offer(cast, kinds=("garden.mowing",))
    page = f"/n/de-linde/hulp/vraag/{asked.uuid}/wie-helpt/"
    joost = sign_in("joost")
    assert "Bas van der Meer" not in joost.get(page).content.decode()
    assert "Bas van der Meer" in joost.get(f"{page}?which=everybody").content.decode()
    joost.post(f"{page}{other.uuid}/kiezen/")
    with scope.acting(SYSTEM):
        assert Match.objects.get(request=asked).by_hand


def test_joost_looks_for_all_together(cast: Cast, sign_in: SignIn) -> None:
    acting.request(cast)
    nobody = acting.request(cast, acting.outsider(cast), kind="garden.mowing")
    acting.offer(cast)
    joost = sign_in("joost")
    assert joost.post(f"{ALL}zoeken/")["Location"] == ALL
    assert "<progress" in joost.get(ALL).content.decode()
    jobs.run_waiting()
    assert "Bas van der Meer" in joost.get(ALL).content.decode()
    alone = joost.get(f"{ALL}?which=alone").content.decode()
    assert "Geert Mulder" in alone
    assert str(nobody.uuid) in alone


def test_stopping_by_a_press(cast: Cast, sign_in: SignIn) -> None:
    acting.request(cast)
    joost = sign_in("joost")
    joost.post(f"{ALL}zoeken/")
    joost.post(f"{ALL}stoppen/")
    assert "<progress" not in joost.get(ALL).content.decode()


def test_many_cost_as_many_questions(
    cast: Cast,
    sign_in: SignIn,
    count_queries: Callable[[], AbstractContextManager[Queries]],
) -> None:
    asked = acting.request(cast)
    acting.offer(cast)
    joost = sign_in("joost")
    pages = (f"/n/de-linde/hulp/vraag/{asked.uuid}/wie-helpt/?which=everybody", ALL)
    joost.post(f"{ALL}zoeken/")
    jobs.run_waiting()
    few = []
    for page in pages:
        joost.get(page)
        with count_queries() as counted:
            joost.get(page)
        few.append(counted.count)
    for number in range(5):
        somebody = acting.outsider(cast, f"Buur {number}", f"061234567{number}")
        acting.request(cast, somebody)
        acting.offer(cast, somebody)
    joost.post(f"{ALL}zoeken/")
    jobs.run_waiting()
    for page, before in zip(pages, few, strict=True):
        with count_queries() as counted:
            joost.get(page)
        assert counted.count == before <= 8
