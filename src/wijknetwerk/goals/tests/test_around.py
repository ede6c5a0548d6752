"""What goals and actions do for others: vacancies, facts, panels, personal data, a stop."""

from datetime import timedelta
from decimal import Decimal
from html import unescape
from typing import Any
from urllib.parse import parse_qsl
from uuid import uuid4

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, registries, scope
from wijknetwerk.core.registries import Ending
from wijknetwerk.goals import templates_content
from wijknetwerk.goals.models import Action, ActionStep, Goal, MeasureValue, Step
from wijknetwerk.goals.panels import of_thing
from wijknetwerk.goals.selectors.action_waits import ASKED, DUE, GIVEN, VACANT
from wijknetwerk.goals.selectors.facts import count_goals
from wijknetwerk.goals.services import action_waits, actions, goals, owners
from wijknetwerk.goals.suggestions import RULES
from wijknetwerk.goals.tests.acting import by, make_action, now, waits_for
from wijknetwerk.networks.services import facts as facts_services
from wijknetwerk.networks.services import leaving, roles
from wijknetwerk.networks.tests.teaming import make_team
from wijknetwerk.notices.services import rebuild


def test_who_leaves_leaves_a_vacancy_that_waits_for_who_leads(cast: Cast) -> None:
    made, done = make_action(cast), make_action(cast, what="Flyers")
    by(cast, "amina", actions.step, action=done.uuid, step=Step.DONE)
    asked = by(cast, "amina", owners.ask, action=made.uuid, member=cast.members["bas"].uuid)
    goal = by(cast, "amina", goals.make, said=goals.SaidGoal("Eten", owner=_uuid(cast, "amina")))
    by(cast, "amina", leaving.leave)
    assert now(made).owner is None
    assert now(done).owner_id == cast.members["amina"].pk
    assert waits_for(VACANT, made.uuid) == {cast.dewi.pk}
    assert waits_for(ASKED, asked.uuid) == set()
    with scope.acting(SYSTEM):
        assert Goal.objects.get(pk=goal.pk).owner is None
    by(cast, "bas", owners.take, action=made.uuid)
    assert (waits_for(VACANT, made.uuid), waits_for(DUE, made.uuid)) == (set(), {cast.bas.pk})


def _uuid(cast: Cast, name: str) -> Any:
    return cast.members[name].uuid


def test_the_lead_of_a_team_looks_after_its_actions(cast: Cast) -> None:
    team = make_team(cast, lead="joost")
    made = make_action(cast, "bas", who="joost", team=team.uuid)
    by(cast, "bas", owners.give_back, action=made.uuid)
    assert waits_for(VACANT, made.uuid) == {cast.joost.pk}
    by(cast, "joost", owners.choose, action=made.uuid, member=_uuid(cast, "amina"))
    assert waits_for(DUE, made.uuid) == {cast.amina.pk}


def test_a_vacancy_waits_for_who_leads_now(cast: Cast) -> None:
    made = make_action(cast, "", who="dewi")
    new = roles.NewRole("coordinator", TODAY)
    by(cast, "dewi", roles.give_role, member=_uuid(cast, "ben"), new=new)
    assert waits_for(VACANT, made.uuid) == {cast.dewi.pk, cast.ben.pk}


def test_what_waits_can_be_made_again_from_what_there_is(cast: Cast) -> None:
    make_action(cast)
    make_action(cast, "bas", who="dewi", by_on=TODAY + timedelta(days=30))
    make_action(cast, "", who="dewi")
    asked = make_action(cast, "bas", by_on=TODAY + timedelta(days=30))
    by(cast, "bas", owners.ask, action=asked.uuid, member=_uuid(cast, "els"))
    said = actions.Said(what="Grote zaal regelen", team=None, goal=None)
    by(cast, "bas", actions.change, action=asked.uuid, said=said, read_version=1)
    with scope.acting(SYSTEM):
        found = rebuild.rebuild(actor=SYSTEM)
    kinds = (DUE, GIVEN, VACANT, ASKED)
    assert [one for one in found if one.kind in kinds] == []


