"""The platform's administrator approves networks and sees nothing of what is in them; somebody who
is not signed in finds every door shut but the public ones."""

import re
from collections.abc import Iterator
from contextlib import closing
from uuid import UUID

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

NOBODY = UUID(int=7)
PARTS = {
    "slug": "presikhaaf",
    "phase": "explore",
    "code": "explore-coffee",
    "uuid": NOBODY,
    "partner": NOBODY,
    "person": NOBODY,
    "recovery": NOBODY,
    "draft": NOBODY,
    "consent": NOBODY,
    "mail": NOBODY,
    "secret": "x" * 22,
    "side": "helper",
    "act": "stoppen",
    "what": "helper_yes",
    "reader": "resident",
    "kind": "networks",
    "number": 7,
    "provider": "gemeente",
    "question": "a1",
    "part": "people",
    "discipline": "district_nurse",
    "state": "done",
    "thing": "want",
    "moment": "before",
}
PUBLIC = re.compile(
    r"^/($|wijken/|zoeken/|stippen/|privacyverklaring/|toegankelijkheid/|bewaren/|kennis/"
    r"|inloggen/|meedoen/"
    r"|robots\.txt|\.well-known/|healthz|readyz|onderdelen/|demo/|n/presikhaaf/(over/)?$"
    r"|vandaag/mail/(stop/|gestopt/)|verhaal-terugnemen/|peiling/|peiling-bedankt/"
    r"|n/presikhaaf/initiatief/"
    r"|n/presikhaaf/(nieuws|foto)/([0-9a-f-]{36}/)?$|n/presikhaaf/nieuws\.atom$"
    r"|n/presikhaaf/agenda/([0-9a-f-]{36}/(aanmelden/)?)?(agenda\.ics)?$"
    r"|n/presikhaaf/(plekken|wat-is-er-al)/([0-9a-f-]{36}/)?$"
    r"|n/presikhaaf/meedenken/(verhalen|themas)/[0-9a-f-]{36}/(foto/|geluid/)?$"
    r"|hulp/(antwoord|code|hoe-gaat-het|mijn-vraag)/|afspraak/"
    r"|n/presikhaaf/klachten/(vertellen/|formulier\.pdf)?$|klacht/"
    r"|mijn-account/(gesloten|adres/terug|adres/staat-terug|hulp/stop|hulp/gestopt)/)"
)
A_MEMBER = re.compile(r"/n/presikhaaf/leden/[0-9a-f-]{36}/")


def _addresses(resolver: URLResolver, prefix: str = "/") -> Iterator[str]:
    for part in resolver.url_patterns:
        if isinstance(part, URLResolver):
            yield from _addresses(part, prefix + str(part.pattern))
        elif isinstance(part, URLPattern):
            yield re.sub(r"<(?:(\w+):)?(\w+)>", _filled, prefix + str(part.pattern))


def _filled(found: re.Match[str]) -> str:
    """A part of an address; every id is of nobody."""
    return str(NOBODY if found[1] == "uuid" else PARTS[found[2]])


def _asked_at_all(who: Visitor, paths: list[str]) -> dict[str, int]:
    """How the site answers them at each address."""
    with closing(who.line()) as line:
        return {path: line.gets(path).status for path in paths}


def _sent_to_all(who: Visitor, paths: list[str]) -> dict[str, int]:
    """How the site answers when they send something to each address."""
    with closing(who.line()) as line:
        return {path: line.posts(path).status for path in paths}


@pytest.fixture(scope="module")
def addresses() -> list[str]:
    """Every address of the site, with parts filled in; those of a network are Presikhaaf's."""
    return sorted(set(_addresses(get_resolver())))


def test_every_door_of_content_is_shut_for_the_platforms_administrator(
    bram: Visitor, addresses: list[str]
) -> None:
    inside = [path for path in addresses if path.startswith("/n/") and not PUBLIC.match(path)]
    assert len(inside) > 25
    answers = _asked_at_all(bram, inside)
    join = "/n/presikhaaf/meedoen/"  # asking to take part is open to everybody who is signed in
    assert {path for path, status in answers.items() if status not in {403, 404, 405}} <= {join}
    bram.goes_to("/vandaag/")
    bram.may_not("Presikhaaf")
    bram.goes_to("/n/presikhaaf/leden/")
    bram.does_not_read("Hanneke de Wit")
    bram.goes_to("/openbaar-gevraagd/")
    bram.clicks("Bekijken en beslissen over Samen in Veerdorp")
    bram.reads("Samen in Veerdorp")


def test_what_the_coordinator_can_reach_the_administrator_cannot(
    bram: Visitor, hanneke: Visitor, visitor: Arrive
) -> None:
    """With the ids of people, roles, parties and invitations that really exist."""
    stranger = visitor()
    reached = _reached_from(
        hanneke,
        "",
        "leden/beheer/",
        "uitnodigingen/?state=all",
        "mijn-plek/",
        "partijen/",
        "route/",
    )
    reached |= _reached_from(hanneke, next(path for path in reached if A_MEMBER.fullmatch(path)))
    assert len(reached) > 60
    inside = sorted(path for path in reached if not PUBLIC.match(path))
    assert set(_asked_at_all(bram, inside).values()) <= {404, 405}
    assert set(_sent_to_all(bram, inside).values()) <= {404, 405}
    assert set(_asked_at_all(stranger, inside).values()) <= {302, 405}


def _reached_from(who: Visitor, *pages: str) -> set[str]:
    """All addresses of the network that these pages lead or send to."""
    found: set[str] = set()
    for page in pages:
        who.goes_to(page if page.startswith("/") else f"/n/presikhaaf/{page}")
        found |= set(
            who.page.locator("a[href], form[action]").evaluate_all(
                "all => all.map(one => one.getAttribute('href') || one.getAttribute('action'))"
            )
        )
    return {path.split("#")[0] for path in found if path.startswith("/n/presikhaaf/")}


def test_every_door_but_the_public_ones_is_shut_for_a_stranger(
    visitor: Arrive, addresses: list[str]
) -> None:
    stranger = visitor()
    shut = [path for path in addresses if not PUBLIC.match(path)]
    answers = _asked_at_all(stranger, shut)
    assert {path for path, status in answers.items() if status not in {302, 404, 405}} == set()
    for path in ("/vandaag/", "/n/presikhaaf/leden/", "/n/bestaat-niet/leden/"):
        stranger.goes_to(path)
        assert stranger.heading == "Inloggen"


def test_what_a_stranger_may_see_can_be_read(visitor: Arrive, addresses: list[str]) -> None:
    """Each public page is looked over: axe, widths, complaints of the browser."""
    stranger = visitor()
    pages = [path for path in addresses if PUBLIC.match(path) and path.endswith("/")]
    for path, status in _asked_at_all(stranger, pages).items():
        if status == 200:
            stranger.goes_to(path)
