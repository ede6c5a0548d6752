"""The map shows public networks that have a place, and asks no other host unless that is set up."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse

from tests.cast import NOW, Cast
from wijknetwerk.conf import maps
from wijknetwerk.core import scope
from wijknetwerk.networks.areas import middles
from wijknetwerk.networks.models import Area, Network, Visibility
from wijknetwerk.networks.services import place

CountQueries = Callable[[], AbstractContextManager[Any]]
ARNHEM = (51.98, 5.95)


def _points(text: str = "") -> list[list[Any]]:
    asked = {"q": text} if text else {}
    found: list[list[Any]] = json.loads(Client().get(reverse("front:map_points"), asked).content)[
        "points"
    ]
    return found


def _here(cast: Cast) -> None:
    Network.objects.filter(pk=cast.linde.pk).update(
        latitude=ARNHEM[0], longitude=ARNHEM[1], search_words=" de linde"
    )


def _more(cast: Cast, count: int) -> None:
    first = Network.objects.count()
    Network.objects.bulk_create(
        Network(
            name=f"Netwerk {number}",
            slug=f"netwerk-{number}x",
            started_by=cast.sam,
            started_at=NOW,
            decided_at=NOW,
            visibility=Visibility.PUBLIC,
            latitude=52.0,
            longitude=5.0,
        )
        for number in range(first, first + count)
    )


def test_only_public_networks_with_a_place_are_points(cast: Cast) -> None:
    _here(cast)
    assert _points() == [[*ARNHEM, "De Linde", cast.linde.place_text, "de-linde"]]
    hidden = (Visibility.MEMBERS, Visibility.ASKED, Visibility.DECLINED, Visibility.DRAFT)
    for visibility in hidden:
        Network.objects.filter(pk=cast.linde.pk).update(visibility=visibility)
        assert _points() == []


def test_a_network_that_stopped_leaves_the_map(cast: Cast) -> None:
    _here(cast)
    Network.objects.filter(pk=cast.linde.pk).update(stopped_on="2026-11-01")
    assert _points() == []


def test_what_is_typed_narrows_points_and_list_alike(cast: Cast) -> None:
    _here(cast)
    _more(cast, 1)
    assert [row[2] for row in _points("linde")] == ["De Linde"]
    page = Client().get(reverse("front:map"), {"q": "linde"}).content.decode()
    assert reverse("front:map_points") + "?q=linde" in page
    assert "De Linde" in page
    assert "Netwerk " not in page


def test_the_list_says_the_same_without_a_script(cast: Cast) -> None:
    _here(cast)
    page = Client().get(reverse("front:map")).content.decode()
    for name, slug in ((cast.linde.name, "de-linde"), (cast.oosterpoort.name, "oosterpoort")):
        assert name in page
        assert reverse("networks:about", kwargs={"slug": slug}) in page


def test_one_query_for_the_points_at_any_number(cast: Cast, count_queries: CountQueries) -> None:
    _more(cast, 2)
    with count_queries() as few:
        assert len(_points()) == 2
    _more(cast, 400)
    with count_queries() as many:
        assert len(_points()) == 402
    assert (few.count, many.count) == (1, 1)


def test_a_network_stands_in_the_middle_of_its_areas_and_moves_with_them(cast: Cast) -> None:
    areas = [_area("WK020204", "GM0202"), _area("BU19500202", "GM1950", "WK195002")]
    actor = cast.actor("dewi")
    west, wedde = middles.of_areas([("WK020204",) * 3]), middles.of_areas([("WK195002",) * 3])
    assert west is not None
    assert wedde is not None
    where = []
    for change, area in ((place.add_area, 0), (place.add_area, 1), (place.remove_area, 0)):
        with scope.acting(actor):
            change(actor=actor, slug="de-linde", area=areas[area].uuid)
        now = Network.objects.get(pk=cast.linde.pk)
        where.append((now.latitude, now.longitude))
    between = tuple(round((one + other) / 2, 4) for one, other in zip(west, wedde, strict=True))
    assert where == [west, between, wedde]
    with scope.acting(actor):
        place.remove_area(actor=actor, slug="de-linde", area=areas[1].uuid)
    assert _points() == []


def _area(code: str, municipality: str, district: str = "") -> Area:
    return Area.objects.create(
        code=code,
        year=2024,
        kind=code[:2],
        name=code,
        municipality_code=municipality,
        municipality_name=municipality,
        district_code=district,
        search_name=code,
    )


@pytest.mark.once
def test_a_district_of_another_year_takes_the_middle_of_its_municipality() -> None:
    assert middles.of_areas([("WK020299", "WK020299", "GM0202")]) == middles.of_areas(
        [("GM0202", "", "GM0202")]
    )
    assert middles.of_areas([("GM0007", "", "GM0007")]) is None  # merged away in 2018
    assert middles.of_areas([]) is None


def test_no_other_host_may_be_asked_unless_a_tile_server_is_set_up(
    cast: Cast, settings: Any
) -> None:
    assert "img-src 'self';" in _policy("front:map") + ";"
    settings.MAP_TILES = "https://tiles.voorbeeld.example/{z}/{x}/{y}.png"
    settings.MAP_TILES_HOST, settings.MAP_TILES_BY = "https://tiles.voorbeeld.example", "Maker"
    assert "img-src 'self' https://tiles.voorbeeld.example;" in _policy("front:map") + ";"
    assert "tiles.voorbeeld.example" not in _policy("front:networks")
    page = Client().get(reverse("front:map")).content.decode()
    assert "Maker" in page


def _policy(name: str) -> str:
    return str(Client().get(reverse(name))["Content-Security-Policy"])


@pytest.mark.once
@pytest.mark.parametrize(
    ("address", "by", "good"),
    [
        ("https://tiles.voorbeeld.example/{z}/{x}/{y}.png", "Maker", True),
        ("https://tiles.voorbeeld.example/{z}/{x}/{y}.png", "", False),
        ("http://tiles.voorbeeld.example/{z}/{x}/{y}.png", "Maker", False),
        ("https://{s}.voorbeeld.example/{z}/{x}/{y}.png", "Maker", False),
        ("https://tiles.voorbeeld.example/kaart.png", "Maker", False),
    ],
)
def test_a_tile_server_is_one_https_host_with_its_maker(
    monkeypatch: pytest.MonkeyPatch, address: str, by: str, good: bool
) -> None:
    monkeypatch.setenv("WIJKNETWERK_MAP_TILES", address)
    monkeypatch.setenv("WIJKNETWERK_MAP_TILES_BY", by)
    if good:
        assert maps.tiles() == (address, "https://tiles.voorbeeld.example")
    else:
        with pytest.raises(ImproperlyConfigured, match="WIJKNETWERK_MAP_TILES"):
            maps.tiles()
