"""The desk: one screen, the list to call from, and the counter mode."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.test import Client

from tests.cast import NOW, SYSTEM, Cast
from tests.fixtures import Queries, SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.mutual_aid.models import HelpRequest, MatchAct, Neighbour, RequestState
from wijknetwerk.mutual_aid.services.lapsing import lapse_due
from wijknetwerk.mutual_aid.tests import acting

pytestmark = pytest.mark.django_db
DESK = "/n/de-linde/hulp/balie/"


def _text(client: Client, address: str = DESK) -> str:
    return client.get(address).content.decode()


def test_unhappy_comes_first_then_new_then_who_waits_the_longest(
    cast: Cast, sign_in: SignIn
) -> None:
    names = ("Bep Lang", "Cor Kort", "Dora Nieuw", "Evert Boos")
    made = {name: acting.outsider(cast, name, f"061000000{at}") for at, name in enumerate(names)}
    waits = {name: acting.request(cast, who) for name, who in made.items() if "Nieuw" not in name}
    acting.request(cast, made["Dora Nieuw"], told="")
    with scope.acting(SYSTEM):
        rows = HelpRequest.objects
        rows.filter(pk=waits["Bep Lang"].pk).update(waits_since=NOW - timedelta(days=20))
        rows.filter(pk=waits["Cor Kort"].pk).update(waits_since=NOW - timedelta(days=2))
        rows.filter(pk=waits["Evert Boos"].pk).update(unhappy_at=NOW)
    page = _text(sign_in("joost"))
    places = [page.index(name) for name in ("Evert Boos", "Dora Nieuw", "Bep Lang", "Cor Kort")]
    assert places == sorted(places)


def test_each_row_says_what_comes_next(cast: Cast, sign_in: SignIn) -> None:
    joost = sign_in("joost")
    asked = acting.request(cast, told="")
    assert f"/hulp/vragen/{asked.uuid}/vertellen/" in _text(joost)
    other = acting.request(cast, acting.outsider(cast))
    assert f"/hulp/vraag/{other.uuid}/wie-helpt/" in _text(joost)
    match = acting.match(cast, other)
    assert f"/hulp/samen/{match.uuid}/" in _text(joost)
    acting.asked(cast, match)
    assert "Bas" in _text(joost, f"{DESK}?state=busy")


def test_what_lapsed_says_that_nobody_answered(cast: Cast, sign_in: SignIn) -> None:
    acting.asked(cast)
    with clock.frozen(NOW + timedelta(days=8)):
        with scope.acting(SYSTEM):
            assert lapse_due() == 1
        assert "nobody answered" in _text(sign_in("joost")) or "niemand" in _text(sign_in("joost"))


@pytest.mark.parametrize(
    ("address", "shows"),
    [
        ("?q=mulder", True),
        ("?q=boodsch", True),
        ("?q=0612345678", True),
        ("?q=janssen", False),
        ("?kind=shopping", True),
        ("?kind=garden", False),
        ("?pc4=9698", True),
        ("?pc4=1011", False),
        ("?pc4=nonsense&page=-1&state=odd", True),
        ("?urgent=on", False),
        ("?mine=on", True),
        ("?state=helped", False),
        ("?page=99", True),
    ],
)
def test_filters_stand_in_the_address(
    cast: Cast, sign_in: SignIn, address: str, shows: bool
) -> None:
    acting.request(cast, acting.outsider(cast), pc4="9698")
    assert ("Geert Mulder" in _text(sign_in("joost"), DESK + address)) is shows


def test_whom_to_call_today_and_why(cast: Cast, sign_in: SignIn) -> None:
    """A new request, a helper who was asked, an asker who is called through her daughter."""
    joost = sign_in("joost")
    acting.request(cast, acting.outsider(cast), told="")
    through = acting.request(
        cast, acting.outsider(cast, "Ans Visser"), call_name="Mia", call_phone="0611112222"
    )
    page = _text(joost, f"{DESK}bellen/")
    assert "Geert Mulder" in page
    assert "tel:0612345678" in page
    assert "Mia" not in page
    match = acting.asked(cast, acting.match(cast, through))
    assert "Bas van der Meer" in _text(joost, f"{DESK}bellen/")
    acting.act(cast, "joost", match, MatchAct.HELPER_YES)
    page = _text(joost, f"{DESK}bellen/")
    assert "tel:0611112222" in page
    assert "Bas van der Meer" not in page
    paper = joost.get(f"{DESK}bellen/papier/")
    assert paper.content.startswith(b"%PDF")


def test_on_a_counter_names_open_one_by_one(cast: Cast, sign_in: SignIn) -> None:
    """Without a script: the name stands in what opens; other pages with data are covered."""
    joost = sign_in("joost")
    asked = acting.request(cast, acting.outsider(cast))
    other = acting.request(cast, acting.outsider(cast, "Ans Visser"))
    acting.act(cast, "joost", acting.asked(cast, acting.match(cast, other)), MatchAct.HELPER_YES)
    helpers = f"/n/de-linde/hulp/vraag/{asked.uuid}/wie-helpt/"
    assert 'class="wn-covered"' not in _text(joost, helpers)
    joost.post(f"{DESK}stand/", {"on": "yes"})
    for address in (DESK, f"{DESK}bellen/"):
        page = _text(joost, address)
        assert "Bas" not in "".join(re.findall("<summary>.*?</summary>", page))
        assert "wn-covered" not in page
        outside = "".join(
            part.split("</details>")[-1] for part in page.split('<details class="wn-details">')
        )
        assert "Geert Mulder" not in outside
        assert "Boodschappen" not in outside or "Geert" not in outside
    covered = _text(joost, helpers)
    assert '<body class="wn-covered">' in covered
    assert "Geert" not in covered.split("<main")[0]
    assert "wn-covered" not in _text(joost, "/n/de-linde/")
    assert "wn-covered" not in _text(sign_in("dewi"), helpers)
    joost.post(f"{DESK}stand/", {"on": ""})
    assert "wn-covered" not in _text(joost, helpers)


def _many(cast: Cast, number: int) -> None:
    """So many requests of people who take part in nothing, in all states that need no match."""
    start = HelpRequest.objects.count()
    yes = {"said_yes_at": NOW, "said_how": "phone", "sentence": "Mag dit?", "sentence_hash": "0"}
    people = [
        Neighbour(network=cast.linde, name=f"Buur {at}", phone="0612345678", **yes)
        for at in range(start, start + number)
    ]
    Neighbour.objects.bulk_create(people)
    HelpRequest.objects.bulk_create(
        [
            HelpRequest(
                network=cast.linde,
                asker=who,
                words="Wie rijdt mij naar het ziekenhuis? Met de bus lukt het niet meer.",
                kind="transport.hospital",
                via="desk",
                said_how="phone",
                noted_at=NOW,
                waits_since=NOW - timedelta(days=at % 30),
                told_approved_at=NOW if at % 3 else None,
                state=RequestState.WAITING if at % 3 else RequestState.NEW,
            )
            for at, who in enumerate(people)
        ]
    )


MOST = {DESK: 8, f"{DESK}?q=buur": 8, f"{DESK}bellen/": 8}


def test_many_cost_as_many_questions(
    cast: Cast,
    sign_in: SignIn,
    count_queries: Callable[[], AbstractContextManager[Queries]],
) -> None:
    joost, asked = sign_in("joost"), []
    acting.offer(cast)
    acting.asked(cast)
    for number in (90, 810):
        with scope.acting(SYSTEM):
            _many(cast, number)
        joost.get(DESK)
        for address, most in MOST.items():
            with count_queries() as counted:
                page = joost.get(address).content.decode()
            assert page.count("Buur ") >= 30
            assert counted.count <= most, counted.statements
            asked.append(counted.count)
    assert asked[: len(MOST)] == asked[len(MOST) :]


def test_who_has_to_hear_that_help_has_stopped_is_called(cast: Cast, sign_in: SignIn) -> None:
    joost, calls = sign_in("joost"), f"{DESK}bellen/"
    asker = acting.outsider(cast, "Klaas Wacht", "0612345670")
    match = acting.agreed(cast, acting.match(cast, acting.request(cast, asker)))
    assert "Klaas Wacht" not in _text(joost, calls)
    acting.act(cast, "bas", match, MatchAct.STOP)
    page = _text(joost, calls)
    assert "Klaas Wacht" in page
    assert "Bas van der Meer" not in page  # who stopped it knows
    here = f"/n/de-linde/hulp/samen/{match.uuid}/"
    assert f"{here}verteld/" in _text(joost, here)
    assert joost.post(f"{here}verteld/").status_code == 302
    assert "Klaas Wacht" not in _text(joost, calls)
    assert f"{here}verteld/" not in _text(joost, here)
