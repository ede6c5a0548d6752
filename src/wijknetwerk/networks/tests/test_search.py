"""Finding: what answers, in which order, and never what one may not open."""

from uuid import UUID, uuid4

import pytest
from django.core.management import call_command

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Audience, SearchText
from wijknetwerk.networks.models import Network, SearchEntry, SearchNear, SearchWord, Visibility
from wijknetwerk.networks.selectors import search_sql
from wijknetwerk.networks.selectors.search import asked_in, find
from wijknetwerk.networks.selectors.search_near import nearest
from wijknetwerk.networks.services import search, teams
from wijknetwerk.networks.services.teams import Said

NOBODY = Actor.anonymous()


def titles(actor: Actor, text: str, number: int = 1) -> list[str]:
    """What this reader finds, by title."""
    with scope.acting(actor):
        return [hit.title for hit in find(actor, text, number).hits]


def meant(actor: Actor, text: str) -> list[str]:
    """What this reader is asked: did you mean ..."""
    with scope.acting(actor):
        return nearest(actor, text, asked_in(text))


def team(cast: Cast, name: str, purpose: str = "") -> UUID:
    """A team of De Linde."""
    dewi = cast.actor("dewi")
    with scope.acting(dewi):
        return teams.make(actor=dewi, network=cast.linde, said=Said(name, "theme", purpose)).uuid


@pytest.fixture
def networks_found(cast: Cast) -> Cast:
    """Both networks can be found."""
    with scope.acting(SYSTEM):
        for network in (cast.linde, cast.oosterpoort):
            network.why = "Wij willen eenzaamheid onder ouderen zien."
            network.save()
            search.network_changed(network)
    return cast


def test_a_member_finds_teams_of_the_own_network_by_stem_prefix_and_diacritics(cast: Cast) -> None:
    team(cast, "Fietsmaatjes", "Samen fietsen met mensen die slecht zien, vanuit het café.")
    team(cast, "Ouderen thuis")

    amina = cast.actor("amina")
    assert titles(amina, "fiets") == ["Fietsmaatjes"]
    assert titles(amina, "gefietst cafe") == ["Fietsmaatjes"]
    assert titles(amina, "fietsm") == ["Fietsmaatjes"]
    assert titles(amina, "oudere") == ["Ouderen thuis"]
    assert titles(amina, "fietsen ouderen") == []
    assert titles(amina, "de het een") == []
    for stranger in (NOBODY, cast.actor("farid"), cast.actor("sam"), cast.actor("otto")):
        assert titles(stranger, "fiets") == []


def test_a_title_comes_before_a_text_and_a_whole_word_before_a_beginning(cast: Cast) -> None:
    team(cast, "Koffie en thee", "Wandelen doen we ook.")
    team(cast, "Wandelclub", "Elke week.")
    team(cast, "Wandelen", "Elke maand.")

    assert titles(cast.actor("amina"), "wandel") == ["Wandelen", "Koffie en thee", "Wandelclub"]


def test_why_it_was_found_is_marked_and_harmless(cast: Cast) -> None:
    team(cast, "Team <b>Noord</b>", "Een lange inleiding. " * 9 + "Hier helpen wij <i>buren</i>.")
    amina = cast.actor("amina")
    with scope.acting(amina):
        (hit,) = find(amina, "buur noord").hits

    assert hit.snippet.title == "Team &lt;b&gt;<mark>Noord</mark>&lt;/b&gt;"
    assert "&lt;i&gt;<mark>buren</mark>&lt;/i&gt;" in hit.snippet.text
    assert hit.snippet.text.startswith("… ")
    assert (hit.snippet.in_title, hit.snippet.in_text) == (True, True)
    assert hit.network == "De Linde"


def test_a_network_is_found_by_everybody_as_long_as_it_is_public(networks_found: Cast) -> None:
    cast = networks_found
    assert sorted(titles(NOBODY, "eenzaamheid")) == ["De Linde", "Oosterpoort"]

    with scope.acting(SYSTEM):
        cast.linde.visibility = Visibility.MEMBERS
        cast.linde.save()
        search.network_changed(cast.linde)
    assert titles(NOBODY, "eenzaamheid") == ["Oosterpoort"]
    assert sorted(titles(cast.actor("amina"), "eenzaamheid")) == ["De Linde", "Oosterpoort"]
    assert titles(cast.actor("sam"), "linde") == []


def test_a_row_that_lags_behind_its_network_shows_nothing(networks_found: Cast) -> None:
    Network.objects.filter(pk=networks_found.linde.pk).update(visibility=Visibility.MEMBERS)
    assert titles(NOBODY, "linde") == []


