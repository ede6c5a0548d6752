"""What searching shows leads nobody where `links` would not (rule N4): for each kind of thing and
everybody, also where rows changed behind the index. And a page with all kinds stays few queries."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse

from tests import laid
from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.agenda.models import Activity, Event, Place
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Audience, SearchText, linked, search_sources
from wijknetwerk.directory.models import Service
from wijknetwerk.goals.models import Action, Goal
from wijknetwerk.library.models import Page, Revision
from wijknetwerk.networks import access_search
from wijknetwerk.networks.models import Network, SearchEntry, Team
from wijknetwerk.networks.selectors.search import openable
from wijknetwerk.networks.selectors.search_entries import entries_of
from wijknetwerk.networks.services import search
from wijknetwerk.roadmap import searching
from wijknetwerk.roadmap import services as roadmap
from wijknetwerk.voices.models import Initiative, Story, Theme, ThemeStory

Things = list[tuple[str, models.Model]]
BOTH = (True, False)


def _on_the_agenda(cast: Cast) -> Things:
    base = {"network": cast.linde, "organiser": cast.members["bas"], "title": "Lunch"}
    made: Things = []
    for public in BOTH:
        series = Activity.objects.create(
            **base, kind="walk_in", rhythm="weekly", from_on=TODAY, starts="10:00", ends="12:00",
            is_public=True,
        )  # fmt: skip
        for days, dated in ((1, public), (8, False), (-6, True)):
            begin = NOW + timedelta(days=days)
            event = Event(
                **base, kind="walk_in", activity=series, is_public=dated, starts_at=begin,
                ends_at=begin + timedelta(hours=2), planned_on=begin.date(),
            )  # fmt: skip
            event.save()
        begin = NOW + timedelta(days=3)
        alone = Event.objects.create(
            **base, kind="gathering", is_public=public, starts_at=begin,
            ends_at=begin + timedelta(hours=2),
        )  # fmt: skip
        place = Place.objects.create(network=cast.linde, name="Lunch", is_public=public)
        made += [("agenda.series", series), ("agenda.event", alone), ("agenda.place", place)]
    return made


def _of_the_network(cast: Cast) -> Things:
    linde, els = cast.linde, cast.members["els"]
    team = Team.objects.create(network=linde, name="Lunch", kind="theme", from_on=TODAY)
    action = Action.objects.create(
        network=linde, what="Lunch", owner=els, by_on=TODAY, made_by=cast.els
    )
    goal = Goal.objects.create(network=linde, sentence="Lunch", owner=els, made_by=cast.els)
    listed = [
        Service.objects.create(
            network=linde, name="Lunch", name_key=f"lunch {shown}", kind="food", owner=els,
            assured_date=TODAY, shown_to=shown,
        )
        for shown in ("everybody", "members")
    ]  # fmt: skip
    return [
        ("networks.network", linde),
        ("networks.team", team),
        ("goals.action", action),
        ("goals.goal", goal),
        *(("directory.service", one) for one in listed),
    ]


def _written(cast: Cast) -> Things:
    made: Things = []
    for number, (network, kind, state, audience) in enumerate((
        (None, "tool", "published", "everybody"),
        (cast.linde, "news", "published", "everybody"),
        (cast.linde, "news", "published", "members"),
        (cast.linde, "tool", "published", "everybody"),
        (cast.linde, "news", "draft", "everybody"),
    )):  # fmt: skip
        code = "" if network else f"lunch-{number}"
        seen = NOW if state == "published" else None
        page = Page.objects.create(
            network=network, kind=kind, language="nl", code=code, first_published_at=seen
        )
        Revision.objects.create(
            page=page, network=network, number=1, state=state, title="Lunch", body="Eet samen.",
            audience=audience, written_by=cast.amina, saved_at=NOW, published_at=seen,
        )  # fmt: skip
        made.append(("library.news" if kind == "news" else "library.page", page))
    return made


def _told(cast: Cast) -> Things:
    made: Things = []
    for more in (
        {"reach": "everybody"},
        {"reach": "network"},
        {"reach": "own"},
        {"reach": "own", "withdrawn_at": NOW},
    ):
        story = Story(
            network=cast.linde,
            kind="story",
            source="here",
            told_on=TODAY,
            person=None if "withdrawn_at" in more else cast.amina,
            **more,
        )
        story.words = "" if "withdrawn_at" in more else "Lunch"
        story.save()
        theme = Theme.objects.create(
            network=cast.linde, title="Lunch", made_by=cast.dewi, made_on=TODAY
        )
        if "withdrawn_at" not in more:
            ThemeStory.objects.create(network=cast.linde, theme=theme, story=story)
        made += [("voices.story", story), ("voices.theme", theme)]
    merged = Theme.objects.create(
        network=cast.linde,
        title="Lunch",
        made_by=cast.dewi,
        made_on=TODAY,
        state="merged",
        merged_into=theme,
    )
    for public in BOTH:
        idea = Initiative.objects.create(
            network=cast.linde, title="Lunch", what="Samen", public=public, begun_on=TODAY,
            made_by=cast.members["amina"],
        )  # fmt: skip
        made.append(("voices.initiative", idea))
    return [*made, ("voices.theme", merged)]


@pytest.fixture
def things(cast: Cast) -> Cast:
    """Things of every kind, open and closed, all in an index that says: for everybody."""
    with scope.acting(SYSTEM):
        laid.down("route, to be found", lambda: roadmap.load_content(actor=SYSTEM))
        made = [
            one for make in (_on_the_agenda, _of_the_network, _written, _told) for one in make(cast)
        ]
        for kind, row in made:
            home = row.pk if isinstance(row, Network) else getattr(row, "network_id", None)
            uuid = getattr(row, "uuid")  # noqa: B009 - of each of these models
            search.keep(SearchText(kind, uuid, home, "Lunch", "", Audience.EVERYBODY))
    return cast


def _compared(actor: Actor) -> tuple[dict[Any, str], dict[Any, str]]:
    """Where searching leads, and where links lead, of all that stands in the index."""
    with scope.acting(SYSTEM):
        keys = list(SearchEntry.objects.order_by("pk").values_list("pk", flat=True))
    with scope.acting(actor):
        shown = {(e.kind, e.subject): link.url for e, link in openable(actor, entries_of(keys))}
    with scope.acting(SYSTEM):
        subjects = list(SearchEntry.objects.values_list("kind", "subject"))
        leads = {thing: link.url for thing, link in linked(actor, subjects).items()}
    return shown, leads


STATES: dict[str, dict[str, Any]] = {
    "public": {"visibility": "public", "stopped_on": None},
    "for members": {"visibility": "members", "stopped_on": None},
    "stopped": {"visibility": "public", "stopped_on": TODAY},
}
# Of these a link leads somewhere and searching does not: what its teller alone may read, and the
# page of a theme that strangers open from a story that they read.
ONLY_BY_LINK = {"voices.story", "voices.theme"}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", ["", "amina", "dewi", "farid", "sam", "otto"])
def test_searching_leads_where_links_lead_and_nowhere_else(
    things: Cast, name: str, state: str
) -> None:
    Network.objects.filter(pk=things.linde.pk).update(**STATES[state])
    actor = things.actor(name) if name else Actor.anonymous()
    shown, leads = _compared(actor)
    assert shown.items() <= leads.items()
    inside = things.linde.pk in access_search.places(actor)
    if state == "public" or (state == "for members" and inside):
        missing = {kind for kind, _uuid in leads.keys() - shown.keys()}
        assert missing <= ONLY_BY_LINK
    if state == "public" and inside:
        assert {kind for kind, _uuid in shown} == {
            *(code for code, source in search_sources.items() if source.stands),
            searching.KIND,
        }


def test_who_notes_down_for_somebody_finds_what_strangers_find(things: Cast) -> None:
    bas = things.actor("bas")
    noting = replace(bas, noting_for=things.bakker.uuid)
    shown, leads = _compared(noting)
    assert shown.items() <= leads.items()
    assert not [kind for kind, _uuid in shown if kind in {"voices.story", "goals.action"}]


def test_a_page_with_every_kind_asks_few_queries(
    things: Cast,
    sign_in: Callable[..., Client],
    count_queries: Callable[[], AbstractContextManager[Any]],
) -> None:
    found = f"{reverse('front:search')}?q=lunch"
    for client in (sign_in("amina"), Client()):
        client.get(found)
        with count_queries() as asked:
            answer = client.get(found)
        assert answer.status_code == 200
        assert asked.count <= 8, asked.statements
