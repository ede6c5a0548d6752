"""What the everyday pages cost: at most eight statements, none asked twice, the same number with
ten times as much. Session, person and the look on record are among them."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.test import Client

from tests.cast import SYSTEM, Cast
from tests.fixtures import Queries, SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.mutual_aid.models import FollowUp, HelpRequest, Match, MatchAct
from wijknetwerk.mutual_aid.tests import acting

pytestmark = pytest.mark.django_db
HELP = "/n/de-linde/hulp/"
MOST = 8
Count = Callable[[], AbstractContextManager[Queries]]


def _help_that_runs(cast: Cast, asked: HelpRequest) -> Match:
    """Bas helps Amina for seven weeks. He was not content; she is to be asked."""
    made = acting.agreed(cast, acting.match(cast, asked))
    acting.act(cast, "joost", made, MatchAct.BEGIN)
    with scope.acting(SYSTEM):
        sides = FollowUp.objects.filter(match=made)
        sides.update(due_on=clock.today() - timedelta(days=1), how="phone")
        answered = sides.get(side="helper")
        answered.need, answered.need_open, answered.going = "Een lift.", True, "no"
        answered.answered_at, answered.content = clock.now(), "no"
        answered.save()
        HelpRequest.objects.filter(pk=asked.pk).update(unhappy_at=clock.now())
    return made


def _more(cast: Cast, asked: HelpRequest, number: int) -> None:
    """One more of everything, of Amina and of others."""
    somebody = acting.outsider(cast, f"Geert Mulder {number}", f"061234560{number}")
    offered = acting.offer(cast, somebody)
    acting.request(cast, asked.asker)
    acting.match(cast, asked, offered)
    acting.asked(cast, acting.match(cast, acting.request(cast, somebody), acting.offer(cast)))


def _costs(count: Count, pages: list[tuple[Client, str]]) -> dict[str, tuple[int, list[str]]]:
    found = {}
    for who, page in pages:
        who.get(page)
        with count() as asked:
            assert who.get(page).status_code == 200, page
        shapes = [re.sub(r"'[^']*'|\b\d+\b", "?", sql) for sql in asked.statements]
        found[page] = asked.count, [sql for sql in set(shapes) if shapes.count(sql) > 1]
    return found


def test_no_everyday_page_costs_more_with_ten_times_as_much(
    cast: Cast, sign_in: SignIn, count_queries: Count
) -> None:
    asked = acting.request(cast, acting.neighbour(cast, "amina"))
    runs = _help_that_runs(cast, asked)
    waits = acting.request(cast, acting.outsider(cast))
    joost, amina, bas = sign_in("joost"), sign_in("amina"), sign_in("bas")
    of_desk = (
        f"vragen/{asked.uuid}/",
        f"vragen/{waits.uuid}/vertellen/",
        f"vragen/{waits.uuid}/wissen/",
        f"aanbod/{runs.offer.uuid}/",
        f"aanbod/{runs.offer.uuid}/stoppen/",
        f"mensen/{asked.asker.uuid}/",
        "mensen/",
        "mensen/?q=mulder",
        f"vraag/{waits.uuid}/wie-helpt/",
        f"vraag/{waits.uuid}/wie-helpt/?which=everybody",
        f"vraag/{waits.uuid}/wie-helpt/zelf-bedenken/",
        "wie-helpt-wie/",
        "wie-helpt-wie/?which=alone",
        "belletjes/",
        f"belletjes/niet-tevreden/{asked.uuid}/",
        "balie/",
        "balie/bellen/",
        "soorten/",
        "zorgen/",
        "zorgen/vertellen/",
        "cijfers/",
    )
    pages = [(joost, HELP + page) for page in of_desk]
    pages += [(amina, HELP), (amina, f"{HELP}vragen/{asked.uuid}/"), (bas, f"{HELP}zorgen/mijn/")]
    pages += [(bas, "/n/de-linde/klachten/"), (bas, f"{HELP}vragen/stellen/")]
    few = _costs(count_queries, pages)
    for number in range(9):
        _more(cast, asked, number)
    many = _costs(count_queries, pages)
    assert many == few
    assert {page: cost for page, cost in few.items() if cost[0] > MOST or cost[1]} == {}
