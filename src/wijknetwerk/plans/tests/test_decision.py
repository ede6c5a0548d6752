"""The four gates, one at a time: take any one away and it shuts (rules P1, P5)."""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest

from wijknetwerk.plans import decision
from wijknetwerk.plans.decision import Known, Place, Scope, Way, Yes
from wijknetwerk.plans.parts import EMERGENCY, Part, one
from wijknetwerk.privacy.purposes import (
    PLAN_CARE,
    PLAN_ONE_THING,
    PLAN_OWN_PEOPLE,
    Deed,
    Ground,
    PartyKind,
)

pytestmark = pytest.mark.once

NURSE, PLAN, PARTY, OTHER = (UUID(int=number) for number in range(1, 5))
PLACE = Place(uuid4(), "professional", True, PARTY, True, "district_nursing")
YES = Yes(
    uuid4(), PLAN_CARE.code, PartyKind.PERSON, NURSE, [Part.WORDS], [Deed.READ], Ground.CONSENT
)
OPEN = Known(NURSE, PLAN, plan_open=True, network_runs=True, places=(PLACE,), yeses=(YES,))


def may(known: Known, part: Part = Part.WORDS, deed: Deed = Deed.READ, thing: str = "") -> bool:
    return bool(decision.may(known, part, deed, thing))


def with_yes(**fields: Any) -> Known:
    return replace(OPEN, yeses=(replace(YES, **fields),))


def with_place(**fields: Any) -> Known:
    return replace(OPEN, places=(replace(PLACE, **fields),))


def test_all_four_gates_open_it_and_the_log_hears_on_what() -> None:
    verdict = decision.may(OPEN, Part.WORDS, Deed.READ)
    assert (verdict.way, verdict.relation, verdict.consent) == (Way.CIRCLE, PLACE.uuid, YES.uuid)
    assert verdict.checks == "circle:role,relation,consent,place"
    assert decision.opens(OPEN)


@pytest.mark.parametrize(
    "known",
    [
        replace(OPEN, plan_open=False),
        replace(OPEN, network_runs=False),
        replace(OPEN, learns=True),
        replace(OPEN, places=()),
        replace(OPEN, yeses=()),
        with_place(runs=False),
        with_place(same_party=False),
        with_place(role="carer"),  # a consent for care is not for one's own people
        with_yes(purpose=PLAN_OWN_PEOPLE.code),
        with_yes(purpose="public_page"),
        with_yes(party=OTHER),
        with_yes(party_kind=PartyKind.NETWORK),
        with_yes(parts=[Part.MONEY]),
        with_yes(deeds=[Deed.WRITE]),
        with_yes(parts=[""]),
        with_yes(party_kind=PartyKind.ORGANISATION, party=None),
        with_yes(party_kind=PartyKind.NETWORK, party=PARTY),
        with_yes(party_kind=PartyKind.PUBLIC, party=PARTY),
    ],
)
def test_each_gate_shuts_it(known: Known) -> None:
    assert not may(known)
    if known.yeses and Part.MONEY not in known.yeses[0].parts:
        assert not decision.opens(known)


def test_a_party_is_its_people_in_the_circle() -> None:
    party = with_yes(party_kind=PartyKind.ORGANISATION, party=PARTY)
    assert may(party)
    assert not may(replace(party, places=(replace(PLACE, organisation=OTHER),)))
    alone = (replace(PLACE, organisation=None),)
    assert not may(replace(party, places=alone))
    nobody = with_yes(party_kind=PartyKind.ORGANISATION, party=None)
    assert not may(replace(nobody, places=alone))


def test_the_team_that_comes_to_me_is_who_comes_to_me() -> None:
    team = with_yes(party_kind=PartyKind.TEAM, party=PLAN)
    assert may(team)
    assert may(replace(team, places=(replace(PLACE, role="case_lead"),)))
    assert not may(replace(team, places=(replace(PLACE, role="client_supporter"),)))
    assert not may(with_yes(party_kind=PartyKind.TEAM, party=OTHER))


def test_one_thing_opens_that_thing_and_nothing_beside_it() -> None:
    goal, another = one("goal", uuid4()), one("goal", uuid4())
    known = with_yes(purpose=PLAN_ONE_THING.code, parts=[goal])
    assert may(known, Part.GOALS, thing=goal)
    assert not may(known, Part.GOALS, thing=another)
    assert not any(may(known, part) for part in Part)
    assert not may(known, Part.GOALS, Deed.WRITE, goal)
    assert decision.opens(known)
    assert decision.things(known) == {goal}
    for shut in (
        replace(known, places=()),
        replace(known, learns=True),
        with_yes(purpose=PLAN_ONE_THING.code, parts=[goal], party=OTHER),
        with_yes(purpose=PLAN_ONE_THING.code, parts=[goal], deeds=[Deed.WRITE]),
    ):
        assert not decision.things(shut)
        assert not decision.opens(shut)
    assert not decision.things(OPEN)


