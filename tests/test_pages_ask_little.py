"""Everyday pages ask at most eight statements, and none twice (design 7), whoever looks: those of
the access table that once asked more."""

import re
from collections.abc import Callable
from typing import Any

from django.urls import reverse

from tests.access import (
    agenda,
    goals,
    library_texts,
    networks_desk,
    networks_people,
    networks_start,
    networks_talk,
    networks_teams,
    voices_stories,
)
from tests.access.test_access_table import undone
from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope

MOST = 8
PAGES = {
    *("agenda:agenda", "agenda:event", "agenda:sign_up", "agenda:series", "agenda:who_comes"),
    *("agenda:who_came", "agenda:page_letters", "goals:goal", "library:news_item"),
    *("networks:about", "networks:member", "networks:role_give", "networks:invitation_letter"),
    *("networks:desk_call", "networks:talk_print", "networks:who_to_call", "networks:team_add"),
    "voices:stories",
}
MODULES = (agenda, goals, library_texts, networks_desk, networks_people, networks_start)
MORE = (networks_talk, networks_teams, voices_stories)
ROWS = [
    row
    for module in (*MODULES, *MORE)
    for row in module.ROWS
    if row.name in PAGES and row.method == "GET"
]


def test_pages_ask_eight_statements_at_most_and_none_twice(
    cast: Cast, sign_in: SignIn, count_queries: Callable[[], Any]
) -> None:
    assert {row.name for row in ROWS} == PAGES
    clients = {name: sign_in(name) for name in ("joost", "amina", "sam")}
    for row in ROWS:
        with undone():
            with scope.acting(SYSTEM):
                path = reverse(row.name, kwargs=row.where(cast))
            for name, client in clients.items():
                if row.expected()[name] != 200:
                    continue
                with count_queries() as asked:
                    assert client.get(path).status_code == 200
                shapes = [re.sub(r"'[^']*'|\b\d+\b", "?", sql) for sql in asked.statements]
                assert asked.count <= MOST, f"{row.name}, {name}: {asked.count}"
                assert len(shapes) == len(set(shapes)), f"{row.name}, {name}: one twice"
