"""Kinds of help: both languages hold the same ones, and plain words lead to the right one."""

import pytest

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.mutual_aid import kinds
from wijknetwerk.mutual_aid.models import OwnKind
from wijknetwerk.mutual_aid.selectors import kinds as selectors


@pytest.mark.once
def test_both_languages_hold_the_same_kinds() -> None:
    dutch, english = kinds.read("nl"), kinds.read("en")
    assert list(dutch) == list(english)
    assert {code: bool(kind.limit) for code, kind in dutch.items()} == {
        code: bool(kind.limit) for code, kind in english.items()
    }
    seconds = [kind for code, kind in dutch.items() if "." in code]
    assert len(seconds) >= 30
    assert all(kind.stems for kind in seconds)


@pytest.mark.once
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Wie haalt mijn boodschappen? Lopen gaat slecht.", "shopping.groceries"),
        ("Ik moet dinsdag naar het ziekenhuis en kan niet zelf rijden", "transport.hospital"),
        ("Kan iemand mijn gras maaien?", "garden.mowing"),
        ("Ik ben zo alleen. Een praatje bij de koffie zou fijn zijn.", "company.coffee"),
        ("Mijn tablet doet het niet meer en ik wil beeldbellen", "papers.computer"),
        ("Er moet een lamp opgehangen worden", "home.odd"),
        ("Wie wil mijn hond uitlaten als ik ziek ben?", "animals.dog"),
        ("De kliko moet op maandag aan de weg", "garden.bins"),
        ("Een stapel brieven van de gemeente, ik snap het formulier niet", "papers.forms"),
        ("Ik zorg voor mijn man en wil er even uit, mantelzorg", "family.respite"),
        ("Wie wil elke week met mij wandelen?", "company.walking"),
        ("Iemand die even iets zwaars tilt", "home.moving"),
    ],
)
def test_plain_words_lead_to_a_kind(words: str, code: str) -> None:
    found = selectors.suggested(kinds.read("nl"), words)
    assert [kind.code for kind in found][:1] == [code]


@pytest.mark.once
def test_words_that_say_nothing_suggest_nothing() -> None:
    assert selectors.suggested(kinds.read("nl"), "Hallo, met mij") == []


@pytest.mark.django_db
def test_a_network_adds_kinds_of_its_own(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        OwnKind.objects.create(
            network=cast.linde,
            code="garden.beehives",
            title="Bijenkasten",
            words=["bijen", "imker"],
        )
        OwnKind.objects.create(network=cast.oosterpoort, code="garden.roof", title="Daktuin")
    with scope.acting(cast.actor("amina")):
        found = selectors.all_of(cast.linde)
        assert "garden.roof" not in found
        likely = selectors.suggested(found, "De bijen moeten weg")
        assert likely[0].code == "garden.beehives"
        assert selectors.title_of(found, "garden.beehives") == "Bijenkasten"
        assert selectors.title_of(found, "garden.gone") == "Tuin en stoep"