def test_the_resident_reads_for_ever_and_writes_while_it_is_open() -> None:
    mine = Known(NURSE, PLAN, is_resident=True, plan_open=True, network_runs=True)
    over = (replace(mine, plan_open=False), replace(mine, network_runs=False))
    for part in Part:
        assert all(may(mine, part, deed) for deed in Deed)
        seen = decision.may(mine, part, Deed.READ)
        assert (seen.way, seen.purpose) == (Way.RESIDENT, "")
        assert seen.checks == "resident:role,relation,consent,place"
        for known in over:
            assert may(known, part)
            assert not may(known, part, Deed.WRITE)


def test_a_representative_stays_within_the_scope() -> None:
    scope = Scope(uuid4(), "mentor", [Part.WORDS, Part.MONEY], True)
    known = replace(OPEN, places=(), yeses=(), scopes=(scope,))
    assert {part for part in Part if may(known, part)} == {Part.WORDS, Part.MONEY}
    assert may(known, Part.WORDS, Deed.WRITE)
    assert may(replace(known, plan_open=False))
    assert not may(replace(known, plan_open=False), deed=Deed.WRITE)
    assert not may(replace(known, scopes=(replace(scope, runs=False),)))
    assert not may(replace(known, network_runs=False))
    money = replace(known, scopes=(replace(scope, kind="bewindvoerder"),))
    assert {part for part in Part if may(money, part)} == {Part.MONEY}
    words = replace(scope, kind="bewindvoerder", parts=[Part.WORDS])
    assert not decision.opens(replace(known, scopes=(words,)))
    seen = decision.may(known, Part.WORDS, Deed.READ)
    assert (seen.way, seen.relation) == (Way.REPRESENTATIVE, scope.uuid)
    assert seen.checks == "representative:role,relation,consent,place"


def test_an_emergency_reads_less_and_writes_nothing() -> None:
    known = replace(OPEN, places=(), yeses=(), emergency=uuid4())
    assert {part for part in Part if may(known, part)} == EMERGENCY
    assert not any(may(known, part, deed) for part in Part for deed in Deed if deed != Deed.READ)
    assert not may(replace(known, learns=True), Part.CIRCLE)
    assert not may(replace(known, plan_open=False), Part.CIRCLE)
    assert not may(replace(known, network_runs=False), Part.CIRCLE)
    seen = decision.may(known, Part.CIRCLE, Deed.READ)
    assert (seen.purpose, seen.relation, seen.consent) == ("BTG", known.emergency, None)
    assert seen.checks == "emergency:role,relation,consent,place"


OWN, CARE = ("family", "carer", "volunteer"), ("professional", "case_lead", "client_supporter")


@pytest.mark.parametrize("role", [*OWN, *CARE])
def test_a_consent_is_for_ones_own_people_or_for_care_and_the_team_is_who_comes(role: str) -> None:
    """Each role by name: which sets it is in is the rule itself."""
    places = (replace(PLACE, role=role),)
    assert may(replace(OPEN, places=places)) is (role in CARE)
    own = with_yes(purpose=PLAN_OWN_PEOPLE.code)
    assert may(replace(own, places=places)) is (role in OWN)
    team = with_yes(party_kind=PartyKind.TEAM, party=PLAN, purpose=PLAN_ONE_THING.code)
    assert may(replace(team, places=places)) is (role in ("professional", "case_lead"))


@pytest.mark.parametrize(
    ("kind", "needs"),
    [("municipality", True), ("social_team", True), ("district_nursing", False), ("", False)],
)
def test_for_a_municipality_a_yes_alone_is_no_ground(kind: str, needs: bool) -> None:
    places = (replace(PLACE, kind=kind),)
    assert may(replace(OPEN, places=places)) is not needs
    task = with_yes(ground=Ground.PUBLIC_TASK)
    assert may(replace(task, places=places))


def test_nobody_opens_nothing() -> None:
    assert not decision.opens(Known(NURSE, PLAN, plan_open=True, network_runs=True))
    refused = decision.may(replace(OPEN, yeses=()), Part.WORDS, Deed.READ)
    assert (refused.way, refused.relation, refused.consent) == (None, None, None)
    assert (refused.purpose, refused.checks) == ("", "")


def test_what_is_not_known_shuts() -> None:
    """Left out, a fact counts as no."""
    asked = Known(NURSE, PLAN, places=(PLACE,), yeses=(YES,))
    assert not decision.opens(asked)
    assert not decision.opens(replace(asked, network_runs=True))
    assert not decision.opens(replace(asked, plan_open=True))
    assert decision.opens(replace(asked, plan_open=True, network_runs=True))  # and learns nowhere