def test_what_comes_near_waits_the_night_after(cast: Cast) -> None:
    made = make_action(cast, by_on=TODAY + timedelta(days=10))
    assert waits_for(DUE, made.uuid) == set()
    with clock.frozen(NOW + timedelta(days=4)), scope.acting(SYSTEM):
        action_waits.open_due()
        action_waits.open_due()
    assert waits_for(DUE, made.uuid) == {cast.amina.pk}


def test_facts_and_suggestions_are_about_all_together(cast: Cast) -> None:
    for days in (-9, -3, 2, 5):
        make_action(cast, by_on=TODAY + timedelta(days=days))
    by(cast, "dewi", goals.make, said=goals.SaidGoal("Samen eten"))
    with scope.acting(SYSTEM):
        facts = count_goals(cast.linde.pk)
    assert (facts["actions_open"], facts["actions_late"]) == (4, 2)
    assert "actions_kept" not in facts
    assert RULES["half_is_late"].holds(facts)
    assert RULES["goal_without_owner"].holds(facts)
    assert not RULES["half_is_late"].holds({**facts, "actions_late": 1})
    assert not RULES["no_goal"].holds({**facts, "members": 9})
    assert RULES["no_goal"].holds({"goals": 0, "goals_reached": 0, "members": 3})
    for rule in RULES.values():
        assert rule.reason({**facts, "members": 9})
        assert not rule.figure or rule.figure in rule.needs


def test_a_suggestion_becomes_an_action(cast: Cast, sign_in: SignIn) -> None:
    with scope.acting(SYSTEM):
        facts_services.keep_facts(cast.linde.pk, {"actions_open": 4, "actions_late": 2})
    dewi = sign_in("dewi")
    page = dewi.get("/vandaag/").content.decode()
    link = page.split('href="/n/de-linde/acties/nieuw/?')[1].split('"')[0]
    at = f"/n/de-linde/acties/nieuw/?{unescape(link)}"
    asked = dict(parse_qsl(at.split("?")[1]))
    assert "/n/de-linde/route/" in dewi.get(at).content.decode()
    sent = {"what": asked["wat"], "source": asked["bron"], "by_on": "2026-11-20"}
    made = dewi.post(at, sent)["Location"]
    assert asked["wat"] in dewi.get(made).content.decode()
    assert "/n/de-linde/route/" in dewi.get(made).content.decode()


def test_a_team_and_a_step_lead_to_their_actions(cast: Cast, sign_in: SignIn) -> None:
    team = make_team(cast)
    page = sign_in("bas").get(f"/n/de-linde/teams/{team.uuid}/").content.decode()
    assert f"/n/de-linde/acties/nieuw/?team={team.uuid}" in page
    assert f"/n/de-linde/acties/?team={team.uuid}" in page


def test_a_thing_shows_what_came_from_it_and_the_way_to_make_more(cast: Cast) -> None:
    thing = ("agenda.event", uuid4())
    by(
        cast,
        "dewi",
        registries.take_up,
        source=thing,
        what="Koffie",
        owner=_uuid(cast, "amina"),
        by=TODAY,
    )
    amina, farid = cast.actor("amina"), cast.actor("farid")
    with scope.acting(amina):
        shown = of_thing(amina, cast.linde, thing)
        assert [row.what for row in shown["goals_rows"]] == ["Koffie"]
        assert "bron=agenda.event" in shown["goals_new_url"]
    with scope.acting(farid):
        assert of_thing(farid, cast.linde, thing) == {}


