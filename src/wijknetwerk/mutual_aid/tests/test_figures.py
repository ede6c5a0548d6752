"""Help as a whole: right figures, and never about fewer than five people, nor by comparing two."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.mutual_aid import hiding
from wijknetwerk.mutual_aid.models import HelpOffer, HelpRequest, Match, Neighbour
from wijknetwerk.mutual_aid.selectors import figures
from wijknetwerk.voices.models import Theme

FEW = 5


@given(st.integers(min_value=0, max_value=400), st.integers(min_value=0, max_value=400))
def test_two_counts_differ_by_five_people_or_by_none(one: int, other: int) -> None:
    """Whatever two figures somebody holds beside each other, and a whole beside its part."""
    shown = [hiding.by_fives(count) or 0 for count in (one, other, one + other)]
    assert all(count == 0 or count >= FEW for count in shown)
    for left in shown:
        for right in shown:
            assert abs(left - right) % FEW == 0
    assert shown[0] <= one < shown[0] + FEW


@given(st.lists(st.integers(min_value=0, max_value=90), max_size=30))
def test_a_median_changes_when_five_more_came_and_not_before(days: list[int]) -> None:
    whole = len(days) // FEW * FEW
    assert hiding.median_of(days) == hiding.median_of(days[:whole])
    assert (hiding.median_of(days) is None) == (whole == 0)


def _people(cast: Cast, count: int) -> list[Neighbour]:
    rows = [
        Neighbour(
            network=cast.linde,
            name=f"Buur {number}",
            said_yes_at=NOW,
            said_how="phone",
            sentence="Mogen wij dit opschrijven?",
            sentence_hash="0" * 64,
        )
        for number in range(count)
    ]
    return Neighbour.objects.bulk_create(rows)


def _ask(cast: Cast, who: Neighbour, days_ago: int, **more: object) -> HelpRequest:
    at = NOW - timedelta(days=days_ago)
    fields = {"kind": "transport.hospital", "state": "waiting", "via": "desk", **more}
    return HelpRequest.objects.create(
        network=cast.linde,
        asker=who,
        words="Wie brengt mij?",
        said_how="phone",
        noted_at=at,
        waits_since=at,
        **fields,
    )


def _help(cast: Cast, asked: HelpRequest, after: int, helper: HelpOffer) -> None:
    Match.objects.create(
        network=cast.linde,
        request=asked,
        offer=helper,
        state="ended",
        agreed_at=asked.noted_at + timedelta(days=after),
        ended_on=TODAY,
        ended_how="done",
    )


@pytest.fixture
def year(cast: Cast) -> Cast:
    """Thirteen people asked this year: six were helped, seven wait since five weeks."""
    with scope.acting(SYSTEM):
        people = _people(cast, 14)
        helper = HelpOffer.objects.create(
            network=cast.linde, helper=people[13], kinds=["transport"], via="desk", noted_at=NOW
        )
        for number, who in enumerate(people[:13]):
            asked = _ask(cast, who, 35 + number)
            if number < 6:
                _help(cast, asked, after=number + 1, helper=helper)
    return cast


@pytest.mark.django_db
def test_the_figures_of_a_year(year: Cast) -> None:
    with scope.acting(year.actor("amina")):
        found = figures.whole(year.linde)
    assert [one.year for one in found.years] == [2026]
    shown = found.years[0]
    assert (shown.asked, shown.helped, shown.at_desk) == (10, 5, 10)
    assert shown.days == 4, "the first five that came: 6, 5, 4, 3 and 2 days"
    assert [count for _label, count in shown.ended] == [5]
    assert [(one.code, one.asked, one.unserved) for one in found.unserved] == [("transport", 10, 5)]


@pytest.mark.django_db
def test_a_drawing_shows_what_its_table_shows_and_no_more(year: Cast, sign_in: SignIn) -> None:
    """One more person who asks changes neither; a quarter of fewer than five has no bar."""
    page = "/n/de-linde/hulp/cijfers/"

    def drawn() -> list[str]:
        """The figures in the drawing: each has its bar, and stands in the table."""
        told = sign_in("amina").get(page).content.decode()
        drawing, _svg, rest = told.split('<svg class="wn-drawing"')[1].partition("</svg>")
        words = re.findall(r"<text[^>]*>([^<]+)</text>", drawing)
        assert "onder 5" in words
        numbers = [word for word in words if word.isdigit()]
        assert drawing.count("<rect") == len(numbers) + 2  # and two that say what a bar means
        table = "".join(rest.split("<table")[1].split("</table>")[0].split())
        assert all(f">{number}<" in table for number in numbers)
        return numbers

    before = drawn()
    with scope.acting(SYSTEM):
        more = _people(year, 5)
        _ask(year, more[0], 36)
        for who in more[1:]:
            _ask(year, who, 140)  # four in a quarter before: too few to say
    assert drawn() == before == ["5"] * 3


@pytest.mark.django_db
def test_one_person_who_asks_often_is_one(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        who = _people(cast, 1)[0]
        for days in range(12):
            _ask(cast, who, 40 + days)
    with scope.acting(cast.actor("amina")):
        found = figures.whole(cast.linde)
    assert (found.years[0].asked, found.unserved) == (None, [])


@pytest.mark.django_db
def test_the_same_number_of_queries_at_ten_times_the_rows(
    year: Cast, sign_in: SignIn, count_queries: object
) -> None:
    browser = sign_in("amina")

    def asked() -> int:
        with count_queries() as seen:  # type: ignore[operator]
            answer = browser.get("/n/de-linde/hulp/cijfers/")
        assert answer.status_code == 200
        return int(seen.count)

    asked()
    before = asked()
    with scope.acting(SYSTEM):
        for who in _people(year, 130):
            _ask(year, who, 60)
    assert asked() == before <= 8


@pytest.mark.django_db
def test_the_desk_takes_a_kind_to_meedenken_and_others_may_not(year: Cast, sign_in: SignIn) -> None:
    path = "/n/de-linde/hulp/cijfers/transport/naar-meedenken/"
    refused: Client = sign_in("amina")
    assert refused.post(path).status_code == 403
    assert (
        sign_in("joost").post("/n/de-linde/hulp/cijfers/garden/naar-meedenken/").status_code == 404
    )
    assert sign_in("joost").post(path).status_code == 302
    with scope.acting(SYSTEM):
        made = Theme.objects.get(network=year.linde)
    assert "10" in made.about
    assert made.title.lower().endswith("?")
