"""What a network is for and what not; what gives its people energy."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import BEGUN, SYSTEM, Cast
from wijknetwerk.accounts.models import Person
from wijknetwerk.core import scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound, Stale
from wijknetwerk.networks.models import Membership, Remit, Team
from wijknetwerk.networks.selectors.energies import energies_of_network
from wijknetwerk.networks.services import energies
from wijknetwerk.networks.services.remit import Lines, say_remit
from wijknetwerk.networks.tests.talking import make_team
from wijknetwerk.networks.tests.test_talk import text_of

pytestmark = pytest.mark.django_db

SignIn = Callable[..., Client]
CountQueries = Callable[[], AbstractContextManager[Any]]
WORDS = Lines(["Samen eten"], [("Thuiszorg regelen", "Wijkzorg")])


def say(
    cast: Cast, who: str, said: Lines = WORDS, *, read: int = 0, team: Team | None = None
) -> Remit:
    actor = cast.actor(who)
    with scope.acting(actor):
        return say_remit(actor=actor, network=cast.linde, team=team, said=said, read_number=read)


def test_leaders_write_it_for_a_network_and_everybody_in_it_for_a_team(cast: Cast) -> None:
    for name in ("amina", "joost", "lena"):
        with pytest.raises(NotAllowed):
            say(cast, name)
    with pytest.raises(NotFound):
        say(cast, "farid")
    say(cast, "dewi")
    team = make_team(cast, "amina")
    assert say(cast, "amina", team=team).team_id == team.pk
    with pytest.raises(NotAllowed):
        say(cast, "bas", team=team, read=1)


def test_each_change_is_a_version_and_two_editors_both_keep_theirs(
    cast: Cast, sign_in: SignIn
) -> None:
    say(cast, "dewi")
    with pytest.raises(Stale):
        say(cast, "ad", Lines(["Iets anders"]))
    address = reverse("networks:remit_edit", args=["de-linde"])
    answer = sign_in("ad").post(address, {"ours": "Van Ad", "number": "0"})
    assert answer.status_code == 409
    assert "Samen eten" in text_of(answer)
    assert ">\nVan Ad</textarea>" in answer.content.decode()
    again = sign_in("ad").post(
        address,
        {"ours": "Samen eten\nVan Ad", "text0": "Geld", "who0": "De gemeente", "number": "1"},
    )
    assert again.status_code == 302
    page = text_of(sign_in("amina").get(reverse("networks:remit", args=["de-linde"])))
    assert "Van Ad" in page
    assert "De gemeente" in page
    assert "Thuiszorg regelen" in page  # as it stood before


@pytest.mark.parametrize(
    "said",
    [
        Lines([f"regel {n}" for n in range(9)]),
        Lines(["x" * 161]),
        Lines(["goed"], [("", "iemand")]),
    ],
)
def test_what_is_too_much_is_refused_in_one_sentence(cast: Cast, said: Lines) -> None:
    with pytest.raises(InvalidInput):
        say(cast, "dewi", said)


def test_strangers_read_it_only_when_the_leaders_chose_so(cast: Cast) -> None:
    about = reverse("networks:about", args=["de-linde"])
    say(cast, "dewi")
    assert "Samen eten" not in text_of(Client().get(about))
    say(cast, "dewi", Lines(WORDS.ours, WORDS.others, shown_publicly=True), read=1)
    page = text_of(Client().get(about))
    assert "Samen eten" in page
    assert "Wijkzorg" in page
    team = make_team(cast)
    shown = say(cast, "els", Lines(["Alleen voor ons"], [], shown_publicly=True), team=team)
    assert shown.shown_publicly is False


def test_members_read_it_on_the_first_page_and_on_the_page_of_the_team(
    cast: Cast, sign_in: SignIn
) -> None:
    say(cast, "dewi")
    assert "Samen eten" in text_of(sign_in("bas").get("/n/de-linde/"))
    team = make_team(cast)
    say(cast, "els", Lines(["Huisbezoek"]), team=team)
    page = text_of(sign_in("bas").get(reverse("networks:team", args=["de-linde", team.uuid])))
    assert "Huisbezoek" in page
    assert "Naar het gesprek" not in page


def test_talents_are_counted_and_the_missing_one_is_named(cast: Cast, sign_in: SignIn) -> None:
    for name, codes in (("amina", ["doer", "nonsense"]), ("bas", ["doer", "listener"])):
        actor = cast.actor(name)
        with scope.acting(actor):
            energies.say_energies(actor=actor, network=cast.linde, energies=codes)
    with scope.acting(SYSTEM):
        found = energies_of_network(cast.linde)
        assert Membership.objects.get(pk=cast.members["amina"].pk).energies == ["doer"]
    counts = {one.code: one.count for one in found.talents}
    assert counts == {"doer": 2, "listener": 1, "innovator": 0, "connector": 0, "driver": 0}
    assert {one.code for one in found.missing} == {"innovator", "connector", "driver"}
    page = text_of(sign_in("els").get(reverse("networks:energies", args=["de-linde"])))
    assert "Amina Haddad, Bas van der Meer" in page
    assert "Vernieuwer" in page


def test_a_newcomer_is_asked_on_the_first_page_until_they_said_it(
    cast: Cast, sign_in: SignIn
) -> None:
    asked = "Eén vraag, zodat u hier doet wat u graag doet."
    assert asked not in text_of(sign_in("amina").get("/n/de-linde/"))
    with scope.acting(SYSTEM):
        Membership.objects.create(network=cast.linde, person=cast.sam, from_on="2026-11-10")
    assert asked in text_of(sign_in("sam").get("/n/de-linde/"))
    address = reverse("networks:my_energies", args=["de-linde"])
    assert sign_in("sam").post(address, {"energies": ["doer", "driver"]}).status_code == 302
    assert asked not in text_of(sign_in("sam").get("/n/de-linde/"))


@pytest.mark.parametrize("place", ["", "wat-geeft-ons-energie/", "waar-zijn-wij-van/"])
def test_pages_ask_as_many_queries_for_few_as_for_many(
    cast: Cast, sign_in: SignIn, count_queries: CountQueries, place: str
) -> None:
    say(cast, "dewi")
    amina = sign_in("amina")
    amina.get(f"/n/de-linde/{place}")
    with count_queries() as few:
        assert amina.get(f"/n/de-linde/{place}").status_code == 200
    with scope.acting(SYSTEM):
        for number in range(40):
            person = Person.objects.create_user(f"p{number}@voorbeeld.example", given_name="Piet")
            Membership.objects.create(
                network=cast.linde, person=person, from_on=BEGUN, energies=["doer"]
            )
    for number in range(5):
        say(cast, "dewi", Lines([f"versie {number}"]), read=number + 1)
    with count_queries() as many:
        assert amina.get(f"/n/de-linde/{place}").status_code == 200
    assert few.count <= 8, few.statements
    assert many.count == few.count
