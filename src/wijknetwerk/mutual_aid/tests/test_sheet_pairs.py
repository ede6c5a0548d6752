"""Who helps whom already, from a spreadsheet: a running match by one step of the table, in the hand
of who reads it in, within the helper's room (H2), and never a guess who is meant. What goes out to
be read in again comes back as it was."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import translation
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope, sheets
from wijknetwerk.mutual_aid.models import (
    FollowUp,
    HelpOffer,
    Match,
    MatchAct,
    MatchStep,
    Neighbour,
    SheetImport,
)
from wijknetwerk.mutual_aid.selectors.lists_out import LISTS
from wijknetwerk.mutual_aid.selectors.neighbours import name_of, phone_of
from wijknetwerk.mutual_aid.selectors.sheet_in import Preview
from wijknetwerk.mutual_aid.services.requests import waits_since
from wijknetwerk.mutual_aid.tests.acting import act, match, neighbour, offer, outsider, request
from wijknetwerk.mutual_aid.tests.test_sheets import begin, kept, preview, read
from wijknetwerk.notices.models import Waiting

pytestmark = pytest.mark.django_db
HEAD = "Naam;Telefoon;Hulpvraag;Aanbod;Plekken;Vrijwilliger;Helpt sinds;Sinds\n"
ASKS = "Geert Mulder;0597551234;Wie maait het gras?;;;Sien Bos;1-9-2026;20-8-2026\n"
OFFERS = "Sien Bos;0612345678;;Tuin;;;;\n"


def pairs(cast: Cast) -> list[Match]:
    with scope.acting(SYSTEM):
        rows = Match.objects.filter(network=cast.linde).order_by("pk")
        return list(rows.select_related("request__asker__person", "offer__helper__person"))


def test_a_line_that_names_the_helper_runs_with_its_dates(cast: Cast) -> None:
    run = begin(cast, HEAD + ASKS + OFFERS)
    assert [one.helper for one in preview(cast, run).good] == ["Sien Bos", ""]
    read(cast, run)
    (match,) = pairs(cast)
    assert (match.state, match.slot, match.began_on) == ("running", 1, date(2026, 9, 1))
    assert (match.request.state, name_of(match.offer.helper)) == ("helped", "Sien Bos")
    assert match.request.noted_at.date() == date(2026, 8, 20)
    with scope.acting(SYSTEM):
        step = MatchStep.objects.get(match=match)
        assert (step.act, step.by_id) == ("ran", cast.joost.pk)
        # Seven weeks after the start have passed: both are asked on the next day of the rhythm.
        due = FollowUp.objects.filter(match=match).values_list("side", "due_on")
        day = date(2026, 9, 1) + timedelta(weeks=7 + 26)
        assert set(due) == {("asker", day), ("helper", day)}
        assert not Waiting.objects.filter(subject=match.uuid).exists()


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (ASKS, "stands on no line"),
        (ASKS.replace("1-9-2026", "1-8-2026") + OFFERS, "before it was asked"),
        (ASKS.replace("1-9-2026", "1-9-2027") + OFFERS, "in the future"),
        (ASKS.replace("Wie maait het gras?;", ";Iets") + OFFERS, "not what is asked"),
        (ASKS.replace("Sien Bos", "Geert Mulder"), "stands on no line"),
        (ASKS.replace(";;;Sien", ";;20;Sien") + OFFERS, "1 to 9"),
    ],
)
def test_each_bad_line_says_why(cast: Cast, lines: str, why: str) -> None:
    run = begin(cast, HEAD + lines)
    with translation.override("en"):
        (bad,) = preview(cast, run).bad
        assert (bad.number, why in str(bad.wrong)) == (2, True), bad.wrong
    read(cast, run)
    assert not pairs(cast)


def test_h2_no_more_than_the_helper_has_room_for(cast: Cast) -> None:
    """Who has room for two helps the first two lines; the third is named."""
    three = [ASKS.replace("Geert", name).replace("34;", f"3{name};") for name in "567"]
    run = begin(cast, HEAD + "".join(three) + OFFERS.replace(";Tuin;;", ";Tuin;2;"))
    found = preview(cast, run)
    assert [one.number for one in found.bad] == [4]
    read(cast, run)
    assert [(row.slot, row.offer.room) for row in pairs(cast)] == [(1, 2), (2, 2)]


def test_of_two_helpers_of_one_name_nobody_is_guessed(cast: Cast, sign_in: SignIn) -> None:
    other = OFFERS.replace("5678", "5679")
    run = begin(cast, HEAD + ASKS + OFFERS + other)
    with translation.override("en"):
        found = preview(cast, run)
        assert [one.number for one in found.asking] == [4]
        assert "Choose below" in str(found.bad[0].wrong)
    where = f"/n/de-linde/hulp/lijsten/inlezen/{run.uuid}/"
    page = sign_in("joost").get(where).content.decode()
    assert all(f'name="who-4" value="{key}"' in page for key in ("new", "l:3"))
    with transaction.atomic():
        read(cast, run, chosen={"4": "new"})
        assert (kept(cast), pairs(cast)) == ((2, 0, 2), [])
        transaction.set_rollback(True)
    read(cast, run, chosen={"4": "new", "h2": "l:4"})
    assert phone_of(pairs(cast)[0].offer.helper) == "0612345679"


def test_a_helper_who_is_known_is_asked_about_and_may_be_who_reads_it_in(
    cast: Cast, sign_in: SignIn
) -> None:
    """Joost of the desk helps Geert himself; he offered nothing yet, and offers what he does."""
    known = neighbour(cast, "joost")
    run = begin(cast, HEAD + ASKS.replace("Sien Bos", name_of(known)))
    (asks,) = preview(cast, run).asking
    where = f"/n/de-linde/hulp/lijsten/inlezen/{run.uuid}/"
    page = sign_in("joost").get(where).content.decode()
    assert f'name="who-h2" value="n:{known.uuid}"' in page
    assert [one.key for one in asks.helpers] == [f"n:{known.uuid}"]
    read(cast, run, chosen={"h2": f"n:{known.uuid}"})
    (match,) = pairs(cast)
    assert (match.offer.helper_id, match.offer.kinds) == (known.pk, ["garden.mowing"])


KINDS = ("company.coffee", "garden.mowing")
PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["Jan Smit", "Aaltje Vos"]),
        st.lists(st.booleans(), max_size=2),  # what is asked, and whether somebody helps
        st.lists(st.integers(1, 2), max_size=2),  # what is offered, for how many at once
    ),
    min_size=1,
    max_size=4,
)


@settings(
    max_examples=8,
    phases=[Phase.generate, Phase.reuse, Phase.explicit],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(people=PEOPLE)
def test_what_goes_out_comes_back(
    cast: Cast, people: list[tuple[str, list[bool], list[int]]]
) -> None:
    """Also where two have one name: whoever knows says who is who."""
    with transaction.atomic():
        _make(cast, people)
        before, content = _world(cast), _taken_out(cast)
        transaction.set_rollback(True)
    assume(before)
    with transaction.atomic():
        run = begin(cast, content, "uit.csv")
        for _step in ("who is who", "who helps"):
            chosen = _said_by_who_knows(preview(cast, run), before)
            with scope.acting(SYSTEM):
                SheetImport.objects.filter(pk=run.pk).update(chosen=chosen)
        found = preview(cast, run)
        assert (found.asking, found.bad, found.skipped) == ([], [], [])
        read(cast, run, chosen=chosen)
        assert _world(cast) == before
        transaction.set_rollback(True)


def _make(cast: Cast, people: list[tuple[str, list[bool], list[int]]]) -> None:
    """Each with a number of their own, and each request with words of its own."""
    rows = [outsider(cast, one[0], f"061234560{at}") for at, one in enumerate(people)]
    places: list[HelpOffer] = []
    for row, (_name, _asks, rooms) in zip(rows, people, strict=True):
        for number, room in enumerate(rooms):
            made = offer(cast, row, kinds=KINDS, words=f"Tuin {row.pk} {number}", room=room)
            places += [made] * room
    for row, (_name, asks, _rooms) in zip(rows, people, strict=True):
        for number, helped in enumerate(asks):
            made = request(cast, row, words=f"Gras {row.pk} {number}", kind="garden.mowing")
            with scope.acting(SYSTEM):
                waits_since(made, TODAY - timedelta(days=9))
            free = [one for one in places if one.helper_id != row.pk]
            if helped and free:
                places.remove(free[0])
                ran = match(cast, made, free[0])
                act(cast, "joost", ran, MatchAct.RAN, began_on=TODAY - timedelta(days=number))


def _world(cast: Cast) -> dict[str, Any]:
    """Everybody by number: name, what they offer, what they ask with who helps since when."""
    with scope.acting(SYSTEM):
        helps = {row.request_id: row for row in pairs(cast)}
        found: dict[str, Any] = {}
        for row in Neighbour.objects.filter(network=cast.linde):
            rows = row.offers.order_by("noted_at", "pk")
            offered = [(one.words.read(), one.kinds, one.room) for one in rows]
            asked = {}
            for one in row.requests.all():
                ran = helps.get(one.pk)
                who = (phone_of(ran.offer.helper), ran.began_on) if ran else None
                asked[one.words.read()] = (one.kind, one.noted_at.date(), who)
            if offered or asked:
                found[phone_of(row)] = (name_of(row), offered, asked)
        return found


def _taken_out(cast: Cast) -> bytes:
    """The list as it goes out, in Dutch as the desk reads it."""
    one = LISTS["om-in-te-lezen"]
    with scope.acting(SYSTEM), translation.override("nl"):
        rows = list(one.rows(cast.linde, True))
        return sheets.write_csv([str(head) for head in one.heading], rows)


def _said_by_who_knows(found: Preview, world: dict[str, Any]) -> dict[str, str]:
    """Of each line whom it is about, and who helps, by their numbers."""
    lines = [*found.good, *found.asking, *found.bad]
    phones = {f"l:{one.number}": one.phone for one in lines}
    chosen = {}
    for one in lines:
        same = [known.key for known in one.same if phones[known.key] == one.phone]
        chosen[str(one.number)] = same[0] if same else "new"
        if one.helper:
            who = world[one.phone][2][one.asks][2][0]
            mine = [known.key for known in one.helpers if phones[known.key] == who]
            chosen[f"h{one.number}"] = mine[0] if mine else ""
    return chosen
