"""No history of telling, widening, narrowing, taking back, leaving and erasing shows a story to
somebody whom its teller did not let read it, in any place where a story can show (rule W3)."""

import random

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.core.registries import linked
from wijknetwerk.networks.models import SearchEntry
from wijknetwerk.notices.models import Waiting
from wijknetwerk.voices import access, stories_around
from wijknetwerk.voices.models import Story
from wijknetwerk.voices.selectors import stories as read
from wijknetwerk.voices.selectors import themes as themes_read
from wijknetwerk.voices.selectors.tellers import many_words
from wijknetwerk.voices.tests.story_history import EVENT, VIEWERS, History, One

LENGTH = 7
LOOKED_AT = 1  # viewer a history, by chance: every place is asked for them
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=SEEDS)
def test_every_place_shows_what_the_tellers_let_it_show(cast: Cast, seed: int) -> None:
    with transaction.atomic():
        chance = random.Random(seed)  # noqa: S311
        history = History(cast, chance)
        for _each in range(LENGTH):
            history.step()
        for name in chance.sample(VIEWERS, LOOKED_AT):
            check(history, name)
        with scope.acting(SYSTEM):
            check_what_is_stored(history)
        transaction.set_rollback(True)


def check(history: History, name: str) -> None:
    """What this person, or nobody, finds in each place."""
    actor, cast = history.actor(name), history.cast
    may = {one.uuid for one in history.told if name in one.readers(history.here)}
    in_lists = {one.uuid for one in history.told if one.there and one.reach != "own"} & may
    links = [("voices.story", one.uuid) for one in history.told]
    with scope.acting(actor):
        if name in history.here:
            assert _listed(actor, cast) == in_lists
            told_there = stories_around.on_event(actor, cast.linde, EVENT)["told_there"]
            from_event = {one.uuid for one in history.told if one.from_event}
            assert {card.uuid for card in told_there} == in_lists & from_event
        if name:
            told, noted = read.own_stories(actor)
            mine = {one.uuid for one in history.told if one.there and one.teller == name}
            assert {card.uuid for card in told} == mine
            assert {card.uuid for card in noted} <= may
    with scope.acting(actor), scope.including(cast.linde.pk, cast.linde.uuid):
        # the widest scope that any page gives: what is seen must not hang on the scope
        assert {uuid for _kind, uuid in linked(actor, links)} == may
        assert {one.uuid for one in history.told if _opens(actor, cast, one)} == may
        check_themes(history, actor, name)


def _listed(actor: Actor, cast: Cast) -> set[object]:
    found = read.stories_of(actor, cast.linde, kind="", page="")
    choosable = themes_read.choosable(actor, cast.linde, None)
    rows = {card.uuid for card in found.rows}
    assert rows == {one.uuid for one in choosable}
    return rows


def _opens(actor: Actor, cast: Cast, one: One) -> bool:
    try:
        story = access.story_for(actor, cast.linde, one.uuid)
    except NotFound:
        return False
    return one.word in read.story_page(actor, story).card.words


def check_themes(history: History, actor: Actor, name: str) -> None:
    """Stories in themes, and the count of their tellers, for members and for strangers."""
    member = name in history.here
    cards = {card.uuid: card for card in themes_read.themes_of(actor, history.cast.linde)}
    for theme in history.themes:
        shown = [
            one
            for one in history.told
            if one.uuid in history.inside[theme]
            and one.there
            and (one.reach == "everybody" or (member and one.reach == "network"))
        ]
        if not member and not shown:
            assert theme not in cards
            continue
        assert cards[theme].stories == len(shown)
        assert cards[theme].tellers == many_words(len({one.voice for one in shown}))
        row = access.theme_for(actor, history.cast.linde, theme)
        inside = themes_read.theme_page(actor, row).stories
        assert {card.uuid for card in inside} == {one.uuid for one in shown}


def check_what_is_stored(history: History) -> None:
    """Readable words stand in the index only, as far as they go; nowhere after taking back."""
    index = {row.subject: row for row in SearchEntry.objects.filter(kind="voices.story")}
    for one in history.told:
        found = one.there and one.reach != "own"
        assert (one.uuid in index) is found
        if found:
            wide = "everybody" if one.reach == "everybody" else "members"
            assert (index[one.uuid].audience, one.word in index[one.uuid].body) == (wide, True)
    for row in Story.objects.all():
        assert bool(row.words) is (row.withdrawn_at is None)
    told = f"{list(Waiting.objects.values_list('words', 'place'))}"
    told += f"{list(OutgoingMail.objects.values_list('subject', 'body'))}"
    assert "woord" not in told
