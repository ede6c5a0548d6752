"""What helps most now: from facts alone, with a reason, residents first, at most three (R2)."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.core.registries import Suggestion, suggestions
from wijknetwerk.networks.models import Network, NetworkFact
from wijknetwerk.networks.services.facts import keep_facts, store_facts
from wijknetwerk.roadmap.models import SuggestionDismissal
from wijknetwerk.roadmap.selectors import suggestions as selectors
from wijknetwerk.roadmap.services import load_content
from wijknetwerk.roadmap.services import suggestions as services

# The smallest facts with which each rule holds, and one change with which it doesn't.
HOLDS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "only_professionals": ({"residents": 0, "from_parties": 4}, {"residents": 1}),
    "few_residents": ({"residents": 2, "from_parties": 25}, {"residents": 3}),
    "anchoring_without_residents": ({"anchor_touched": True, "residents": 2}, {"residents": 3}),
    "no_coordinator": ({"coordinators": 0, "members": 5}, {"coordinators": 1}),
    "third_changed": (
        {"members_year_ago": 9, "left_since_year_ago": 3},
        {"left_since_year_ago": 2},
    ),
    "team_third_changed": ({"teams_a_third_changed": 1}, {"teams_a_third_changed": 0}),
    "teams_without_lead": ({"teams_without_lead": 1}, {"teams_without_lead": 0}),
    "connectors_missing": ({"connectors_missing": 2}, {"connectors_missing": 0}),
    "one_person_many_roles": (
        {"most_roles_of_one": 3, "members": 5},
        {"most_roles_of_one": 2},
    ),
    "coordinator_time": ({"coordinator_time_said": False}, {"coordinator_time_said": True}),
    "no_privacy_officer": ({"members": 10, "privacy_officers": 0}, {"members": 9}),
    "no_general_practice": (
        {"has_general_practice": False, "members": 4},
        {"has_general_practice": True},
    ),
    "no_municipality": ({"has_municipality": False, "members": 4}, {"members": 3}),
    "one_party_carries": (
        {"from_parties": 5, "largest_party_members": 3},
        {"largest_party_members": 2},
    ),
    "requests_waiting": ({"requests_waiting": 1}, {"requests_waiting": 0}),
    "nothing_happened": ({"last_moved_on": "2026-09-17"}, {"last_moved_on": "2026-09-18"}),
    "duties_late": ({"duties_late": 3}, {"duties_late": 2}),
    "invitations_unanswered": ({"invitations_unanswered": 1}, {"invitations_unanswered": 0}),
    "steps_stuck": ({"steps_busy_12_weeks": 1}, {"steps_busy_12_weeks": 0}),
    "not_visible": ({"is_public": False, "members": 5}, {"is_public": True}),
    "no_public_phone": (
        {"is_public": True, "has_public_phone": False},
        {"has_public_phone": True},
    ),
}


def _codes(facts: dict[str, Any]) -> list[str]:
    return [code.removeprefix("roadmap.") for code, _rule in selectors.chosen(facts)]


@pytest.mark.parametrize("code", HOLDS)
def test_each_rule_holds_by_its_facts_and_no_longer_by_one_change(code: str) -> None:
    facts, change = HOLDS[code]
    assert code in _codes(facts)
    assert code not in _codes(facts | change)


@pytest.mark.parametrize("code", HOLDS)
def test_no_rule_holds_while_a_fact_is_not_known(code: str) -> None:
    facts, _change = HOLDS[code]
    for missing in facts:
        assert code not in _codes({key: said for key, said in facts.items() if key != missing})


def test_every_rule_gives_its_reason_and_has_a_source_and_a_step() -> None:
    for code, (facts, _change) in HOLDS.items():
        rule = suggestions[f"roadmap.{code}"]
        assert rule.reason(facts)
        assert str(rule.source)
        assert rule.step


def test_the_reason_names_the_figures() -> None:
    facts = HOLDS["few_residents"][0]
    reason = suggestions["roadmap.few_residents"].reason(facts)
    assert "2" in reason
    assert "25" in reason


_VALUES = st.fixed_dictionaries(
    {},
    optional={
        "members": st.integers(0, 40),
        "residents": st.integers(0, 12),
        "from_parties": st.integers(0, 30),
        "largest_party_members": st.integers(0, 30),
        "coordinators": st.integers(0, 2),
        "privacy_officers": st.integers(0, 1),
        "coordinator_time_said": st.booleans(),
        "has_general_practice": st.booleans(),
        "has_municipality": st.booleans(),
        "requests_waiting": st.integers(0, 3),
        "invitations_unanswered": st.integers(0, 3),
        "duties_late": st.integers(0, 9),
        "steps_busy_12_weeks": st.integers(0, 3),
        "anchor_touched": st.booleans(),
        "is_public": st.booleans(),
        "has_public_phone": st.booleans(),
        "members_year_ago": st.integers(0, 20),
        "left_since_year_ago": st.integers(0, 20),
        "teams_without_lead": st.integers(0, 2),
        "most_roles_of_one": st.integers(0, 5),
    },
)


@given(facts=_VALUES)
def test_never_more_than_three_and_residents_voice_first(facts: dict[str, Any]) -> None:
    found = [rule for _code, rule in selectors.chosen(facts)]
    assert len(found) <= 3
    voices = [rule.voice for rule in found]
    assert voices == sorted(voices, reverse=True)
    left_out = [
        rule
        for code, rule in suggestions.items()
        if all(need in facts for need in rule.needs) and rule.holds(facts) and rule not in found
    ]
    if any(rule.voice for rule in left_out):
        assert all(voices)


def _counted(network: Network) -> None:
    with scope.acting(SYSTEM):
        store_facts(network.pk)


def _now(cast: Cast) -> list[str]:
    with scope.acting(cast.actor("dewi")):
        helps = selectors.best_for(cast.actor("dewi"), cast.linde)
        return [help_.code for help_ in helps]


def test_a_later_app_adds_its_own(cast: Cast) -> None:
    _counted(cast.linde)
    rule = Suggestion(
        title="Look at the chickens",
        reason=lambda facts: f"{facts['members']} people have no chicken.",
        holds=lambda facts: facts["members"] > 0,
        needs=("members",),
        weight=1000,
        source="test",
        do="Look",
        url="roadmap:route",
        voice=True,
    )
    suggestions.register("tests.chickens", rule)
    try:
        assert _now(cast)[0] == "tests.chickens"
    finally:
        del suggestions._entries["tests.chickens"]


def test_what_is_put_aside_stays_away_for_twelve_weeks_and_says_who_and_why(cast: Cast) -> None:
    _counted(cast.linde)
    first = _now(cast)[0]
    dewi = cast.actor("dewi")
    with scope.acting(dewi):
        services.put_aside(actor=dewi, network=cast.linde, code=first, reason="Komt in januari.")
        row = selectors.put_aside(cast.linde)[0]
    assert first not in _now(cast)
    assert (row.by, row.reason) == ("Dewi Kusuma", "Komt in januari.")
    with clock.frozen(NOW + timedelta(weeks=12)):
        assert first in _now(cast)
    with scope.acting(SYSTEM):
        assert LogEntry.objects.filter(event="roadmap.suggestion_put_aside").count() == 1


def test_what_is_put_aside_comes_back_when_its_figure_grew(cast: Cast) -> None:
    dewi = cast.actor("dewi")

    def asked(number: int) -> tuple[bool, int]:
        """Whether it is suggested while so many wait, and how much stands as put aside."""
        with scope.acting(SYSTEM):
            keep_facts(cast.linde.pk, {"requests_waiting": number})
        with scope.acting(dewi):
            return "roadmap.requests_waiting" in _now(cast), len(selectors.put_aside(cast.linde))

    assert asked(2) == (True, 0)
    said = {"actor": dewi, "network": cast.linde, "code": "roadmap.requests_waiting"}
    with scope.acting(dewi):
        assert services.put_aside(**said, reason="Dewi belt hen dinsdag.") is not None
    assert asked(2) == (False, 1)
    assert asked(1) == (False, 1)
    assert asked(3) == (True, 0)
    with scope.acting(dewi):
        assert services.put_aside(**said, reason="Ook deze dinsdag.") is not None
    assert asked(3) == (False, 1)
    assert asked(4) == (True, 0)


def test_each_figure_is_one_that_the_rule_reads() -> None:
    own = ((code, rule) for code, rule in suggestions.items() if code.startswith("roadmap."))
    figures = {code: rule.figure for code, rule in own if rule.figure}
    assert len(figures) >= 9
    for code, figure in figures.items():
        facts, _change = HOLDS[code.removeprefix("roadmap.")]
        assert figure in suggestions[code].needs
        assert suggestions[code].holds(facts | {figure: facts[figure] + 1})  # more is worse


def test_it_can_be_put_aside_again_after_its_day(cast: Cast) -> None:
    dewi = cast.actor("dewi")
    said = {"actor": dewi, "network": cast.linde, "code": "roadmap.no_municipality"}
    with scope.acting(dewi):
        assert services.put_aside(**said, reason="Nu niet") is not None
        assert services.put_aside(**said, reason="Nog eens") is None
        with clock.frozen(NOW + timedelta(weeks=12)):
            assert services.put_aside(**said, reason="Weer niet") is not None


def test_it_comes_back_when_somebody_brings_it_back(cast: Cast) -> None:
    _counted(cast.linde)
    first = _now(cast)[0]
    dewi = cast.actor("dewi")
    with scope.acting(dewi):
        made = services.put_aside(actor=dewi, network=cast.linde, code=first, reason="Nu niet")
        assert made is not None
        services.bring_back(actor=dewi, network=cast.linde, uuid=made.uuid)
    assert _now(cast)[0] == first


def test_a_reason_is_needed_and_the_suggestion_must_exist(cast: Cast) -> None:
    dewi = cast.actor("dewi")
    with scope.acting(dewi):
        with pytest.raises(InvalidInput):
            services.put_aside(
                actor=dewi, network=cast.linde, code="roadmap.no_municipality", reason="  "
            )
        with pytest.raises(NotFound):
            services.put_aside(actor=dewi, network=cast.linde, code="roadmap.nothing", reason="x")
    with scope.acting(SYSTEM):
        assert not SuggestionDismissal.objects.exists()


def test_a_stranger_puts_nothing_aside(cast: Cast) -> None:
    farid = cast.actor("farid")
    with scope.acting(farid), pytest.raises(NotFound):
        services.put_aside(
            actor=farid, network=cast.linde, code="roadmap.no_municipality", reason="x"
        )


def test_a_network_that_rests_is_left_alone(cast: Cast) -> None:
    _counted(cast.linde)
    with scope.acting(SYSTEM):
        Network.objects.filter(pk=cast.linde.pk).update(paused_on=clock.today())
    cast.linde.refresh_from_db()
    assert _now(cast) == []
    dewi = cast.actor("dewi")
    with scope.acting(dewi):
        assert selectors.first_for(dewi.standings) == []


def test_the_page_puts_aside_and_brings_back(
    cast: Cast, sign_in: Callable[..., Client], as_system: None
) -> None:
    _counted(cast.linde)
    client = sign_in("dewi")
    listed = reverse("roadmap:suggestions", args=["de-linde"])
    code = _now(cast)[0]
    aside = reverse("roadmap:suggestion_aside", args=["de-linde", code])
    refused = client.post(aside, {"reason": ""})
    assert refused.status_code == 200
    assert client.post(aside, {"reason": "Nu niet"}).url == listed
    assert "Nu niet" in client.get(listed).content.decode()
    row = SuggestionDismissal.objects.get()
    client.post(reverse("roadmap:suggestion_back", args=["de-linde", row.uuid]))
    assert "Nu niet" not in client.get(listed).content.decode()


@pytest.mark.parametrize("name", ["amina", "joost", "dewi"])
def test_nobody_is_sent_to_a_page_that_refuses_them(
    name: str, cast: Cast, sign_in: Callable[..., Client]
) -> None:
    """A resident, the desk and who leads: what one may not do leads to the step about it."""
    opened: dict[str, int] = {}
    client = sign_in(name)
    for code, (facts, _change) in HOLDS.items():
        with scope.acting(SYSTEM):
            load_content(actor=SYSTEM)
            NetworkFact.objects.all().delete()
            keep_facts(cast.linde.pk, facts)
        with scope.acting(cast.actor(name)):
            told = selectors.best_for(cast.actor(name), cast.linde)
        (help_,) = (one for one in told if one.code == f"roadmap.{code}")
        if help_.url not in opened:
            opened[help_.url] = client.get(help_.url).status_code
    assert set(opened.values()) == {200}, opened
    assert (reverse("networks:invite", args=["de-linde"]) in opened) == (name != "amina")
    assert (reverse("networks:settings", args=["de-linde"]) in opened) == (name == "dewi")


def test_the_page_asks_few_queries(
    cast: Cast,
    sign_in: Callable[..., Client],
    count_queries: Callable[[], AbstractContextManager[Any]],
) -> None:
    _counted(cast.linde)
    client = sign_in("dewi")
    address = reverse("roadmap:suggestions", args=["de-linde"])
    client.get(address)
    with count_queries() as asked:
        client.get(address)
    assert asked.count <= 8, asked.statements
