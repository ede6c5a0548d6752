"""What was agreed comes back to the resident and is followed until done (rules P1, P2, P7)."""

from datetime import date, timedelta

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound, Stale
from wijknetwerk.core.models import LogEntry, OutgoingMail, TokenLink
from wijknetwerk.networks.models import Membership
from wijknetwerk.plans.access_agreements import watch_for
from wijknetwerk.plans.errors import PlanClosed
from wijknetwerk.plans.models import (
    AgreementStep,
    EarlierWords,
    Need,
    ResidentPlan,
)
from wijknetwerk.plans.selectors import agreement_waits as waits
from wijknetwerk.plans.selectors import agreement_watching as watching_of
from wijknetwerk.plans.selectors import agreements as selectors
from wijknetwerk.plans.services import (
    agreement_waits,
    agreements,
    circle,
    plans,
    sharing,
    watching,
    words,
)
from wijknetwerk.plans.services.agreements import Deal, Who
from wijknetwerk.plans.services.words import Said
from wijknetwerk.plans.tests.acting import do, hand, place, row
from wijknetwerk.plans.tests.agreeing import SOON, agreed, at, waiting_for, worked_from
from wijknetwerk.privacy.purposes import PartyKind


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    return worked_from(cast)


def reads(cast: Cast, plan: ResidentPlan, name: str) -> dict[str, str]:
    """What somebody reads of what was agreed, and who does it."""
    with scope.acting(cast.actor(name)):
        return {one.what: one.who for one in selectors.shown(hand(cast, plan, name)).rows}


def test_what_a_nurse_writes_goes_to_the_resident_who_sends_it_back(
    cast: Cast, plan: ResidentPlan
) -> None:
    made = agreed(cast, plan)
    assert made.state == "made"
    assert waiting_for(waits.TO_AGREE) == {(cast.amina.pk, plan.uuid)}
    for name in ("els", "bas"):
        with pytest.raises(NotAllowed):
            do(cast, plan, name, agreements.agree, uuid=made.uuid)
    back = do(cast, plan, "amina", agreements.wrong, uuid=made.uuid, words="Elke dag, zei u.")
    assert back.state == "sent_back"
    assert waiting_for(waits.TO_AGREE) == set()
    deal = Deal("Elke dag schoon verband", SOON, Who(place=at(plan, cast, "els").uuid))
    with pytest.raises(Stale):
        do(cast, plan, "els", agreements.change, uuid=made.uuid, deal=deal, read_version=1)
    do(cast, plan, "els", agreements.change, uuid=made.uuid, deal=deal, read_version=2)
    assert do(cast, plan, "amina", agreements.agree, uuid=made.uuid).state == "agreed"
    with scope.acting(SYSTEM):
        said = [step.words.read() for step in AgreementStep.objects.order_by("pk")]
        old = EarlierWords.objects.get(subject=made.uuid)
        assert old.text.read() == "Verband om de dag"
    assert said == ["Elke dag, zei u.", "", ""]


def test_what_is_done_can_be_not_right_too(cast: Cast, plan: ResidentPlan) -> None:
    made = agreed(cast, plan, "amina")
    assert made.state == "agreed"
    ticked = do(cast, plan, "els", agreements.done, uuid=made.uuid)
    assert (ticked.state, ticked.done_on) == ("done", TODAY)
    with pytest.raises(InvalidInput):
        do(cast, plan, "els", agreements.done, uuid=made.uuid)
    back = do(cast, plan, "amina", agreements.wrong, uuid=made.uuid, words="Nee, niet gebeurd.")
    assert (back.state, back.done_on) == ("sent_back", None)


def test_moving_and_letting_go_ask_a_reason_and_come_back(cast: Cast, plan: ResidentPlan) -> None:
    made = agreed(cast, plan, "amina")
    later = SOON + timedelta(days=7)
    with pytest.raises(InvalidInput):
        do(cast, plan, "els", agreements.move, uuid=made.uuid, to=later, reason="  ")
    moved = do(cast, plan, "els", agreements.move, uuid=made.uuid, to=later, reason="Ziek")
    assert (moved.state, moved.due_on) == ("made", later)
    with scope.acting(SYSTEM):
        assert AgreementStep.objects.get().due_before == SOON
    with pytest.raises(InvalidInput):
        do(cast, plan, "els", agreements.drop, uuid=made.uuid, reason="")
    assert do(cast, plan, "els", agreements.drop, uuid=made.uuid, reason="Over").state == "dropped"


def test_who_may_not(cast: Cast, plan: ResidentPlan) -> None:
    made = agreed(cast, plan)
    for name in ("dewi", "ad", "joost", "priya", "ben", "lena", "farid", "vera", "otto"):
        with pytest.raises(NotFound):
            do(cast, plan, name, agreements.done, uuid=made.uuid)
    els = hand(cast, plan, "els")  # the form was open while the yes was taken back
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=at(plan, cast, "els").uuid)
    with scope.acting(els.actor), pytest.raises(NotFound):
        agreements.done(hand=els, uuid=made.uuid)
    bas = hand(cast, plan, "bas")
    do(cast, plan, "amina", circle.take_out, place=at(plan, cast, "bas").uuid)
    with scope.acting(bas.actor), pytest.raises(NotFound):
        agreements.drop(hand=bas, uuid=made.uuid, reason="x")
    do(cast, plan, "amina", plans.close, words="", taken="taken")
    with pytest.raises(PlanClosed):
        do(cast, plan, "amina", agreements.agree, uuid=made.uuid)
    assert waiting_for(waits.TO_AGREE) == set()