def test_my_data_is_shown_and_erased_and_what_runs_becomes_a_vacancy(cast: Cast) -> None:
    made = make_action(cast, what="Bellen met Amina Haddad")
    by(
        cast,
        "amina",
        owners.ask,
        action=made.uuid,
        member=_uuid(cast, "bas"),
        words="Ik heb het druk",
    )
    data = registries.personal_data["goals"]
    with scope.acting(SYSTEM):
        told = str([record.fields for record in data.export(person_uuid=cast.amina.uuid)])
        assert "Bellen met Amina Haddad" in told
        assert "Ik heb het druk" in told
        list(data.erase(actor=SYSTEM, person_uuid=cast.amina.uuid))
        assert "Haddad" not in str(list(data.export(person_uuid=cast.amina.uuid)))
    row = now(made)
    assert (row.owner, row.made_by) == (None, None)
    assert "Haddad" not in row.what
    assert waits_for(VACANT, made.uuid) == {cast.dewi.pk}


def test_names_go_three_years_after(cast: Cast) -> None:
    made = make_action(cast)
    by(cast, "amina", actions.step, action=made.uuid, step=Step.DROP, reason="Te duur")
    goal = by(cast, "amina", goals.make, said=goals.SaidGoal("Eten", owner=_uuid(cast, "amina")))
    said = goals.SaidMeasure("Mensen aan tafel")
    measure = by(cast, "amina", goals.add_measure, goal=goal.uuid, said=said)
    by(cast, "amina", goals.note_value, measure=measure.uuid, on=TODAY, value=Decimal(8))
    by(cast, "amina", goals.end, goal=goal.uuid, state=goals.REACHED, brought="")
    entry = registries.retention["goals.names"]
    with scope.acting(SYSTEM):
        assert entry.expire(before=NOW) == 0
        assert MeasureValue.objects.get().said_by == cast.amina
        assert entry.expire(before=NOW + timedelta(days=1)) == 2
        assert ActionStep.objects.get().by is None
        assert MeasureValue.objects.get().said_by is None
    assert now(made).owner is None


def test_at_a_stop_what_runs_is_let_go(cast: Cast) -> None:
    make_action(cast)
    by(cast, "dewi", goals.make, said=goals.SaidGoal("Samen eten"))
    part = registries.endings["goals"]
    with scope.acting(SYSTEM):
        assert len(part.tell(cast.linde)) == 2
        for _twice in range(2):
            assert part.act is not None
            part.act(actor=SYSTEM, network=cast.linde, what=Ending.STOP)
        assert list(Action.objects.values_list("state", flat=True)) == ["dropped"]
        assert list(Goal.objects.values_list("state", flat=True)) == ["stopped"]
        assert part.keep is not None
        assert len(part.keep(cast.linde)) == 3


@pytest.mark.once
def test_examples_are_the_same_in_both_languages() -> None:
    nl, en = (templates_content.read(language) for language in ("nl", "en"))
    assert set(nl) == {"core", "first_1000_days", "older_people", "youth", "school", "theme"}
    for kind, example in nl.items():
        other = en[kind]
        assert [one.key for one in example.goals] == [one.key for one in other.goals]
        for mine, theirs in zip(example.goals, other.goals, strict=True):
            assert [one.days for one in mine.actions] == [one.days for one in theirs.actions]
            figures = [(one.start, one.target, one.direction) for one in mine.measures]
            assert figures == [(one.start, one.target, one.direction) for one in theirs.measures]
            assert max(one.days for one in mine.actions) <= mine.days


def test_a_member_sees_no_list_by_person(cast: Cast, sign_in: SignIn) -> None:
    make_action(cast, "bas")
    page = sign_in("amina").get(f"/n/de-linde/acties/?owner={_uuid(cast, 'bas')}&which=late")
    assert "Zaal regelen" not in page.content.decode()


def test_members_find_it_and_strangers_do_not(cast: Cast, sign_in: SignIn) -> None:
    made = make_action(cast, what="Lantaarnpaal melden")
    at = "/zoeken/?q=lantaarnpaal"
    assert str(made.uuid) in sign_in("bas").get(at).content.decode()
    assert str(made.uuid) not in sign_in("farid").get(at).content.decode()
    by(cast, "amina", actions.step, action=made.uuid, step=Step.DROP, reason="Was al gemeld")
    assert str(made.uuid) not in sign_in("bas").get(at).content.decode()
