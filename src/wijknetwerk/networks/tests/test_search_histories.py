"""Whatever is kept, hidden, opened and forgotten: one finds all that one may open, in one order
on every database, and nothing else; nor is a word of anything else ever offered (rule N4)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import (
    Audience,
    Linked,
    LinkKind,
    SearchSource,
    SearchText,
    links,
    search_sources,
)
from wijknetwerk.core.stems import stems
from wijknetwerk.networks.models import Network, SearchEntry, Visibility
from wijknetwerk.networks.selectors.search import Asked, asked_in, find
from wijknetwerk.networks.selectors.search_near import nearest
from wijknetwerk.networks.services import search

KIND = "tests.thing"
WORDS = ("tuin", "tuinen", "tuinieren", "tuinman", "café", "cafetaria", "fietsen", "mantelzorg")
TYPED = (*WORDS, "tui", "cafe", "fiets", "mantelzrog", "tuinnman", "cafeterai", "fietzen", "tuinn")


@dataclass(frozen=True)
class Thing:
    """What a test's app has: where, for whom, and whether the app itself hides it for now."""

    text: SearchText
    hidden: bool
    made: int


class Model:
    """The things there are, and who may open which, told in the plainest way."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.things, self.count = cast, dict[UUID, Thing](), 0
        self.networks = (cast.linde, cast.oosterpoort)

    def may_open(self, actor: Actor, thing: Thing) -> bool:
        """Whether the thing's own app lets this reader in."""
        if thing.hidden:
            return False
        home = next((one for one in self.networks if one.pk == thing.text.network_id), None)
        if home is None or home.pk in actor.network_ids:
            return True
        public = home.visibility == Visibility.PUBLIC
        return thing.text.audience == Audience.EVERYBODY and public

    def resolve(self, actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
        """What `links` asks; the rows of all these networks are in scope, or none are asked."""
        asked = [self.things[one] for one in uuids if one in self.things]
        homes = [one.text.network_id for one in asked if one.text.network_id]
        assert all(scope.covers(home) for home in homes)
        seen = [one for one in asked if self.may_open(actor, one)]
        return {one.text.uuid: Linked(one.text.title, f"/{one.text.uuid}") for one in seen}

    def found(self, actor: Actor, typed: str) -> list[str]:
        """The hits, one by one."""
        asked = asked_in(typed)
        scored = [
            (begun, -score, -thing.made, f"/{thing.text.uuid}")
            for thing in self.things.values()
            if self.may_open(actor, thing)
            for begun, score in [_score(thing.text, asked)]
            if score
        ]
        return [url for *_order, url in sorted(scored)][:20]

    def words(self, actor: Actor) -> set[str]:
        """Every word of what this reader may open."""
        seen = [one.text for one in self.things.values() if self.may_open(actor, one)]
        return {word for text in seen for word in f"{text.title} {text.body}".split()}


def _score(text: SearchText, asked: Sequence[Asked]) -> tuple[bool, int]:
    """Whether the last word only begins so, and the sum of the weights; 0 when a word is missing.
    Of a beginning all longer words count, of a whole word only itself."""
    weights, _said = search.weigh(SearchEntry(title=text.title, body=text.body, language="nl"))

    def best(answers: Callable[[str], bool]) -> int:
        return max((weight for one, weight in weights.items() if answers(one)), default=0)

    whole = [best(word.stems.__contains__) for word in asked]
    if whole and all(whole):
        return False, sum(whole)
    begun = [_begun(best, word) for word in asked]
    return True, sum(begun) if begun and all(begun) else 0


def _begun(best: Callable[[Callable[[str], bool]], int], word: Asked) -> int:
    if word.prefix:
        return best(lambda one: one.startswith(word.prefix))
    return best(word.stems.__contains__)


def _step(model: Model, data: st.DataObject) -> None:
    act = data.draw(st.sampled_from(["keep", "keep", "keep", "change", "hide", "forget", "turn"]))
    there = list(model.things)
    if act == "turn":
        network = data.draw(st.sampled_from(model.networks))
        was_public = network.visibility == Visibility.PUBLIC
        network.visibility = Visibility.MEMBERS if was_public else Visibility.PUBLIC
        Network.objects.filter(pk=network.pk).update(visibility=network.visibility)
        search.follow(network)
    elif act == "keep" or not there:
        model.count += 1
        text = _text(model, data, uuid4())
        model.things[text.uuid] = Thing(text, hidden=False, made=model.count)
        search.keep(text)
    else:
        uuid = data.draw(st.sampled_from(there))
        if act == "hide":  # its app hides it, and forgot to say so
            model.things[uuid] = replace(model.things[uuid], hidden=True)
        elif act == "forget":
            del model.things[uuid]
            assert search.forget(KIND, uuid)
        else:
            text = _text(model, data, uuid)
            model.things[uuid] = replace(model.things[uuid], text=text)
            search.keep(text)


def _text(model: Model, data: st.DataObject, uuid: UUID) -> SearchText:
    home = data.draw(st.sampled_from([*(one.pk for one in model.networks), None]))
    audience = data.draw(st.sampled_from(list(Audience))) if home else Audience.EVERYBODY
    title = " ".join(data.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3)))
    body = " ".join(data.draw(st.lists(st.sampled_from(WORDS), max_size=4)))
    return SearchText(KIND, uuid, home, title, body, audience)


@pytest.fixture
def kind(cast: Cast) -> Iterator[Model]:
    """A kind of thing of its own, that only this test knows."""
    model = Model(cast)
    link = LinkKind("thing", lambda actor, uuids: model.resolve(actor, uuids))
    links._entries[KIND] = link
    search_sources._entries[KIND] = SearchSource("thing", lambda _network: ())
    yield model
    del links._entries[KIND], search_sources._entries[KIND]


@settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_one_finds_exactly_what_one_may_open(kind: Model, cast: Cast, data: st.DataObject) -> None:
    with transaction.atomic():
        model = kind
        model.__init__(cast)  # type: ignore[misc]
        with scope.acting(SYSTEM):
            for _ in range(data.draw(st.integers(1, 5))):
                _step(model, data)
        typed = " ".join(data.draw(st.lists(st.sampled_from(TYPED), min_size=1, max_size=2)))
        for name in data.draw(st.sampled_from([("",), ("amina",), ("farid",), ("sam",)])):
            actor = cast.actor(name) if name else Actor.anonymous()
            with scope.acting(actor):
                urls = [hit.url for hit in find(actor, typed).hits]
                offered = nearest(actor, typed, asked_in(typed))
            assert urls == model.found(actor, typed), (name, typed)
            theirs = {one for word in model.words(actor) for one in stems(word)}
            for question in offered:
                new = set(question.split()) - set(typed.split())
                assert new, question
                assert {one for word in new for one in stems(word)} <= theirs, (name, question)
        for network in model.networks:
            network.visibility = Visibility.PUBLIC
        transaction.set_rollback(True)