def test_about_money_opens_for_who_sees_money_only(cast: Cast, plan: ResidentPlan) -> None:
    money = agreed(cast, plan, "bas", what="De schuld bellen", money=True)
    assert reads(cast, plan, "els") == {}
    with pytest.raises(NotFound):
        do(cast, plan, "els", agreements.done, uuid=money.uuid)
    with scope.acting(cast.actor("bas")):
        assert [one.what for one in selectors.shown(hand(cast, plan, "bas")).rows] == [
            "De schuld bellen"
        ]
    with pytest.raises(NotFound):
        agreed(cast, plan, "els", money=True)


def test_a_need_says_which_agreement_answers_it(cast: Cast, plan: ResidentPlan) -> None:
    need = do(cast, plan, "amina", words.write, thing="need", said=Said("Hulp bij wondzorg"))
    made = agreed(cast, plan, need=need.uuid)
    kept = row(Need, uuid=need.uuid)
    assert (kept.choice, kept.agreement_id, made.source) == ("agreement", made.pk, need.uuid)
    do(cast, plan, "amina", words.choose, need=need.uuid, choice="own_people")
    assert row(Need, uuid=need.uuid).agreement_id is None


def test_somebody_without_account_and_the_resident_own_one_too(
    cast: Cast, plan: ResidentPlan
) -> None:
    agreed(cast, plan, "amina", who=Who(name="Buurman Piet"))
    agreed(cast, plan, "amina", who=Who(), what="Ik bel de huisarts")
    assert reads(cast, plan, "amina") == {
        "Verband om de dag": "Buurman Piet",
        "Ik bel de huisarts": "Uzelf",
    }
    with pytest.raises(NotFound):
        agreed(cast, plan, "amina", who=Who(place=plan.uuid))
    with pytest.raises(InvalidInput):
        agreed(cast, plan, "amina", due_on=TODAY - timedelta(days=1))


def test_reminded_before_the_day_then_the_contact_person(cast: Cast, plan: ResidentPlan) -> None:
    do(cast, plan, "amina", circle.appoint, place=at(plan, cast, "bas").uuid)
    made = agreed(cast, plan, "amina")
    assert waiting_for(waits.AGREEMENT) == set()
    for days, people in ((2, {"els"}), (0, {"els"}), (-1, {"els", "bas"})):
        with clock.frozen(NOW + (SOON - TODAY) - timedelta(days=days)), scope.acting(SYSTEM):
            agreement_waits.remind_due()
            agreement_waits.remind_due()
        pks = {(cast.people[name].pk, made.uuid) for name in people}
        assert waiting_for(waits.AGREEMENT) == pks
    with scope.acting(SYSTEM):
        mail = OutgoingMail.objects.get(purpose="plans.agreement")
    assert mail.to_address == cast.els.email
    assert mail.subject == "Er wacht iets in een plan"
    assert not {"Amina", "Haddad", "verband", "Verband"} & set(mail.body.split())
    with clock.frozen(NOW + timedelta(days=12)):
        do(cast, plan, "els", agreements.done, uuid=made.uuid)
    assert waiting_for(waits.AGREEMENT) == set()


def test_the_reminder_asks_again_who_may_read(cast: Cast, plan: ResidentPlan) -> None:
    do(cast, plan, "amina", circle.appoint, place=at(plan, cast, "bas").uuid)
    made = agreed(cast, plan, "amina")
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=at(plan, cast, "els").uuid)
    with clock.frozen(NOW + timedelta(days=9)), scope.acting(SYSTEM):
        assert agreement_waits.remind_due() == 0
        assert not TokenLink.objects.filter(purpose="plans.agreement").exists()
    assert waiting_for(waits.AGREEMENT) == {(cast.bas.pk, made.uuid)}


def test_the_watcher_sees_party_day_and_done_and_nothing_else(
    cast: Cast, plan: ResidentPlan
) -> None:
    agreed(cast, plan, "amina")
    ben = place(cast, plan, "ben", "volunteer")
    for name in ("els", "bas"):
        with pytest.raises(NotAllowed):
            do(cast, plan, name, watching.name_watcher, place=ben.uuid)
    do(cast, plan, "amina", watching.name_watcher, place=ben.uuid)
    actor = cast.actor("ben")
    with scope.acting(actor):
        rows = watching_of.watched(watch_for(actor, plan.uuid))
        assert [(one.party, one.due_on, one.is_done) for one in rows] == [("Wijkzorg", SOON, False)]
    with pytest.raises(NotFound):
        hand(cast, plan, "ben")
    assert row(LogEntry, event="plans.watched").client_uuid == cast.amina.uuid
    do(cast, plan, "amina", watching.name_watcher, place=at(plan, cast, "bas").uuid)
    with scope.acting(actor), pytest.raises(NotFound):
        watch_for(actor, plan.uuid)
    bas = cast.actor("bas")
    with scope.acting(bas):
        watch_for(bas, plan.uuid)
    with scope.acting(SYSTEM):
        Membership.objects.filter(pk=cast.members["bas"].pk).update(until_on=TODAY)
    with scope.acting(bas), pytest.raises(NotFound):
        watch_for(bas, plan.uuid)


def test_closing_and_leaving_end_what_waits(cast: Cast, plan: ResidentPlan) -> None:
    agreed(cast, plan, due_on=date(2026, 11, 13))
    assert len(waiting_for(waits.AGREEMENT)) == 1
    do(cast, plan, "amina", plans.close, words="", taken="taken")
    assert waiting_for(waits.AGREEMENT) == set()
    with scope.acting(SYSTEM):
        assert not list(waits.wanted_agreements())
