"""Overleg: who sees one, the resident's yes person by person, and the table of states (P1, P2)."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.models import Membership, MembershipRole
from wijknetwerk.notices.models import Waiting
from wijknetwerk.plans.models import (
    CircleMember,
    Conference,
    ConferenceAct,
    ConferenceState,
    ResidentPlan,
    conference_after,
)
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.presets import Sharing
from wijknetwerk.plans.services import (
    circle,
    conference,
    conference_guests,
    conference_report,
    plans,
    sharing,
)
from wijknetwerk.plans.services.conference import Slot
from wijknetwerk.plans.services.conference_steps import NotNow
from wijknetwerk.plans.tests.acting import (
    BUT_MONEY,
    EVERYTHING,
    begun,
    do,
    hand,
    place,
    row,
    shares,
)
from wijknetwerk.plans.tests.conferring import LATER, SLOT, called, guest, put, seat
from wijknetwerk.privacy.purposes import PartyKind

WORDS_ONLY = Sharing((Part.WORDS,))


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    return begun(cast)


@pytest.fixture
def els(cast: Cast, plan: ResidentPlan) -> CircleMember:
    at = place(cast, plan, "els", "professional")
    shares(cast, plan, at, BUT_MONEY)
    return at


@pytest.fixture
def bas(cast: Cast, plan: ResidentPlan) -> CircleMember:
    at = place(cast, plan, "bas", "carer")
    shares(cast, plan, at, EVERYTHING)
    return at


def test_who_is_asked_sees_nothing_before_the_yes_of_the_resident_to_them(
    cast: Cast, plan: ResidentPlan, els: CircleMember, bas: CircleMember
) -> None:
    made = called(cast, plan, "els", bas)
    assert made.state == ConferenceState.PROPOSED
    assert made.at_home
    assert seat(cast, plan, "els", made) is None
    assert seat(cast, plan, "bas", made) is None
    mine = seat(cast, plan, "amina", made)
    assert mine is not None
    yes = {"conference": made.uuid, "yes": True, "comes": [guest(made, els).uuid]}
    do(cast, plan, "amina", conference.answer, **yes)
    found = seat(cast, plan, "els", made)
    assert found is not None
    assert found.writes
    assert seat(cast, plan, "bas", made) is None
    for name in ("dewi", "ad", "joost", "priya", "lena", "ben", "farid", "vera", "otto"):
        assert seat(cast, plan, name, made) is None


def test_a_yes_opens_this_one_conference_and_a_no_shuts_it(
    cast: Cast, plan: ResidentPlan, els: CircleMember, bas: CircleMember
) -> None:
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=els.uuid)
    other = called(cast, plan, "amina", bas)
    made = called(cast, plan, "amina", els)
    assert made.state == ConferenceState.PLANNED
    found = seat(cast, plan, "els", made)
    assert found is not None
    assert found.hand.parts == frozenset()
    assert seat(cast, plan, "els", other) is None
    which = {"conference": made.uuid, "guest": guest(made, els).uuid, "comes": False}
    do(cast, plan, "amina", conference_guests.decide, **which)
    with pytest.raises(NotFound):
        hand(cast, plan, "els")


def test_a_yes_takes_nothing_away_of_what_somebody_sees_already(
    cast: Cast, plan: ResidentPlan, els: CircleMember
) -> None:
    made = called(cast, plan, "amina", els, money=True)
    before = hand(cast, plan, "els").parts
    assert Part.GOALS in before
    assert Part.MONEY not in before
    assert seat(cast, plan, "els", made) is not None


@pytest.mark.parametrize("how", ["left", "consent", "member", "learner", "no"])
def test_access_to_a_conference_ends_by_itself(
    cast: Cast, plan: ResidentPlan, els: CircleMember, how: str
) -> None:
    made = called(cast, plan, "amina", els)
    held = hand(cast, plan, "els")
    assert seat(cast, plan, "els", made) is not None
    if how == "left":
        do(cast, plan, "amina", circle.take_out, place=els.uuid)
    elif how == "consent":
        do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=els.uuid)
    elif how == "no":
        do(cast, plan, "els", conference_guests.stay_away, conference=made.uuid)
    else:
        with scope.acting(SYSTEM):
            if how == "member":
                day = clock.today()
                Membership.objects.filter(pk=cast.members["els"].pk).update(until_on=day)
            else:
                fields = {"person_id": cast.els.pk, "from_on": clock.today()}
                MembershipRole.objects.create(
                    network=cast.linde,
                    membership=cast.members["els"],
                    role="learner",
                    supervisor=cast.members["joost"],
                    until_on=clock.today() + timedelta(days=9),
                    **fields,
                )
    assert seat(cast, plan, "els", made) is None
    if how == "learner":
        held = type(held)(cast.actor("els"), held.plan, held.known)
    with scope.acting(held.actor), pytest.raises(NotFound):
        conference.call_off(hand=held, conference=made.uuid)


ACTS: dict[ConferenceAct, tuple[Any, dict[str, Any]]] = {
    ConferenceAct.YES: (conference.answer, {"yes": True}),
    ConferenceAct.MOVE: (conference.move, {"slot": SLOT}),
    ConferenceAct.HOLD: (conference.hold, {"came": [], "resident_came": True, "minutes": 45}),
    ConferenceAct.WRITE: (
        conference_report.write,
        {"text": "Wat er gezegd is.", "read_version": 0},
    ),
    ConferenceAct.SEND: (conference_report.send, {}),
    ConferenceAct.CALL_OFF: (conference.call_off, {}),
}


@pytest.mark.parametrize("state", ConferenceState)
def test_every_act_in_every_state_by_the_table(
    cast: Cast, plan: ResidentPlan, state: ConferenceState
) -> None:
    for act, (service, fields) in ACTS.items():
        made = called(cast, plan, "amina")
        put(made, state)
        with scope.acting(SYSTEM):
            starts = NOW if act == ConferenceAct.HOLD else made.starts_at
            Conference.objects.filter(pk=made.pk).update(starts_at=starts)
        to = conference_after(state, act)
        # Whoever decides and moves it, says yes to the new time with that.
        if act == ConferenceAct.MOVE and to is not None:
            to = ConferenceState.PLANNED
        try:
            do(cast, plan, "amina", service, conference=made.uuid, **fields)
        except NotNow:
            assert to is None, (state, act)
        after = row(Conference, pk=made.pk)
        assert after.state == (to or state), (state, act)


def test_another_time_by_who_called_it_asks_the_yes_again(
    cast: Cast, plan: ResidentPlan, els: CircleMember
) -> None:
    made = called(cast, plan, "els")
    yes = {"conference": made.uuid, "yes": True, "comes": [guest(made, els).uuid]}
    do(cast, plan, "amina", conference.answer, **yes)
    to = Slot(LATER + timedelta(days=1), LATER + timedelta(days=1, hours=1), where="Bij Els")
    moved = do(cast, plan, "els", conference.move, conference=made.uuid, slot=to)
    assert (moved.state, moved.at_home) == (ConferenceState.PROPOSED, False)
    with pytest.raises(NotAllowed):
        do(cast, plan, "els", conference.answer, conference=made.uuid, yes=True)


def test_who_comes_and_who_leads_are_the_residents(
    cast: Cast, plan: ResidentPlan, els: CircleMember, bas: CircleMember
) -> None:
    made = called(cast, plan, "amina", els)
    do(cast, plan, "els", conference_guests.add, conference=made.uuid, place=bas.uuid)
    his = guest(made, bas)
    assert seat(cast, plan, "bas", made) is None
    for act, fields in (
        (conference_guests.decide, {"guest": his.uuid, "comes": True}),
        (conference_guests.choose_chair, {"guest": guest(made, els).uuid}),
    ):
        with pytest.raises(NotAllowed):
            do(cast, plan, "els", act, conference=made.uuid, **fields)
    lead = {"conference": made.uuid, "guest": his.uuid}
    with pytest.raises(NotNow):
        do(cast, plan, "amina", conference_guests.choose_chair, **lead)
    do(cast, plan, "amina", conference_guests.decide, **lead, comes=True)
    do(cast, plan, "amina", conference_guests.choose_chair, **lead)
    assert guest(made, bas).is_chair
    do(cast, plan, "amina", conference_guests.decide, **lead, comes=False)
    assert not guest(made, bas).is_chair


def test_a_caller_who_sees_nothing_of_the_circle_names_nobody_of_it(
    cast: Cast, plan: ResidentPlan, els: CircleMember, bas: CircleMember
) -> None:
    shares(cast, plan, els, WORDS_ONLY)
    with pytest.raises(NotFound):
        called(cast, plan, "els", bas)
    assert called(cast, plan, "els").state == ConferenceState.PROPOSED


def test_a_slip_of_a_stranger_or_a_closed_plan_calls_nothing(
    cast: Cast, plan: ResidentPlan, els: CircleMember
) -> None:
    held = hand(cast, plan, "els")
    do(cast, plan, "amina", circle.take_out, place=els.uuid)
    asked = conference.Asked("Hoe verder?", SLOT)
    with scope.acting(held.actor), pytest.raises(NotFound):
        conference.call(hand=held, asked=asked)
    past = conference.Asked("Hoe verder?", Slot(NOW - timedelta(days=1), NOW))
    with pytest.raises(InvalidInput):
        do(cast, plan, "amina", conference.call, asked=past)


def test_two_working_days_and_who_must_see_to_it(
    cast: Cast, plan: ResidentPlan, els: CircleMember, bas: CircleMember
) -> None:
    made = called(cast, plan, "els", bas)
    assert _waits("plans.conference_asked") == [("amina", None)]
    guests = [guest(made, els).uuid, guest(made, bas).uuid]
    yes = {"conference": made.uuid, "yes": True, "comes": guests}
    do(cast, plan, "amina", conference.answer, **yes)
    assert _waits("plans.conference_asked") == []
    with clock.frozen(LATER + timedelta(days=1)):  # a Friday
        held = {"conference": made.uuid, "came": guests, "resident_came": True, "minutes": 50}
        do(cast, plan, "els", conference.hold, **held)
        due = row(Conference, pk=made.pk).report_by
        assert due == clock.local_day(LATER + timedelta(days=5))  # Tuesday
        assert _waits("plans.conference_write") == [("els", due)]
        do(cast, plan, "amina", circle.take_out, place=els.uuid)
        assert _waits("plans.conference_write") == [("bas", due)]
        report = {"conference": made.uuid, "text": "Bas belt de huisarts.", "read_version": 0}
        do(cast, plan, "bas", conference_report.write, **report)
        assert _waits("plans.conference_write") == [("bas", due)]
        do(cast, plan, "bas", conference_report.send, conference=made.uuid)
        assert _waits("plans.conference_write") == []
        assert _waits("plans.conference_report") == [("amina", None)]
        do(cast, plan, "amina", conference_report.read, conference=made.uuid)
        assert _waits("plans.conference_report") == []


def test_the_log_says_what_was_done_and_not_what_about(
    cast: Cast, plan: ResidentPlan, els: CircleMember
) -> None:
    called(cast, plan, "els")
    found = row(LogEntry, event="plans.conference_called")
    assert (found.client_uuid, found.user_uuid) == (cast.amina.uuid, cast.els.uuid)
    assert "thuis" not in str(found.detail)


def _waits(kind: str) -> list[tuple[str, Any]]:
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(kind=kind, done_at=None).select_related("person")
        return [(one.person.given_name.lower(), one.due_on) for one in rows]


def test_a_plan_that_closes_leaves_nothing_waiting(
    cast: Cast, plan: ResidentPlan, els: CircleMember
) -> None:
    made = called(cast, plan, "els")
    assert _waits("plans.conference_asked") == [("amina", None)]
    do(cast, plan, "amina", plans.close, words="Het is goed zo.", taken="taken")
    assert _waits("plans.conference_asked") == []
    assert seat(cast, plan, "els", made) is None
    assert seat(cast, plan, "amina", made) is not None
