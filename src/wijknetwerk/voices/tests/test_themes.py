"""Themes: made by people, counted without showing who, merged, closed; and pages around them."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests.cast import NOW, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import registries, scope
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.networks.selectors.search import find
from wijknetwerk.voices.errors import ThemeOver
from wijknetwerk.voices.models import Story, Theme, ThemeChange
from wijknetwerk.voices.selectors.tellers import rounded
from wijknetwerk.voices.services import reach, themes
from wijknetwerk.voices.tests.telling import as_, at, note, tell

HERE = "/n/de-linde/meedenken/themas/"


def _make(cast: Cast, stories: list[Story], title: str = "De lift") -> Theme:
    given: dict[str, Any] = {"title": title, "about": "", "network": cast.linde}
    theme: Theme = as_(cast, "dewi", themes.make, stories=[one.uuid for one in stories], **given)
    return theme


def _page(client: Client, theme: Theme) -> str:
    return client.get(f"{HERE}{theme.uuid}/").content.decode()


@pytest.mark.parametrize(("tellers", "shown"), [(0, None), (4, None), (5, 5), (9, 5), (10, 10)])
def test_a_count_of_tellers_is_rounded_down_to_fives(tellers: int, shown: int | None) -> None:
    assert rounded(tellers) == shown


def test_many_stories_of_one_teller_are_one_voice(cast: Cast, sign_in: SignIn) -> None:
    mine = [tell(cast, "amina", f"Lift {number}") for number in range(6)]
    theme = _make(cast, mine)
    assert "verteld door minder dan 5 mensen" in _page(sign_in("bas"), theme)
    others = [note(cast, "bas", f"Ook de lift {number}") for number in range(4)]
    given: dict[str, Any] = {"network": cast.linde, "theme": theme.uuid, "shown": []}
    as_(cast, "dewi", themes.sort, chosen=[one.uuid for one in others], **given)
    assert "verteld door 5 mensen of meer" in _page(sign_in("bas"), theme)


def test_strangers_count_only_what_everybody_may_read(cast: Cast, sign_in: SignIn) -> None:
    wide = [note(cast, "bas", f"Voor iedereen {number}", reach="everybody") for number in range(3)]
    here = [note(cast, "bas", f"Voor ons {number}") for number in range(3)]
    theme = _make(cast, wide + here)
    assert "6 verhalen, verteld door 5 mensen of meer" in _page(sign_in("amina"), theme)
    outside = _page(Client(), theme)
    assert "3 verhalen, verteld door minder dan 5 mensen" in outside
    assert "Voor ons" not in outside
    assert "Dewi" not in outside
    for story in wide:
        as_(cast, "bas", reach.take_back, story=story.uuid)
    assert Client().get(f"{HERE}{theme.uuid}/").status_code == 302
    assert "De lift" not in Client().get("/n/de-linde/").content.decode()


def test_only_who_looks_after_voices_makes_themes(cast: Cast) -> None:
    given: dict[str, Any] = {"network": cast.linde, "title": "X", "about": "", "stories": []}
    with pytest.raises(NotAllowed):
        as_(cast, "amina", themes.make, **given)
    as_(cast, "joost", themes.make, **given)


def test_sorting_leaves_what_somebody_else_put_in_meanwhile(cast: Cast) -> None:
    first, second, third = (tell(cast, "amina", f"Lift {number}") for number in range(3))
    theme = _make(cast, [first])
    given: dict[str, Any] = {"network": cast.linde, "theme": theme.uuid}
    seen = [first.uuid, second.uuid]
    as_(cast, "joost", themes.sort, shown=[], chosen=[third.uuid], **given)
    as_(cast, "dewi", themes.sort, shown=seen, chosen=[second.uuid], **given)
    with scope.acting(SYSTEM):
        inside = set(theme.places.values_list("story__uuid", flat=True))
    assert inside == {second.uuid, third.uuid}


def test_merging_moves_the_stories_and_keeps_the_history(cast: Cast, sign_in: SignIn) -> None:
    both = tell(cast, "amina", "Lift en bankje")
    old = _make(cast, [both, tell(cast, "bas", "Bankje")], "Een bankje")
    new = _make(cast, [both])
    given: dict[str, Any] = {"network": cast.linde}
    as_(cast, "dewi", themes.merge, theme=old.uuid, into=new.uuid, **given)
    page = _page(sign_in("amina"), new)
    assert "2 verhalen" in page
    assert "eerst: Een bankje" in page
    assert "ging op in een ander" in _page(sign_in("amina"), old)
    with pytest.raises(ThemeOver):
        as_(cast, "dewi", themes.close, theme=old.uuid, brought="", **given)
    as_(cast, "dewi", themes.change, theme=new.uuid, title="Lift en meer", about="", **given)
    as_(cast, "dewi", themes.close, theme=new.uuid, brought="Er komt een lift.", **given)
    with scope.acting(SYSTEM):
        deeds = list(ThemeChange.objects.filter(theme=new).values_list("deed", "before"))
    assert deeds == [
        ("made", ""),
        ("merged", "Een bankje"),
        ("changed", "De lift"),
        ("closed", ""),
    ]
    assert "Er komt een lift." in _page(sign_in("amina"), new)


def test_the_pages_ask_the_same_number_of_queries_at_ten_times_the_rows(
    cast: Cast, sign_in: SignIn, count_queries: Any
) -> None:
    theme = _make(cast, [tell(cast, "amina"), tell(cast, "bas", kind="idea")])
    client = sign_in("joost")
    paths = ["/n/de-linde/meedenken/", "/n/de-linde/meedenken/verhalen/", HERE]
    story = tell(cast, "joost", kind="idea")
    paths += [f"{HERE}{theme.uuid}/", "/mijn-verhalen/", at(story)]
    few = [_count(client, path, count_queries) for path in paths]
    for number in range(10):
        story = note(cast, "joost", f"Verhaal {number}", reach="everybody")
        _make(cast, [story, tell(cast, "amina")], f"Thema {number}")
        given: dict[str, Any] = {"network": cast.linde, "theme": theme.uuid, "shown": []}
        as_(cast, "dewi", themes.sort, chosen=[story.uuid], **given)
    assert [_count(client, path, count_queries) for path in paths] == few
    assert max(few) <= 8


def _count(client: Client, path: str, count_queries: Any) -> int:
    with count_queries() as asked:
        assert client.get(path).status_code == 200
    number: int = asked.count
    return number


def test_a_story_is_found_as_far_as_it_goes(cast: Cast) -> None:
    story = tell(cast, "amina", "De accordeon speelt zondag")

    def found(name: str) -> bool:
        from wijknetwerk.core.actor import Actor

        actor = cast.actor(name) if name else Actor.anonymous()
        with scope.acting(actor):
            return any(hit.url.count(str(story.uuid)) for hit in find(actor, "accordeon").hits)

    assert (found("bas"), found("farid"), found("")) == (True, False, False)
    as_(cast, "amina", reach.change, story=story.uuid, reach="everybody")
    assert (found("bas"), found("farid"), found("")) == (True, True, True)
    as_(cast, "amina", reach.change, story=story.uuid, reach="own")
    assert (found("bas"), found("amina")) == (False, False)


def test_what_a_person_told_is_exported_and_erased(cast: Cast) -> None:
    _make(cast, [tell(cast, "amina", "Mijn verhaal")])
    note(cast, "amina", "Van de buurman", teller="Buurman")
    data = registries.personal_data["voices.stories"]
    with scope.acting(SYSTEM):
        told = [str(one.title) for one in data.export(person_uuid=cast.amina.uuid)]
        assert told == ["Iets dat u vertelde", "Opgeschreven voor iemand"]
        counts = [one.count for one in data.erase(actor=SYSTEM, person_uuid=cast.amina.uuid)]
        assert counts == [1, 1, 0]
        assert not list(data.export(person_uuid=cast.amina.uuid))
        (made,) = data.export(person_uuid=cast.dewi.uuid)
        assert [value for _name, value in made.fields] == ["De Linde", "De lift"]
        data.erase(actor=SYSTEM, person_uuid=cast.dewi.uuid)
        assert not list(data.export(person_uuid=cast.dewi.uuid))
        left = Story.objects.get(withdrawn_at=None)
        assert left.words.read() == "Van de buurman"
        assert Story.objects.exclude(pk=left.pk).get().words.read() == ""


def test_a_group_conversation_gives_statements_without_names(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in("amina")
    address = "/n/de-linde/meedenken/groepsgesprek/"
    sent = {
        "statements": "De lift is stuk\n\n - Ik ken niemand \n",
        "kind": "story",
        "told_on": "2026-11-10",
        "reach": "network",
        "form_id": uuid4().hex,
    }
    page = client.post(address, sent).content.decode()
    assert "Ik ken niemand" in page  # without the yes of the group nothing is stored
    assert "Eén ding klopt nog niet" in page
    assert ".:" not in page, "a label that is a sentence gets no colon in the summary"
    assert client.post(address, sent | {"said_yes": "on"}).status_code == 302
    with scope.acting(SYSTEM):
        rows = list(Story.objects.order_by("pk"))
    assert [row.words.read() for row in rows] == ["De lift is stuk", "Ik ken niemand"]
    assert len({row.talk for row in rows}) == 1
    assert {row.person_id for row in rows} == {None}


def test_facts_say_when_nobody_was_heard(cast: Cast) -> None:
    count = registries.network_facts["voices.stories"]
    nobody = registries.suggestions["voices.nobody_heard"]
    tell(cast, "amina", reach="own")
    with scope.acting(SYSTEM):
        assert nobody.holds(count(cast.linde.pk))
    tell(cast, "amina")
    with scope.acting(SYSTEM):
        facts = count(cast.linde.pk)
    assert not nobody.holds(facts)
    assert (facts["stories_half_year"], facts["stories_in_no_theme"]) == (1, 1)


def test_what_was_kept_for_somebody_without_account_goes_after_a_year(cast: Cast) -> None:
    kept = note(cast, "bas", reach="own", teller="Buurman")
    shared, mine = note(cast, "bas"), tell(cast, "amina", reach="own")
    entry = registries.retention["voices.kept_stories"]
    with scope.acting(SYSTEM):
        assert entry.expire(before=NOW) == 0
        assert entry.expire(before=NOW + timedelta(days=1)) == 1
        left = set(Story.objects.filter(withdrawn_at=None).values_list("pk", flat=True))
        assert left == {shared.pk, mine.pk}
        assert registries.retention["voices.yeses"].expire(before=NOW + timedelta(days=1)) == 1
        assert kept.pk not in left
