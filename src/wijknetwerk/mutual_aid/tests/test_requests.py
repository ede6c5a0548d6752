"""Asking: at the desk, by oneself, for somebody else; what a helper may be told; changing."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest

from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import Queries, SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.mutual_aid.models import HelpRequest, Neighbour
from wijknetwerk.mutual_aid.services import intake, neighbours, requests
from wijknetwerk.mutual_aid.services.neighbours import Outsider
from wijknetwerk.mutual_aid.tests import acting

pytestmark = pytest.mark.django_db
ALL = "/n/de-linde/hulp/vragen/"
WORDS = "Wie haalt op maandag mijn boodschappen? Ik val snel."


def the_one() -> HelpRequest:
    with scope.acting(SYSTEM):
        return HelpRequest.objects.select_related("asker__person").get()


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_call_of_somebody_new_is_one_press(cast: Cast, sign_in: SignIn) -> None:
    joost = sign_in("joost")
    said = {"name": "Geert Mulder", "phone": "06 12345678", "words": WORDS, "said_how": "phone"}
    answer = joost.post(f"{ALL}nieuw/", said)
    made = the_one()
    assert answer["Location"] == f"{ALL}{made.uuid}/vertellen/"
    assert (made.kind, made.state, made.via) == ("shopping.groceries", "new", "desk")
    assert made.asker.person is None
    page = text(joost.get(answer["Location"]))
    assert "boodschappen halen" in page
    told = {"told": "Iemand zoekt hulp.", "said_how": "phone", "kind": "shopping.together"}
    joost.post(answer["Location"], told)
    made = the_one()
    assert (made.state, made.kind) == ("waiting", "shopping.together")
    assert made.told_approved_how == "phone"


def test_who_is_known_is_shown_before_anything_is_made(cast: Cast, sign_in: SignIn) -> None:
    acting.outsider(cast, "Géert Mulder")
    joost = sign_in("joost")
    said = {"name": "geert", "words": WORDS, "said_how": "phone"}
    page = text(joost.post(f"{ALL}nieuw/", said))
    assert "Géert Mulder" in page
    with scope.acting(SYSTEM):
        assert not HelpRequest.objects.exists()
        key = f"n:{Neighbour.objects.get().uuid}"
    assert "Géert Mulder" in text(joost.get(f"{ALL}wie/", {"name": "0612345678"}))
    shown = text(joost.post(f"{ALL}soort/", {"words": "Een keer de ramen poetsen en stofzuigen"}))
    assert 'value="home.cleaning"' in shown
    assert "thuiszorg" in shown  # what neighbours don't do of it
    assert "Bakker" in text(joost.get(f"{ALL}wie/", {"name": "bakk"}))
    joost.post(f"{ALL}nieuw/", {**said, "who": key, "pc4": "9698 AB"})
    made = the_one()
    assert made.asker.name.read() == "Géert Mulder"
    assert (made.pc4, made.asker.pc4) == ("9698", "9698")
    assert made.asker.phone.read() == "0612345678"  # what was known stays
    joost.post(f"{ALL}nieuw/", {**said, "who": "new", "phone": "0687654321"})
    with scope.acting(SYSTEM):
        assert Neighbour.objects.count() == 2


def test_a_member_who_calls_is_found_and_becomes_an_asker_once(cast: Cast, sign_in: SignIn) -> None:
    joost = sign_in("joost")
    who = f"m:{cast.members['bakker'].uuid}"
    said = {"name": "Bakker", "who": who, "words": WORDS, "said_how": "phone", "feels": "4"}
    joost.post(f"{ALL}nieuw/", said)
    joost.post(f"{ALL}nieuw/", said)
    with scope.acting(SYSTEM):
        assert Neighbour.objects.get().person == cast.bakker
        assert [row.wellbeing.get().mark for row in HelpRequest.objects.all()] == [4, 4]


def test_nobody_is_told_how_often_when_nobody_said_so(cast: Cast, sign_in: SignIn) -> None:
    joost = sign_in("joost")
    for at, (words, often) in enumerate(
        (
            ("Wie maait mijn gras, elke twee weken?", "fortnightly"),
            ("Eén middag in de week voor haarzelf", "weekly"),
            ("Ik moet één keer naar de stort", "once"),
            ("Volgende maand drie keer naar de oogarts", ""),
        )
    ):
        said = {"name": f"Geert {'ABCD'[at]}", "phone": f"061234567{at}", "said_how": "phone"}
        told_page = joost.post(f"{ALL}nieuw/", {**said, "words": words, "rhythm": ""})["Location"]
        with scope.acting(SYSTEM):
            made = HelpRequest.objects.latest("pk")
        assert made.rhythm == often, words
        proposed = text(joost.get(told_page)).split("<textarea")[1].split("</textarea>")[0]
        assert ("Hoe vaak" in proposed) == bool(often)
    chosen = {"name": "Bep", "phone": "0612345679", "said_how": "phone", "rhythm": "monthly"}
    joost.post(f"{ALL}nieuw/", {**chosen, "words": "Elke week graag"})
    with scope.acting(SYSTEM):
        assert HelpRequest.objects.latest("pk").rhythm == "monthly"


def test_what_was_typed_is_kept(cast: Cast, sign_in: SignIn) -> None:
    said = {"name": "Geert", "phone": "1", "words": WORDS, "said_how": "phone", "parts": ["0", "4"]}
    page = text(sign_in("joost").post(f"{ALL}nieuw/", said))
    assert WORDS in page
    assert page.count(" checked") == 2
    with scope.acting(SYSTEM):
        assert not Neighbour.objects.exists()


def test_amina_asks_by_herself(cast: Cast, sign_in: SignIn) -> None:
    amina = sign_in("amina")
    said = {
        "words": WORDS,
        "rhythm": "weekly",
        "reached_by": "phone",
        "parts": ["0"],
        "pc4": "9698",
    }
    told_page = amina.post(f"{ALL}stellen/", {**said, "address": "Dorpsstraat 1"})["Location"]
    made = the_one()
    assert (made.asker.person, made.via, made.parts) == (cast.amina, "self", 1)
    proposed = text(amina.get(told_page))
    assert "Amina" not in proposed.split("<textarea")[1].split("</textarea>")[0]
    amina.post(told_page, {"told": "Iemand zoekt hulp bij de boodschappen."})
    made = the_one()
    assert (made.told_approved_how, made.state) == ("self", "new")  # the desk has not read it yet
    page = text(amina.get(f"{ALL}{made.uuid}/"))
    assert WORDS in page
    assert "Joost" not in page
    amina.post(f"{ALL}{made.uuid}/intrekken/")
    assert the_one().state == "withdrawn"


def test_who_brings_a_request_sees_only_that_it_came_in(cast: Cast, sign_in: SignIn) -> None:
    els = sign_in("els")
    said = {"name": "Geert Mulder", "phone": "0612345678", "words": WORDS, "via": "professional"}
    said |= {"said_how": "in_person", "said_on": "2026-11-10"}
    assert els.post(f"{ALL}brengen/", said)["Location"] == "/n/de-linde/hulp/"
    made = the_one()
    assert (made.asker.noted_by_id, made.said_how) == (cast.els.pk, "in_person")
    assert made.asker.said_yes_at.date() == date(2026, 11, 10)
    assert els.get(f"{ALL}{made.uuid}/").status_code == 404
    page = text(els.get("/n/de-linde/hulp/"))
    assert "Geert" not in page
    assert WORDS not in page
    assert "12 november" in page
    assert sign_in("joost").get(f"{ALL}{made.uuid}/").status_code == 200


def test_nobody_brings_without_a_yes_or_from_outside(cast: Cast) -> None:
    who, asked = Outsider("Geert", "0612345678"), requests.Asked(WORDS)

    def brings(name: str, how: str, day: date | None) -> None:
        actor = cast.actor(name)
        with scope.acting(actor):
            intake.brought(
                actor=actor,
                network=cast.linde,
                who=who,
                asked=asked,
                said=intake.Said(how, day),
                via="neighbour",
            )

    for how, day in (("self", TODAY), ("phone", None), ("phone", date(2026, 11, 13))):
        with pytest.raises(InvalidInput):
            brings("amina", how, day)
    for name in ("sam", "otto", "farid"):
        with pytest.raises(NotFound):
            brings(name, "phone", TODAY)
    with scope.acting(SYSTEM):
        assert not Neighbour.objects.exists()


def test_a_member_asks_for_nobody_else_by_another_way(cast: Cast) -> None:
    geert, amina = acting.outsider(cast), cast.actor("amina")
    with scope.acting(amina):
        for via in ("desk", "self", "neighbour", "professional", "paper"):
            with pytest.raises(NotAllowed):
                requests.note(
                    actor=amina,
                    asker=geert,
                    asked=requests.Asked(WORDS),
                    via=via,
                    said_how="phone",
                )
        with pytest.raises(NotAllowed):
            neighbours.note_outsider(
                actor=amina, network=cast.linde, who=Outsider("X", "06123"), said_how="phone"
            )
        with pytest.raises(NotAllowed):
            neighbours.change_reach(
                actor=amina, row=geert, reach=neighbours.Reach(address="Elders 1")
            )


def test_of_two_who_change_at_once_both_keep_their_words(cast: Cast, sign_in: SignIn) -> None:
    made = acting.request(cast)
    joost, page = sign_in("joost"), f"{ALL}{made.uuid}/wijzigen/"
    first = {"words": "Eerst dit.", "version": made.version, "kind": made.kind}
    assert joost.post(page, first).status_code == 302
    shown = text(joost.post(page, {**first, "words": "En toen dat."}))
    assert "Eerst dit." in shown
    assert "En toen dat." in shown
    assert the_one().words.read() == "Eerst dit."


def test_the_end_in_own_words(cast: Cast, sign_in: SignIn) -> None:
    made = acting.request(cast)
    sign_in("joost").post(
        f"{ALL}{made.uuid}/afronden/", {"outcome": "Nu elke week samen.", "elsewhere": "gp"}
    )
    made = the_one()
    assert (made.state, made.elsewhere, made.ended_on) == ("ended", "gp", TODAY)
    assert made.outcome.read() == "Nu elke week samen."


def test_everyday_pages_ask_as_much_for_many_as_for_one(
    cast: Cast,
    sign_in: SignIn,
    count_queries: Callable[[], AbstractContextManager[Queries]],
) -> None:
    made = acting.request(cast, acting.neighbour(cast, "amina"))
    joost, amina = sign_in("joost"), sign_in("amina")
    pages = (
        (joost, f"{ALL}nieuw/"),
        (joost, f"{ALL}wie/?name=mulder"),
        (joost, f"{ALL}{made.uuid}/"),
        (amina, "/n/de-linde/hulp/"),
    )

    def counted() -> list[int]:
        counts = []
        for who, page in pages:
            who.get(page)
            with count_queries() as queries:
                assert who.get(page).status_code == 200
            counts.append(queries.count)
        return counts

    few = counted()
    for number in range(9):
        acting.request(cast, acting.outsider(cast, f"Geert Mulder {number}"))
        acting.request(cast, made.asker)
    assert counted() == few
    assert max(few) <= 8, few
