"""What is stored opens and shuts, one row at a time, for the gate and for the list alike (P1, P2).

The question is asked with an actor of before the change, in a scope that hides nothing: so that
the gate itself answers, and not what stands before it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from tests.cast import BEGUN, NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.models import Membership, MembershipRole, Network, Organisation, Partner
from wijknetwerk.plans import access, access_facts, decision
from wijknetwerk.plans.decision import Way
from wijknetwerk.plans.models import CircleMember, EmergencyLook, Representative, ResidentPlan
from wijknetwerk.plans.parts import EMERGENCY, Part, one
from wijknetwerk.plans.tests.acting import begun, place
from wijknetwerk.privacy import services as privacy
from wijknetwerk.privacy.purposes import (
    PLAN_CARE,
    PLAN_ONE_THING,
    PLAN_OWN_PEOPLE,
    PUBLIC_PAGE,
    Deed,
    Ground,
    PartyKind,
)

DAY, TICK = timedelta(days=1), timedelta(microseconds=1)
Change = Callable[["Stored"], Any]


@dataclass
class Stored:
    """Amina's plan, Bas's plan beside it, and who asks."""

    cast: Cast
    plan: ResidentPlan
    other: ResidentPlan
    asks: Actor

    def reads(self) -> set[Part]:
        """What the gate says; the list says the same, of each part and of any."""
        plan = ResidentPlan.objects.select_related("network").get(pk=self.plan.pk)
        facts = access.known(self.asks, plan)
        found = {part for part in Part if decision.may(facts, part, Deed.READ)}
        for part in (Part.WORDS, Part.CIRCLE, Part.MONEY):
            rows = access.readable(self.asks, part).filter(pk=plan.pk)
            assert rows.exists() is (part in found), part
        return found

    def opens(self) -> bool:
        """Whether there is anything to read at all, by the gate and by the list."""
        try:
            access.plan_for(self.asks, self.plan.uuid)
            found = True
        except access.NotFound:
            found = False
        assert access.readable(self.asks).filter(pk=self.plan.pk).exists() is found
        return found

    def member(self, **changes: Any) -> None:
        """Another membership than it was."""
        Membership.objects.filter(person=self.asks.own_id).update(**changes)

    def seat(self, **changes: Any) -> None:
        CircleMember.objects.filter(plan=self.plan).update(**changes)

    def gives(self, **changes: Any) -> None:
        """Amina gives Els what she needs for care, or something else."""
        given: dict[str, Any] = {
            "actor": self.cast.actor("amina"),
            "person": (self.cast.amina.pk, self.cast.amina.uuid),
            "network_uuid": self.cast.linde.uuid,
            "purpose": PLAN_CARE,
            "party_kind": PartyKind.PERSON,
            "party_uuid": self.asks.person_uuid,
            "parts": [Part.WORDS.value],
        }
        privacy.give_consent(**{**given, **changes})


@contextmanager
def _undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _stored(cast: Cast, name: str) -> Stored:
    return Stored(cast, begun(cast), begun(cast, "bas"), cast.actor(name))


def _each(stored: Stored, changes: dict[str, Change], *, opens: bool) -> None:
    """After each change alone: nothing opens, or still does."""
    asks = stored.asks
    for what, change in changes.items():
        with _undone():
            change(stored)
            assert (what, bool(stored.reads()), stored.opens()) == (what, opens, opens)
        stored.asks = asks


def _learns(stored: Stored) -> None:
    member = Membership.objects.get(person=stored.asks.own_id)
    MembershipRole.objects.filter(role="learner").update(membership=member, person=member.person_id)
    names = {person.pk: name for name, person in stored.cast.people.items()}
    stored.asks = stored.cast.actor(names[member.person_id])


def _elsewhere(stored: Stored) -> tuple[Organisation, Partner]:
    party = Organisation.objects.create(name="Zorg Twee", kind="district_nursing")
    network = stored.cast.linde
    return party, Partner.objects.create(network=network, organisation=party, from_on=BEGUN)


def _changes_work(stored: Stored, *, partner: bool, organisation: bool) -> None:
    party, takes_part = _elsewhere(stored)
    stored.member(
        **({"partner": takes_part} if partner else {}),
        **({"organisation": party} if organisation else {}),
    )


def _closes(stored: Stored) -> None:
    ResidentPlan.objects.filter(pk=stored.plan.pk).update(
        state="closed", closed_at=NOW, taken="taken"
    )


PERSON_SHUTS: dict[str, Change] = {
    "the membership is over": lambda it: it.member(until_on=TODAY),
    "the membership has yet to begin": lambda it: it.member(from_on=TODAY + DAY),
    "the account is closed": lambda it: (
        type(it.cast.amina).objects.filter(pk=it.asks.own_id).update(is_active=False)
    ),
    "the membership is another's": lambda it: it.member(person=it.cast.sam),
    "the network stopped": lambda it: Network.objects.update(stopped_on=TODAY),
    "they learn": _learns,
}
PARTY_SHUTS: dict[str, Change] = {
    "the party takes part no more": lambda it: Partner.objects.update(until_on=TODAY),
    "the party has yet to begin": lambda it: Partner.objects.update(from_on=TODAY + DAY),
    "they take part for another": lambda it: _changes_work(it, partner=True, organisation=False),
    "they work for another": lambda it: _changes_work(it, partner=False, organisation=True),
    "they left for another": lambda it: _changes_work(it, partner=True, organisation=True),
    "they are there for nobody": lambda it: it.member(partner=None, organisation=None),
}
STILL: dict[str, Change] = {
    "nothing changed": lambda it: None,
    "the last day is tomorrow": lambda it: it.member(until_on=TODAY + DAY),
    "it began today": lambda it: it.member(from_on=TODAY),
    "the party began today": lambda it: Partner.objects.update(from_on=TODAY),
    "the last day of the party is tomorrow": lambda it: Partner.objects.update(
        until_on=TODAY + DAY
    ),
}


def test_a_place_in_the_circle(cast: Cast) -> None:
    stored = _stored(cast, "els")
    place(cast, stored.plan, "els", "professional")
    with scope.acting(SYSTEM):
        stored.gives()
        assert stored.reads() == {Part.WORDS}
        shuts: dict[str, Change] = {
            **PERSON_SHUTS,
            **PARTY_SHUTS,
            "the place is over": lambda it: it.seat(state="left", until_on=TODAY),
            "the place went no further": lambda it: it.seat(state="refused", until_on=TODAY + DAY),
            "the place waits for a yes": lambda it: it.seat(state="asked"),
            "the place has yet to begin": lambda it: it.seat(from_on=TODAY + DAY),
            "the place is for another party": lambda it: it.seat(organisation=_elsewhere(it)[0]),
            "the place is in another's circle": lambda it: it.seat(plan=it.other),
            "the plan is closed": _closes,
            "the plan began after it": lambda it: ResidentPlan.objects.update(begun_at=NOW + TICK),
            "a carer is not for care": lambda it: it.seat(role="carer"),
        }
        _each(stored, shuts, opens=False)
        still = {**STILL, "the place began today": lambda it: it.seat(from_on=TODAY)}
        _each(stored, still, opens=True)


def test_somebody_of_ones_own_is_there_for_no_party(cast: Cast) -> None:
    stored = _stored(cast, "dewi")
    place(cast, stored.plan, "dewi", "family")
    with scope.acting(SYSTEM):
        stored.gives(purpose=PLAN_OWN_PEOPLE)
        _each(stored, PERSON_SHUTS, opens=False)
        still: dict[str, Change] = {
            "nothing changed": lambda it: None,
            "the party is over": lambda it: Partner.objects.update(until_on=TODAY),
            "a carer": lambda it: it.seat(role="carer"),
            "a volunteer": lambda it: it.seat(role="volunteer"),
        }
        _each(stored, still, opens=True)


def test_a_consent_and_what_it_is_not(cast: Cast) -> None:
    stored = _stored(cast, "els")
    place(cast, stored.plan, "els", "professional")
    party, nobody = Organisation.objects.get(), cast.sam.uuid
    bas = (cast.bas.pk, cast.bas.uuid)
    person, team = PartyKind.PERSON, PartyKind.TEAM
    organisation = PartyKind.ORGANISATION
    plan = stored.plan.uuid
    not_enough: list[dict[str, Any]] = [
        {"party_uuid": nobody},
        {"party_kind": team},
        {"party_kind": team, "party_uuid": stored.other.uuid},
        {"party_kind": organisation, "party_uuid": _other_party(stored)},
        {"party_kind": organisation},
        {"party_kind": PartyKind.NETWORK},
        {"party_kind": person, "party_uuid": plan},
        {"party_kind": person, "party_uuid": party.uuid},
        {"party_kind": team, "party_uuid": party.uuid},
        {"party_kind": organisation, "party_uuid": plan},
        {"purpose": PLAN_OWN_PEOPLE},
        {"purpose": PUBLIC_PAGE},
        {"person": bas},
        {"network_uuid": cast.oosterpoort.uuid},
        {"deeds": (Deed.WRITE, Deed.DISCUSS)},
        {"parts": []},
    ]
    enough: list[dict[str, Any]] = [
        {},
        {"purpose": PLAN_ONE_THING},
        {"party_kind": team, "party_uuid": plan},
        {"party_kind": organisation, "party_uuid": party.uuid},
        {"ground": Ground.PUBLIC_TASK, "ground_note": "artikel"},
    ]
    with scope.acting(SYSTEM):
        for given, opens in [*((it, False) for it in not_enough), *((it, True) for it in enough)]:
            with _undone():
                stored.gives(**given)
                found = stored.reads()
                assert (given, found) == (given, {Part.WORDS} if opens else set())
                assert (given, stored.opens()) == (given, opens)
        with _undone():
            stored.gives(lasts=DAY)
            for at, opens in ((NOW + DAY - TICK, True), (NOW + DAY, False), (NOW - TICK, False)):
                with clock.frozen(at):
                    assert (at, bool(stored.reads())) == (at, opens)


def _other_party(stored: Stored) -> Any:
    with scope.acting(SYSTEM):
        return _elsewhere(stored)[0].uuid


def test_the_team_is_who_comes_to_me(cast: Cast) -> None:
    stored = _stored(cast, "els")
    place(cast, stored.plan, "els", "professional")
    with scope.acting(SYSTEM):
        stored.gives(party_kind=PartyKind.TEAM, party_uuid=stored.plan.uuid)
        _each(stored, {"case lead": lambda it: it.seat(role="case_lead")}, opens=True)
        _each(stored, {"stands by": lambda it: it.seat(role="client_supporter")}, opens=False)


@pytest.mark.parametrize("kind", ["municipality", "social_team"])
def test_a_party_that_needs_a_task(cast: Cast, kind: str) -> None:
    stored = _stored(cast, "els")
    place(cast, stored.plan, "els", "professional")
    with scope.acting(SYSTEM):
        Organisation.objects.update(kind=kind)
        stored.gives()
        assert not stored.reads()
        stored.gives(ground=Ground.PUBLIC_TASK, ground_note="Wmo 2015")
        assert stored.reads() == {Part.WORDS}


def test_one_thing_is_no_part(cast: Cast) -> None:
    stored = _stored(cast, "els")
    place(cast, stored.plan, "els", "professional")
    thing = one("goal", cast.sam.uuid)
    with scope.acting(SYSTEM):
        stored.gives(purpose=PLAN_ONE_THING, parts=[thing])
        assert (stored.reads(), stored.opens()) == (set(), True)
        hand = access.plan_for(stored.asks, stored.plan.uuid)
        assert hand.things == {thing}
        assert hand.may(Part.GOALS, thing=thing)
        assert not hand.parts


def test_who_may_decide(cast: Cast) -> None:
    stored = _stored(cast, "dewi")
    with scope.acting(SYSTEM):
        speaks = Representative.objects.create(
            network=cast.linde,
            resident=cast.amina,
            membership=cast.members["dewi"],
            kind="mentor",
            parts=[Part.WORDS.value, Part.MONEY.value],
            from_on=TODAY,
            noted_by=cast.amina,
            seen_by=cast.priya,
            seen_at=NOW,
        )
        assert stored.reads() == {Part.WORDS, Part.MONEY}

        def turned(**changes: Any) -> Change:
            return lambda _it: Representative.objects.filter(pk=speaks.pk).update(**changes)

        shuts: dict[str, Change] = {
            **PERSON_SHUTS,
            "for another": turned(resident=cast.bas),
            "in another network": turned(network=cast.oosterpoort),
            "ended": turned(ended_at=NOW),
            "the proof was not seen": turned(seen_at=None),
            "over": turned(until_on=TODAY),
            "not yet": turned(from_on=TODAY + DAY),
            "in no part": turned(parts=[]),
            "of money, without money": turned(kind="bewindvoerder", parts=["words"]),
        }
        _each(stored, shuts, opens=False)
        still: dict[str, Change] = {
            "nothing changed": lambda it: None,
            "the last day is tomorrow": turned(until_on=TODAY + DAY),
            "of money": turned(kind="bewindvoerder"),
            "the plan is closed": _closes,
        }
        _each(stored, still, opens=True)
        with _undone():
            turned(kind="bewindvoerder")(stored)
            assert stored.reads() == {Part.MONEY}


def test_a_look_in_an_emergency(cast: Cast) -> None:
    stored = _stored(cast, "els")
    with scope.acting(SYSTEM):
        look = EmergencyLook.of(
            stored.plan,
            membership=cast.members["els"],
            organisation=Organisation.objects.get(),
            reason="danger",
            opened_at=NOW,
            review_by=TODAY,
        )
        look.words = "Zij doet niet open."
        look.save()
        assert stored.reads() == EMERGENCY
        assert access.may(stored.asks, stored.plan, Part.CIRCLE).relation == look.uuid

        def turned(**changes: Any) -> Change:
            return lambda _it: EmergencyLook.objects.filter(pk=look.pk).update(**changes)

        hours = timedelta(hours=4)
        shuts: dict[str, Change] = {
            **PERSON_SHUTS,
            **PARTY_SHUTS,
            "ended": turned(ended_at=NOW),
            "not opened yet": turned(opened_at=NOW + TICK),
            "four hours ago": turned(opened_at=NOW - hours),
            "of another plan": turned(plan=stored.other),
            "the plan is closed": _closes,
        }
        _each(stored, shuts, opens=False)
        still = {**STILL, "nearly four hours": turned(opened_at=NOW - hours + TICK)}
        _each(stored, still, opens=True)


def test_what_a_consent_opens_is_never_said_to_be_an_emergency(
    cast: Cast, count_queries: Any
) -> None:
    stored = _stored(cast, "els")
    place(cast, stored.plan, "els", "professional")
    with scope.acting(SYSTEM):
        plan = ResidentPlan.objects.select_related("network").get(pk=stored.plan.pk)
        stored.gives(parts=[Part.CIRCLE.value])
        look = EmergencyLook.of(
            plan,
            membership=cast.members["els"],
            organisation=Organisation.objects.get(),
            reason="danger",
            opened_at=NOW,
            review_by=TODAY,
        )
        look.save()
        assert stored.reads() == EMERGENCY
        with count_queries() as asked:
            facts = access.known(stored.asks, plan)
        assert asked.count == 1
        assert {part: decision.may(facts, part, Deed.READ).way for part in EMERGENCY} == {
            part: Way.CIRCLE if part == Part.CIRCLE else Way.EMERGENCY for part in EMERGENCY
        }


def test_who_of_a_circle_holds_a_place_now(cast: Cast) -> None:
    stored = _stored(cast, "els")
    mine = place(cast, stored.plan, "els", "professional")

    def holds() -> list[int]:
        return [row.pk for row in access_facts.holding_places(stored.plan)]

    shuts = {
        **PERSON_SHUTS,
        **PARTY_SHUTS,
        "the place is over": lambda it: it.seat(state="left", until_on=TODAY + DAY),
        "the place has yet to begin": lambda it: it.seat(from_on=TODAY + DAY),
        "the place waits for a yes": lambda it: it.seat(state="asked"),
        "the place is in another's circle": lambda it: it.seat(plan=it.other),
    }
    for elsewhere in ("the membership is another's", "the network stopped", "they learn"):
        del shuts[elsewhere]
    with scope.acting(SYSTEM):
        assert holds() == [mine.pk]
        for what, change in shuts.items():
            with _undone():
                change(stored)
                assert (what, holds()) == (what, [])


def test_only_a_person_who_acts_for_themselves(cast: Cast) -> None:
    """Also of the resident: not while they note for another, not by a link, not the platform."""
    stored = _stored(cast, "amina")
    mine = stored.asks
    with scope.acting(SYSTEM):
        assert stored.reads() == set(Part)
        for asks in (
            SYSTEM,
            Actor.anonymous(),
            Actor.link("plans.agreement"),
            replace(mine, noting_for=cast.bakker.uuid),
            replace(SYSTEM, person_id=mine.person_id, person_uuid=mine.person_uuid),
        ):
            stored.asks = asks
            assert not stored.reads()
            assert not stored.opens()
            assert access.own_plan(asks, cast.linde.pk) is None
            assert not access.own_places(asks).exists()
        assert not access.may(replace(mine, person_uuid=None), stored.plan, Part.WORDS)
        stored.asks = mine
        _closes(stored)
        Network.objects.update(stopped_on=TODAY)
        assert stored.reads() == set(Part)
