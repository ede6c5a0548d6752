"""Who may decide, at the edges: who sees a proof, who ends it, which row is meant, and what the log
then says (design 3)."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.models import MembershipRole, Network
from wijknetwerk.plans.errors import NotYours, PlanClosed
from wijknetwerk.plans.models import Representative, ResidentPlan
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.services import plans, representatives
from wijknetwerk.plans.services.representatives import Claim
from wijknetwerk.plans.tests.acting import begun, do, parts, row
from wijknetwerk.plans.tests.test_consent_acts import speaks

DAY = timedelta(days=1)


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    return begun(cast)


def noted(cast: Cast, plan: ResidentPlan, who: str = "bas", kind: str = "child") -> Representative:
    claim = Claim(cast.members[who].uuid, kind, (Part.WORDS,))
    made: Representative = do(cast, plan, "amina", representatives.note, claim=claim)
    return made


def by(cast: Cast, name: str, act: Any, row: Representative, **fields: Any) -> Any:
    """An act of an officer, as whoever is named, in De Linde."""
    actor = cast.actor(name)
    with scope.acting(SYSTEM):
        return act(**{"actor": actor, "network": cast.linde, "uuid": row.uuid, **fields})


def officer(cast: Cast, name: str) -> None:
    member = cast.members[name]
    which = {"membership": member, "person": member.person, "network": cast.linde}
    with scope.acting(SYSTEM):
        MembershipRole.objects.create(role="privacy_officer", from_on=TODAY, **which)


def lines(about: str) -> list[Any]:
    """Who, whose, on which row; as what."""
    with scope.acting(SYSTEM):
        rows = LogEntry.objects.filter(event=f"plans.representative_{about}").order_by("seq")
        return [(one.user_uuid, one.client_uuid, one.object_uuid, one.action) for one in rows]


def test_each_step_is_on_record_with_who_and_whose(cast: Cast, plan: ResidentPlan) -> None:
    made = noted(cast, plan)
    amina, bas, one = cast.amina.uuid, cast.bas.uuid, str(made.uuid)
    assert lines("noted") == [(amina, amina, one, "C")]
    do(cast, plan, "amina", representatives.confirm, uuid=made.uuid)
    kept = row(Representative, pk=made.pk)
    assert (kept.seen_by_id, kept.seen_at, kept.ended_at) == (cast.amina.pk, NOW, None)
    assert (kept.decisions.read(), kept.proof.read()) == ("", "")
    assert lines("proof_seen") == [(amina, amina, one, "U")]
    said = do(cast, plan, "bas", representatives.tell_decision, words="  Zij gaat naar het koor ")
    assert (said.words.read(), said.made_at) == ("Zij gaat naar het koor", NOW)
    assert (said.representative_id, said.resident_id) == (made.pk, cast.amina.pk)
    assert lines("decided") == [(bas, amina, str(said.uuid), "C")]
    do(cast, plan, "bas", representatives.end, uuid=made.uuid)
    assert row(Representative, pk=made.pk).ended_at == NOW
    assert lines("ended") == [(bas, amina, one, "U")]
    assert parts(cast, plan, "bas") == set()


def test_a_decision_is_told_in_a_sentence(cast: Cast, plan: ResidentPlan) -> None:
    speaks(cast, "bas", Part.WORDS)
    for words in ("", "Negen tek", "  Negen tek  "):
        with pytest.raises(InvalidInput):
            do(cast, plan, "bas", representatives.tell_decision, words=words)
    assert do(cast, plan, "bas", representatives.tell_decision, words="Tien teken")


def test_a_yes_is_said_once_and_about_ones_own(cast: Cast, plan: ResidentPlan) -> None:
    made, court = noted(cast, plan), noted(cast, plan, "ben", "mentor")
    other = begun(cast, "dewi")
    with pytest.raises(NotFound):  # of another's plan
        do(cast, other, "dewi", representatives.confirm, uuid=made.uuid)
    with pytest.raises(NotAllowed):
        do(cast, plan, "amina", representatives.confirm, uuid=court.uuid)
    speaks(cast, "bas", *Part)
    with pytest.raises(NotAllowed):  # who decides for her says no yes to themselves
        do(cast, plan, "bas", representatives.confirm, uuid=made.uuid)
    do(cast, plan, "amina", representatives.confirm, uuid=made.uuid)
    with pytest.raises(NotFound):
        do(cast, plan, "amina", representatives.confirm, uuid=made.uuid)
    with pytest.raises(NotFound):
        do(cast, plan, "amina", representatives.confirm, uuid=plan.uuid)


def test_a_proof_is_seen_by_an_officer_whom_it_is_not_about(cast: Cast, plan: ResidentPlan) -> None:
    made = noted(cast, plan, "bas", "mentor")
    for name in ("bas", "amina"):
        officer(cast, name)
        with pytest.raises(NotYours):
            by(cast, name, representatives.see_proof, made)
    with scope.acting(SYSTEM):
        Representative.objects.filter(pk=made.pk).update(noted_by=cast.ben)
    with pytest.raises(NotYours):  # for whom somebody else wrote it down
        by(cast, "amina", representatives.see_proof, made)
    for name, fields in (("dewi", {}), ("priya", {"network": cast.oosterpoort})):
        with pytest.raises(NotFound):
            by(cast, name, representatives.see_proof, made, **fields)
    by(cast, "priya", representatives.see_proof, made)
    assert parts(cast, plan, "bas") == {Part.WORDS}
    with pytest.raises(NotFound):
        by(cast, "priya", representatives.see_proof, made)


def test_a_proof_is_of_this_network(cast: Cast, plan: ResidentPlan) -> None:
    made = noted(cast, plan, "bas", "mentor")
    with scope.acting(SYSTEM):
        Representative.objects.filter(pk=made.pk).update(network=cast.oosterpoort)
    for act in (representatives.see_proof, representatives.end_by_officer):
        with pytest.raises(NotFound):
            by(cast, "priya", act, made)
    for act in (representatives.confirm, representatives.end):
        with pytest.raises(NotFound):
            do(cast, plan, "amina", act, uuid=made.uuid)


def test_who_ends_it(cast: Cast, plan: ResidentPlan) -> None:
    """The resident whom they named, that person, an officer; not whom a court named."""
    child, court = noted(cast, plan), noted(cast, plan, "ben", "curator")
    speaks(cast, "dewi", *Part)
    for name, which in (("dewi", child), ("amina", court)):
        with pytest.raises(NotAllowed):
            do(cast, plan, name, representatives.end, uuid=which.uuid)
    do(cast, plan, "amina", representatives.end, uuid=child.uuid)
    with pytest.raises(NotFound):
        do(cast, plan, "amina", representatives.end, uuid=child.uuid)
    with pytest.raises(NotFound):
        by(cast, "dewi", representatives.end_by_officer, court)
    by(cast, "priya", representatives.see_proof, court)
    do(cast, plan, "ben", representatives.end, uuid=court.uuid)
    mine = noted(cast, plan, "bas", "mentor")
    officer(cast, "amina")
    with pytest.raises(NotYours):  # who decides for that officer is ended by another
        by(cast, "amina", representatives.end_by_officer, mine)
    by(cast, "priya", representatives.end_by_officer, mine)
    assert row(Representative, pk=mine.pk).ended_at == NOW


def test_an_end_changes_the_end_alone(cast: Cast) -> None:
    stale = speaks(cast, "bas", Part.WORDS)
    with scope.acting(SYSTEM):
        Representative.objects.filter(pk=stale.pk).update(until_on=TODAY + DAY)
        representatives.finish(SYSTEM, stale)
    kept = row(Representative, pk=stale.pk)
    assert (kept.ended_at, kept.until_on) == (NOW, TODAY + DAY)


def test_a_closed_plan_gets_nobody_who_decides_and_no_decision(
    cast: Cast, plan: ResidentPlan
) -> None:
    speaks(cast, "bas", *Part)
    do(cast, plan, "amina", plans.close, words="", taken="taken")
    with pytest.raises(PlanClosed):
        noted(cast, plan)
    with pytest.raises(PlanClosed):
        do(cast, plan, "bas", representatives.tell_decision, words="Zij kon dit niet zelf")


def test_in_the_morning_of_what_ends_within_two_weeks(cast: Cast, plan: ResidentPlan) -> None:
    speaking = speaks(cast, "bas", Part.WORDS)

    def told(**changes: Any) -> int:
        with scope.acting(SYSTEM):
            Representative.objects.filter(pk=speaking.pk).update(**changes)
            return representatives.remind_terms()

    assert told(until_on=None) == 0
    assert told(until_on=TODAY + 14 * DAY) == 1
    assert told(until_on=TODAY + 15 * DAY) == 0
    assert told(until_on=TODAY + DAY) == 1
    assert told(ended_at=NOW) == 0
    assert told(ended_at=None) == 1
    with scope.acting(SYSTEM):
        Network.objects.update(stopped_on=TODAY)
    assert told() == 0


def test_an_officer_writes_down_whom_a_court_named(cast: Cast, plan: ResidentPlan) -> None:
    claim = Claim(cast.members["bas"].uuid, "curator", (Part.WORDS,), from_on=TODAY + DAY)
    priya = cast.actor("priya")
    fields: dict[str, Any] = {"network": cast.linde, "resident": cast.members["amina"].uuid}
    with scope.acting(SYSTEM):
        with pytest.raises(NotFound):
            representatives.note_by_officer(actor=cast.actor("dewi"), claim=claim, **fields)
        made = representatives.note_by_officer(actor=priya, claim=claim, **fields)
        line = LogEntry.objects.get(event="plans.representative_noted")
    assert (made.noted_by_id, made.from_on, made.until_on) == (cast.priya.pk, TODAY + DAY, None)
    assert (line.client_uuid, line.detail) == (cast.amina.uuid, {"kind": "curator"})
    with clock.frozen(NOW + DAY):
        assert parts(cast, plan, "bas") == set()
