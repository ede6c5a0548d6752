"""What the questions tell of a network, and when they make a suggestion (rule R2)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.registries import Facts, network_facts, suggestions
from wijknetwerk.roadmap.check_facts import STOP_SIGNS, SUGGESTIONS
from wijknetwerk.roadmap.content_files import read
from wijknetwerk.roadmap.tests.checking import answered, closed, in_practice, opened

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("route")]


def _facts(cast: Cast) -> Facts:
    with scope.acting(SYSTEM):
        return network_facts["roadmap.checks"](cast.linde.pk)


def _holding(facts: Facts) -> set[str]:
    return {
        code.removeprefix("roadmap.")
        for code in SUGGESTIONS
        if all(need in facts for need in suggestions[code].needs) and suggestions[code].holds(facts)
    }


def _reason(code: str, facts: Facts) -> str:
    with translation.override("nl"):
        return suggestions[f"roadmap.{code}"].reason(facts)


def test_a_network_that_never_asked_gets_one_suggestion(cast: Cast) -> None:
    facts = _facts(cast)
    assert facts == {"readiness_asked": False}
    assert _holding(facts) == {"not_asked"}
    assert _reason("not_asked", facts) == "Niemand stelde deze vragen nog in dit netwerk."


def test_while_it_runs_nothing_is_suggested(cast: Cast) -> None:
    answered(cast, "amina", opened(cast), {"shared-goal": "no"})
    facts = _facts(cast)
    assert facts == {"readiness_asked": True, "readiness_asked_on": "2026-11-12"}
    assert _holding(facts) == set()


def test_stop_signs_are_named_and_residents_come_before_all(cast: Cast) -> None:
    uuid = opened(cast)
    answered(cast, "els", uuid, {"shared-goal": "no", "independent-coordinator": "no"})
    closed(cast, uuid)
    facts = _facts(cast)
    assert _holding(facts) == {"stop_signs", "residents_not_heard"}
    assert SUGGESTIONS["roadmap.residents_not_heard"].voice
    assert _reason("stop_signs", facts) == (
        "Op 12 november 2026 zei iemand nee bij: een onafhankelijke kartrekker; een doel van samen."
    )
    assert "Er antwoordde geen bewoner." in _reason("residents_not_heard", facts)


def test_begin_small_suggests_nothing_until_the_day_to_look_again(cast: Cast) -> None:
    in_practice(cast, "ben")
    uuid = opened(cast)
    for who in ("amina", "ben"):
        answered(cast, who, uuid, {"shared-goal": "yes"})
    closed(cast, uuid, look_again_on=date(2027, 2, 1))
    facts = _facts(cast)
    assert facts["readiness_result"] == "begin_small"
    assert _holding(facts) == set()
    with clock.frozen(NOW + timedelta(days=81)):  # 1 February
        assert _holding(facts) == {"look_again"}
        assert _reason("look_again", facts) == "U zou weer kijken op 1 februari 2027."
        opened(cast)
        assert _holding(_facts(cast)) == set()


def test_a_year_after_the_self_check_it_is_time_again(cast: Cast) -> None:
    closed(cast, opened(cast, "self_check"))
    facts = _facts(cast)
    assert "year_over" not in _holding(facts)
    with clock.frozen(NOW + timedelta(days=366)):
        assert "year_over" in _holding(facts)


def test_these_facts_are_counted_and_every_stop_sign_has_a_short_name(cast: Cast) -> None:
    uuid = opened(cast)
    answered(cast, "els", uuid, {"shared-goal": "no"})
    closed(cast, uuid, look_again_on=date(2027, 2, 1))
    closed(cast, opened(cast, "self_check"))
    assert _facts(cast).keys() == {
        *("readiness_asked", "readiness_asked_on", "readiness_result", "readiness_stops"),
        *("readiness_residents_heard", "selfcheck_asked_on", "check_look_again_on"),
    }
    stops = [row.code for row in read().of("checks", "nl") if row.values["group"] == "stop"]
    assert stops == list(STOP_SIGNS)


def test_counting_asks_few_queries_however_many_rounds(
    cast: Cast, count_queries: Callable[[], Any]
) -> None:
    counts = []
    for _round in range(3):
        uuid = opened(cast)
        answered(cast, "amina", uuid, {"shared-goal": "no"})
        closed(cast, uuid)
        with count_queries() as asked:
            _facts(cast)
        counts.append(asked.count)
    assert counts[0] == counts[2] <= 4
