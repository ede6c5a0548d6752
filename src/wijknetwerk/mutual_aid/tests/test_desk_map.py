"""Where help is asked, by postcode area, for the desk only."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.cast import SYSTEM, Cast
from tests.fixtures import Queries, SignIn
from wijknetwerk.core import scope
from wijknetwerk.mutual_aid import dutch_grid
from wijknetwerk.mutual_aid.models import Neighbour, Postcode
from wijknetwerk.mutual_aid.selectors import desk_map
from wijknetwerk.mutual_aid.tests import acting

pytestmark = pytest.mark.django_db
MAP = "/n/de-linde/hulp/balie/kaart/"


def test_requests_and_helpers_of_each_area(
    cast: Cast, sign_in: SignIn, count_queries: Callable[[], AbstractContextManager[Queries]]
) -> None:
    """Her own postcode counts when the request says none; two offers of one helper are one."""
    Postcode.objects.update_or_create(pc4="9698", defaults={"x": 266_000, "y": 567_000})
    bakker = acting.neighbour(cast)
    acting.request(cast, bakker)
    acting.request(cast, acting.outsider(cast), pc4="1000")
    bas = acting.neighbour(cast, "bas")
    for kind in ("shopping", "garden"):
        acting.offer(cast, bas, kinds=(kind,))
    with scope.acting(SYSTEM):
        Neighbour.objects.filter(pk__in=[bakker.pk, bas.pk]).update(pc4="9698")
        found = {area.pc4: area for area in desk_map.areas(cast.linde)}
    assert (found["9698"].requests, found["9698"].helpers) == (1, 1)
    assert (found["1000"].requests, found["1000"].helpers, found["1000"].at) == (1, 0, None)
    joost = sign_in("joost")
    with count_queries() as asked:
        page = joost.get(MAP).content.decode()
    assert asked.count <= 8, asked.statements
    assert "?pc4=9698" in page
    assert 'id="map"' in page
    (point,) = joost.get(f"{MAP}punten/").json()["points"]
    assert point[2] == point[4] == "9698"


def test_without_places_there_is_the_table(cast: Cast, sign_in: SignIn) -> None:
    acting.request(cast, acting.outsider(cast), pc4="1000")
    page = sign_in("joost").get(MAP).content.decode()
    assert 'id="map"' not in page
    assert "1000" in page


def test_only_a_tile_server_that_was_set_up_is_asked(
    cast: Cast, sign_in: SignIn, settings: Any
) -> None:
    joost = sign_in("joost")
    assert "tegels.example" not in joost.get(MAP)["Content-Security-Policy"]
    settings.MAP_TILES_HOST = "https://tegels.example"
    assert "https://tegels.example" in joost.get(MAP)["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("x", "y"), [(155_000, 463_000), (121_687, 487_484), (233_883, 582_065), (20_000, 380_000)]
)
def test_metres_become_degrees_and_back(x: int, y: int) -> None:
    """Amersfoort, Amsterdam, Groningen, Zeeland: two metres at most are lost on the way."""
    assert dutch_grid.metres(*dutch_grid.degrees(x, y)) == (
        pytest.approx(x, abs=2),
        pytest.approx(y, abs=2),
    )
