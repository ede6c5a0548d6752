"""Initiatives: taken up by residents, what they need, both ends with a lesson; experiments."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, registries, scope
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.goals.models import Action
from wijknetwerk.goals.services import actions
from wijknetwerk.networks.errors import NoMember
from wijknetwerk.networks.services import leaving
from wijknetwerk.notices.models import Waiting
from wijknetwerk.voices import initiative_facts, initiative_states
from wijknetwerk.voices.errors_rounds import NotYours, ResidentsFirst, WrongStep
from wijknetwerk.voices.models import (
    Experiment,
    Initiative,
    InitiativePerson,
)
from wijknetwerk.voices.services import experiments, initiative_needs, initiatives
from wijknetwerk.voices.tests.rounding import a_round, an_initiative, by, now


def pullers(row: Initiative) -> set[str]:
    with scope.acting(SYSTEM):
        rows = InitiativePerson.objects.filter(initiative=row, pulls=True, until_on=None)
        return set(rows.values_list("membership__person__given_name", flat=True))


def waits(kind: str) -> set[int]:
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(kind=kind, done_at=None)
        return set(rows.values_list("person_id", flat=True))


def later(days: int) -> Any:
    return clock.frozen(clock.now() + timedelta(days=days))


def test_the_table_of_states_is_all_there_is() -> None:
    found = {str(a): sorted(map(str, after)) for a, after in initiative_states.NEXT.items()}
    assert found == {
        "idea": ["busy", "looking", "stopped"],
        "looking": ["busy", "stopped"],
        "busy": ["done", "looking", "stopped"],
        "done": ["busy"],
        "stopped": ["busy", "looking"],
    }
    assert not initiative_states.may_go("idea", "nothing")


def test_a_resident_takes_it_up_with_one_tap_and_it_is_busy(cast: Cast) -> None:
    row = an_initiative(cast)
    by(cast, "bas", initiatives.take_part, initiative=row.uuid)
    assert (now(row).state, now(row).without_since) == ("idea", TODAY)
    by(cast, "bas", initiatives.take_part, initiative=row.uuid, pulls=True)
    by(cast, "bas", initiatives.take_part, initiative=row.uuid, pulls=True)
    assert (now(row).state, now(row).without_since) == ("busy", None)
    assert pullers(row) == {"Bas"}
    by(cast, "bas", initiatives.stop_taking_part, initiative=row.uuid)
    assert (now(row).state, now(row).without_since) == ("looking", TODAY)
    with pytest.raises(NotFound):
        by(cast, "bas", initiatives.stop_taking_part, initiative=row.uuid)


def test_a_professional_pulls_only_when_no_resident_wants_to_and_steps_back_for_one(
    cast: Cast,
) -> None:
    row = an_initiative(cast)
    pull = {"initiative": row.uuid, "pulls": True}
    for name in ("els", "ben", "lena"):
        with pytest.raises(ResidentsFirst):
            by(cast, name, initiatives.take_part, residents_asked=True, **pull)
    with later(14):
        with pytest.raises(ResidentsFirst):
            by(cast, "els", initiatives.take_part, **pull)
        by(cast, "els", initiatives.take_part, residents_asked=True, **pull)
        assert pullers(row) == {"Els"}
        by(cast, "bas", initiatives.take_part, **pull)
        assert pullers(row) == {"Bas"}
        inside = InitiativePerson.objects
        with scope.acting(SYSTEM):
            assert inside.filter(membership=cast.members["els"], until_on=None).count() == 1


def test_what_is_needed_is_asked_promised_by_a_day_and_there(cast: Cast) -> None:
    row = an_initiative(cast, pull=True)
    asked = {"initiative": row.uuid, "kind": "room", "what": "Een keuken op donderdag"}
    with pytest.raises(NotYours):
        by(cast, "bas", initiative_needs.ask, **asked)
    need = by(cast, "amina", initiative_needs.ask, **asked)
    assert waits("voices.need_asked") == {cast.joost.pk}  # the desk, while nobody supports it
    day = TODAY + timedelta(days=7)
    by(cast, "els", initiative_needs.promise, need=need.uuid, by_on=day)
    assert waits("voices.need_asked") == set()
    with pytest.raises(WrongStep):
        by(cast, "bas", initiative_needs.promise, need=need.uuid, by_on=day)
    with scope.acting(SYSTEM):
        action = Action.objects.get(uuid=now(need).action)
        assert (action.owner, action.by_on) == (cast.members["els"], day)
        with later(8):
            assert initiative_facts.count(cast.linde.pk)[initiative_facts.NEEDS_LATE] == 1
    with pytest.raises(NotYours):
        by(cast, "bas", initiative_needs.settle, need=need.uuid, to="delivered")
    by(cast, "els", initiative_needs.settle, need=need.uuid, to="delivered")
    assert now(need).delivered_on == TODAY
    with scope.acting(SYSTEM):
        assert Action.objects.get(pk=action.pk).state == "done"


def test_a_supporter_hears_what_is_needed_and_takes_nothing_over(cast: Cast) -> None:
    row = an_initiative(cast, pull=True, supporter=cast.members["els"].uuid)
    by(cast, "amina", initiative_needs.ask, initiative=row.uuid, kind="money", what="200 euro")
    assert waits("voices.need_asked") == {cast.els.pk}
    assert pullers(row) == {"Amina"}


def test_who_is_removed_in_the_same_moment_pulls_and_supports_nothing(cast: Cast) -> None:
    row = an_initiative(cast)
    bas = cast.actor("bas")  # as the request began
    by(cast, "bas", leaving.leave)
    with scope.acting(bas), pytest.raises(NoMember):
        initiatives.take_part(actor=bas, network=cast.linde, initiative=row.uuid, pulls=True)
    gone = cast.members["bas"].uuid
    with pytest.raises(NoMember):
        by(cast, "amina", initiatives.name_supporter, initiative=row.uuid, member=gone)
    assert (now(row).state, now(row).supporter_id, pullers(row)) == ("idea", None, set())


def test_a_promise_goes_as_its_action_went(cast: Cast) -> None:
    row = an_initiative(cast, pull=True, supporter=cast.members["bas"].uuid)
    day = TODAY + timedelta(days=3)
    needs = [
        by(cast, "amina", initiative_needs.ask, initiative=row.uuid, kind="other", what=what)
        for what in ("Pannen", "Borden")
    ]
    for need in needs:
        by(cast, "els", initiative_needs.promise, need=need.uuid, by_on=day)
    by(cast, "els", actions.step, action=now(needs[0]).action, step=actions.DONE)
    dropped = {"step": actions.DROP, "reason": "Geen kast"}
    by(cast, "els", actions.step, action=now(needs[1]).action, **dropped)
    with scope.acting(SYSTEM):
        assert initiative_needs.follow_actions(SYSTEM) == 2
        assert initiative_needs.follow_actions(SYSTEM) == 0
    assert [now(need).state for need in needs] == ["delivered", "asked"]
    assert waits("voices.need_asked") == {cast.bas.pk}
    by(cast, "amina", initiatives.name_supporter, initiative=row.uuid, member=None)
    assert waits("voices.need_asked") == {cast.joost.pk}


@pytest.mark.parametrize("end", ["done", "stopped"])
def test_both_ends_ask_for_a_lesson_and_nothing_is_asked_any_more(cast: Cast, end: str) -> None:
    row = an_initiative(cast, pull=True)
    need = by(cast, "amina", initiative_needs.ask, initiative=row.uuid, kind="copies", what="50")
    with pytest.raises(InvalidInput):
        by(cast, "amina", initiatives.move, initiative=row.uuid, to=end)
    with pytest.raises(NotYours):
        by(cast, "bas", initiatives.move, initiative=row.uuid, to=end, lesson="Nee")
    by(cast, "amina", initiatives.move, initiative=row.uuid, to=end, lesson="Klein is genoeg.")
    assert (now(row).state, now(row).lesson, now(row).ended_on) == (end, "Klein is genoeg.", TODAY)
    assert now(need).state == "gone"
    assert waits("voices.need_asked") == set()
    with pytest.raises(WrongStep):
        by(cast, "bas", initiatives.take_part, initiative=row.uuid)
    by(cast, "amina", initiatives.move, initiative=row.uuid, to="busy")
    assert now(row).lesson == "Klein is genoeg."


def test_who_leaves_leaves_initiatives_and_promises_open_for_others(cast: Cast) -> None:
    row = an_initiative(cast, "bas", pull=True)
    other = an_initiative(cast, "amina", pull=True, supporter=cast.members["bas"].uuid)
    need = by(cast, "amina", initiative_needs.ask, initiative=other.uuid, kind="phone", what="Wie?")
    day = TODAY + timedelta(days=3)
    by(cast, "bas", initiative_needs.promise, need=need.uuid, by_on=day)
    by(cast, "bas", leaving.leave)
    assert (now(row).state, pullers(row)) == ("looking", set())
    assert (now(need).state, now(need).promised_by) == ("asked", None)
    assert now(other).supporter is None
    assert waits("voices.need_asked") == {cast.joost.pk}


def test_an_idea_that_waits_six_weeks_is_a_suggestion_for_residents_voice(cast: Cast) -> None:
    row = an_initiative(cast)
    entry = registries.suggestions["voices.idea_waits"]
    with scope.acting(SYSTEM):
        with later(41):
            assert not entry.holds(initiative_facts.count(cast.linde.pk))
        with later(42):
            assert entry.voice
            assert entry.holds(initiative_facts.count(cast.linde.pk))
            assert "6" in entry.reason(initiative_facts.count(cast.linde.pk))
    by(cast, "bas", initiatives.take_part, initiative=row.uuid, pulls=True)
    with scope.acting(SYSTEM):
        assert initiative_facts.WITHOUT_SINCE not in initiative_facts.count(cast.linde.pk)


def test_an_experiment_waits_on_its_last_day_for_its_lesson(cast: Cast) -> None:
    said = experiments.Said(
        question="Komen mensen om tien uur?",
        tries="Koffie om tien uur in plaats van om acht uur.",
        looks_at="Hoeveel mensen komen.",
        ends_on=TODAY + timedelta(days=21),
    )
    made = by(cast, "bas", experiments.begin, said=said)
    with later(20), scope.acting(SYSTEM):
        assert experiments.ask_what_was_learned(SYSTEM) == 0
    with later(21):
        with scope.acting(SYSTEM):
            assert experiments.ask_what_was_learned(SYSTEM) == 1
            assert initiative_facts.count(cast.linde.pk)[initiative_facts.EXPERIMENTS_OVER] == 1
        assert waits("voices.experiment_over") == {cast.bas.pk}
        with pytest.raises(NotYours):
            by(cast, "amina", experiments.finish, experiment=made.uuid, outcome="stop", lesson="x")
        with pytest.raises(InvalidInput):
            by(cast, "bas", experiments.finish, experiment=made.uuid, outcome="stop", lesson=" ")
        after = by(
            cast,
            "bas",
            experiments.finish,
            experiment=made.uuid,
            outcome="change",
            lesson="Om tien uur kwamen er twee.",
            tries="Koffie om elf uur.",
            ends_on=TODAY + timedelta(days=60),
        )
        assert waits("voices.experiment_over") == set()
    with scope.acting(SYSTEM):
        assert after.follows == Experiment.objects.get(pk=made.pk)
        assert (now(made).outcome, now(after).outcome) == ("change", "")


def test_what_is_kept_about_a_person_is_shown_and_erased(cast: Cast) -> None:
    row = an_initiative(cast, "bas", pull=True)
    a_round(cast)
    with scope.acting(SYSTEM):
        data = registries.personal_data["voices.rounds"]
        assert len(list(data.export(person_uuid=cast.bas.uuid))) == 2
        assert len(list(data.export(person_uuid=cast.dewi.uuid))) == 1
        counts = [one.count for one in data.erase(actor=SYSTEM, person_uuid=cast.bas.uuid)]
        assert counts == [0, 1, 1]
        assert now(row).made_by is None
        assert not list(InitiativePerson.objects.filter(until_on=None))