def test_what_its_app_does_not_resolve_is_no_hit_and_no_suggestion(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        for kind in ("networks.team", "no.such.kind"):
            search.keep(
                SearchText(kind, uuid4(), cast.linde.pk, "Geheimschrift", "", Audience.MEMBERS)
            )
    assert titles(cast.actor("amina"), "geheimschrift") == []
    assert meant(cast.actor("amina"), "geheimschrijft") == []


def test_the_nearest_words_are_offered_from_what_the_reader_may_open(cast: Cast) -> None:
    team(cast, "Mantelzorg", "Fysiotherapie en Alzheimercafé")
    amina = cast.actor("amina")

    assert meant(amina, "mantelzrog") == ["mantelzorg"]
    assert meant(amina, "fysioterapie") == ["fysiotherapie"]
    assert meant(amina, "mantelzorg fisiotherapie") == ["mantelzorg fysiotherapie"]
    assert meant(amina, "alsheimercafe") == ["alzheimercafé"]
    assert meant(amina, "iets heel anders") == []
    for stranger in (NOBODY, cast.actor("farid")):
        assert meant(stranger, "mantelzrog") == []


def test_what_ended_or_changed_leaves_no_word_behind(cast: Cast) -> None:
    uuid = team(cast, "Tuinclub", "Zonnebloemen zaaien")
    dewi = cast.actor("dewi")
    with scope.acting(dewi):
        teams.change(
            actor=dewi,
            network=cast.linde,
            team=uuid,
            said=Said("Tuinclub", "theme", "Rozen snoeien"),
            changed=["purpose"],
        )
    assert titles(dewi, "zonnebloem") == []
    assert titles(dewi, "rozen") == ["Tuinclub"]
    with scope.acting(SYSTEM):
        assert not SearchNear.objects.filter(word="zonnebloemen").exists()

    with scope.acting(dewi):
        teams.end(actor=dewi, network=cast.linde, team=uuid, reason="klaar", brought="veel")
    with scope.acting(SYSTEM):
        assert not SearchEntry.objects.filter(kind="networks.team").exists()
        assert not SearchWord.objects.filter(stem__startswith="roz").exists()
        assert not SearchNear.objects.exists()


def test_pages_follow_each_other_without_a_total(cast: Cast) -> None:
    for number in range(23):
        team(cast, f"Buurtgroep {number}")
    amina = cast.actor("amina")
    with scope.acting(amina):
        first, second = find(amina, "buurtgroep"), find(amina, "buurtgroep", 2)
    assert (len(first.hits), first.more) == (20, True)
    assert (len(second.hits), second.more) == (3, False)
    assert len({hit.url for hit in first.hits + second.hits}) == 23


@pytest.mark.parametrize(
    "typed", [("tuin", "koffie"), ("koffie", "wandel", "tuin"), ("buur", "kof")]
)
def test_each_way_of_looking_finds_the_same(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...]
) -> None:
    """Rare words are read whole, of others each entry is looked through, of very common ones the
    heaviest come first: which way is a matter of numbers, here lowered until each has its turn."""
    said = ["tuin", "koffie", "wandel", "buur", "kof"]
    parts = [[word for at, word in enumerate(said) if number >> at & 1] for number in range(1, 32)]
    texts = [(part[:2], part[::-1] * (len(part) % 3)) for part in [*parts, *parts]]
    hold_all = [one for one in texts if set(typed) <= {*one[0], *one[1]}]
    with scope.acting(SYSTEM):
        search.add_all(
            SearchText(
                "networks.team", uuid4(), cast.linde.pk, " ".join(title), " ".join(body),
                Audience.MEMBERS,
            )
            for title, body in texts
        )  # fmt: skip
    words, places, found = [search_sql.Word((one,)) for one in typed], (None, cast.linde.pk), []
    with scope.acting(cast.actor("amina")):
        for many, few, looked_at in ((1000, 100, 40), (1, 1000, 40), (1, 0, 1000), (1, 0, 1)):
            monkeypatch.setattr(search_sql, "MANY", many)
            monkeypatch.setattr(search_sql, "FEW", few)
            monkeypatch.setattr(search_sql, "LOOKED_AT", looked_at)
            rows = search_sql.entries_with(words, places, 100)
            found.append([row.pk for row in rows])
    assert len(found[0]) == len(hold_all) >= 6
    assert found[0] == found[1] == found[2]
    assert sorted(found[3]) == sorted(found[0])


@pytest.fixture
def disturbed(networks_found: Cast) -> Cast:
    """An index with something missing, something too much and something changed."""
    cast = networks_found
    team(cast, "Bankzitters")
    changed, gone = team(cast, "Breiclub"), team(cast, "Zoekgeraakt")
    with scope.acting(SYSTEM):
        search.keep(
            SearchText("networks.team", changed, cast.linde.pk, "Anders", "", Audience.MEMBERS)
        )
        search.forget("networks.team", gone)
        search.keep(
            SearchText("networks.team", uuid4(), cast.linde.pk, "Spook", "", Audience.MEMBERS)
        )
        SearchWord.objects.filter(entry__title="Bankzitters").delete()
        SearchNear.objects.filter(word="linde").delete()
    return cast


def test_rebuilding_mends_and_tells(disturbed: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("rebuild_search")
    told = capsys.readouterr().out
    assert told.count("missing: networks.team") == 1
    assert told.count("too much: networks.team") == 1
    assert told.count("changed: networks.team") == 2
    assert "spook" not in told.lower()

    amina = disturbed.actor("amina")
    assert titles(amina, "breiclub") == ["Breiclub"]
    assert titles(amina, "zoekgeraakt") == ["Zoekgeraakt"]
    assert titles(amina, "bankzitters") == ["Bankzitters"]
    assert titles(amina, "spook") == []
    call_command("rebuild_search")
    assert capsys.readouterr().out == "0 differences, mended.\n"
