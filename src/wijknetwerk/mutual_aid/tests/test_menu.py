"""The desk is one place in the menu, with its calls; what doesn't fit one line is behind 'Meer'."""

import re

import pytest

from tests.cast import Cast
from tests.fixtures import SignIn
from wijknetwerk.core.shell import BETWEEN, LINE_OF_LETTERS

HELP = "/n/de-linde/hulp/"


def top(page: str) -> tuple[list[str], list[str], str]:
    """The places in the line, those behind 'Meer', and the one that says it is here."""
    nav = page.split('<nav class="wn-nav"')[1].split("</nav>")[0]
    line, _more, rest = nav.partition("<details")
    said = [re.findall(r"<a [^>]*>([^<]+)</a>", part) for part in (line, rest)]
    here = re.findall(r'aria-current="page">([^<]+)</a>', nav)
    assert len(here) <= 1
    return said[0], said[1], here[0] if here else ""


@pytest.mark.parametrize("name", ["dewi", "joost"])
def test_the_desk_and_its_calls_are_one_place(cast: Cast, sign_in: SignIn, name: str) -> None:
    browser = sign_in(name)
    desk = browser.get(f"{HELP}balie/").content.decode()
    line, more, here = top(desk)
    assert here == "De balie"
    assert "Bellen" not in [*line, *more]
    assert 'href="/n/de-linde/bellen/"' in desk
    assert sum(len(one) + BETWEEN for one in [*line, "Meer"]) <= LINE_OF_LETTERS
    assert more
    assert len({*line, *more}) == len(line) + len(more)
    for page in ("bellen/", "bellen/nieuw/"):
        assert top(browser.get(f"/n/de-linde/{page}").content.decode())[2] == "De balie"
    elsewhere = browser.get("/n/de-linde/acties/").content.decode()
    assert top(elsewhere)[2] == "Acties"


def test_a_short_menu_has_no_more(cast: Cast, sign_in: SignIn) -> None:
    line, more, _here = top(sign_in("amina").get("/n/de-linde/").content.decode())
    assert line
    assert more == []
