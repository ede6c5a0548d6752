"""What somebody could get by the way, with a right that is less: money by other words, a whole plan
by deciding about a part, words of before by taking along (P1, P2, P5)."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, log, scope
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.networks.models import MembershipRole
from wijknetwerk.notices.selectors import waiting_for
from wijknetwerk.plans import access_agreements, access_sharing, presets
from wijknetwerk.plans.errors import NotYours, PlanClosed
from wijknetwerk.plans.models import (
    Agreement,
    CircleMember,
    ConferenceView,
    DecidedFor,
    EmergencyLook,
    Need,
    Representative,
    ResidentPlan,
)
from wijknetwerk.plans.parts import ALL, Part, one
from wijknetwerk.plans.presets import Preset, Sharing
from wijknetwerk.plans.selectors import agreements as of_agreements
from wijknetwerk.plans.selectors import emergency as of_emergency
from wijknetwerk.plans.selectors import lines, taken_whole
from wijknetwerk.plans.services import (
    agreements,
    circle,
    emergency_telling,
    forgetting,
    looking_back,
    message,
    plans,
    representatives,
    sharing,
    words,
)
from wijknetwerk.plans.services.agreements import Deal
from wijknetwerk.plans.services.representatives import Claim
from wijknetwerk.plans.services.sharing import Terms
from wijknetwerk.plans.services.words import Said
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
from wijknetwerk.plans.tests.conferring import called
from wijknetwerk.plans.tests.test_noting import bakkers
from wijknetwerk.privacy.purposes import Deed, Given, PartyKind

OFF = timedelta(minutes=1)


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    return begun(cast)


def decides(cast: Cast, plan: ResidentPlan, who: str, *about: Part) -> Representative:
    """Amina lets somebody decide for her."""
    claim = Claim(cast.members[who].uuid, "authorised", about or ALL)
    made: Representative = do(cast, plan, "amina", representatives.note, claim=claim)
    do(cast, plan, "amina", representatives.confirm, uuid=made.uuid)
    return made


def looked(cast: Cast, plan: ResidentPlan) -> EmergencyLook:
    """Els looked in an emergency."""
    els = cast.members["els"]
    about: Any = {"membership": els, "organisation": els.organisation, "reason": "danger"}
    with scope.acting(SYSTEM):
        look: EmergencyLook = EmergencyLook.of(plan, opened_at=NOW, review_by=TODAY, **about)
        look.words = "Zij doet niet open"
        look.save()
    return look


def test_who_sees_one_thing_about_money_does_not_make_it_about_something_else(
    cast: Cast, plan: ResidentPlan
) -> None:
    said = Said("Schuld bij de bank", money=True)
    need = do(cast, plan, "amina", words.write, thing="need", said=said)
    els = place(cast, plan, "els", "professional")
    this = presets.sharing(Preset.ONE_THING, thing=one("need", need.uuid), part=Part.MONEY)
    shares(cast, plan, els, this)
    which = {"thing": "need", "uuid": need.uuid, "said": Said("Hulp bij de schuld")}
    do(cast, plan, "els", words.change, read_version=1, **which)
    assert row(Need, pk=need.pk).money
    do(cast, plan, "amina", words.change, read_version=2, **which)
    assert not row(Need, pk=need.pk).money


def test_nor_does_who_sees_one_agreement_about_money(cast: Cast, plan: ResidentPlan) -> None:
    deal = Deal("De schuld aflossen", TODAY, money=True)
    made = do(cast, plan, "amina", agreements.make, deal=deal)
    els = place(cast, plan, "els", "professional")
    this = presets.sharing(Preset.ONE_THING, thing=one("agreement", made.uuid), part=Part.MONEY)
    shares(cast, plan, els, this)
    said = {"uuid": made.uuid, "deal": Deal("Samen aflossen", TODAY)}
    do(cast, plan, "els", agreements.change, read_version=made.version, **said)
    assert row(Agreement, pk=made.pk).money


def test_how_it_went_while_it_was_about_money_stays_with_who_sees_money(
    cast: Cast, plan: ResidentPlan
) -> None:
    said = Said("Mijn schuld aflossen", money=True)
    goal = do(cast, plan, "amina", words.write, thing="goal", said=said)
    back = {"goal": goal.uuid, "went": "go_on"}
    do(cast, plan, "amina", looking_back.look_back, words="Nog een bedrag te gaan", **back)
    with clock.frozen(NOW + OFF):
        again = {"thing": "goal", "uuid": goal.uuid, "said": Said("Meer wandelen")}
        do(cast, plan, "amina", words.change, read_version=1, **again)
    with clock.frozen(NOW + 2 * OFF):
        do(cast, plan, "amina", looking_back.look_back, words="Elke dag een rondje", **back)
    shares(cast, plan, place(cast, plan, "els", "professional"), BUT_MONEY)
    shares(cast, plan, place(cast, plan, "bas", "carer"))

    def reads(who: str) -> list[str]:
        seen = hand(cast, plan, who)
        with scope.acting(seen.actor):
            found = lines.line_page(seen, words.line_for(seen, "goal", goal.uuid))
            return sorted(look.words for look in found.looks)

    assert reads("els") == ["Elke dag een rondje"]
    assert len(reads("bas")) == 2


def test_nor_what_happened_with_an_agreement_then(cast: Cast, plan: ResidentPlan) -> None:
    deal = Deal("De schuld aflossen", TODAY, money=True)
    made = do(cast, plan, "amina", agreements.make, deal=deal)
    do(cast, plan, "amina", agreements.wrong, uuid=made.uuid, words="Het bedrag klopt niet")
    with clock.frozen(NOW + OFF):
        said = {"uuid": made.uuid, "deal": Deal("Samen wandelen", TODAY)}
        do(cast, plan, "amina", agreements.change, read_version=made.version + 1, **said)
    with clock.frozen(NOW + 2 * OFF):
        do(cast, plan, "amina", agreements.done, uuid=made.uuid, words="We liepen samen")
    shares(cast, plan, place(cast, plan, "els", "professional"), BUT_MONEY)

    def reads(who: str) -> set[str]:
        seen = hand(cast, plan, who)
        with scope.acting(seen.actor):
            found = access_agreements.agreement_for(seen, made.uuid)
            return {step.words for step in of_agreements.steps(seen, found)} - {""}

    assert reads("els") == {"We liepen samen"}
    assert reads("amina") == {"We liepen samen", "Het bedrag klopt niet"}


def test_taken_along_by_who_decides_holds_nothing_that_is_not_for_them(
    cast: Cast, plan: ResidentPlan
) -> None:
    bas = place(cast, plan, "bas", "carer")
    decides(cast, plan, "bas")
    for text, without in (("Niet voor Bas", [bas.uuid]), ("Voor iedereen", [])):
        do(cast, plan, "amina", message.write, text=text, without=without)
    talk = called(cast, plan, "amina", bas)
    with scope.acting(SYSTEM):
        found = ConferenceView.of(plan, conference=talk, said_by=cast.amina)
        found.moment, found.words = "after", "Ik vond het naar"
        found.save()

    def takes(who: str) -> str:
        seen = hand(cast, plan, who)
        with scope.acting(seen.actor):
            return str([one.fields for part in taken_whole.sections(seen) for one in part.records])

    for word in ("Niet voor Bas", "Ik vond het naar", "Voor iedereen"):
        assert word in takes("amina")
        assert (word in takes("bas")) is (word == "Voor iedereen")


def test_who_decides_about_the_circle_does_not_choose_themselves_to_note_all_else(
    cast: Cast,
) -> None:
    plan = bakkers(cast)
    do(cast, plan, "bas", circle.add, member=cast.members["els"].uuid, role="family")
    els = row(CircleMember, plan=plan, membership=cast.members["els"])
    do(cast, plan, "bas", circle.answer, place=els.uuid, yes=True, how=Given.SPOKEN)
    claim = Claim(cast.members["els"].uuid, "child", [Part.CIRCLE], decisions="Wie er komt")
    made = do(cast, plan, "bas", representatives.note, claim=claim)
    priya = cast.actor("priya")
    with scope.acting(priya):
        representatives.see_proof(actor=priya, network=cast.linde, uuid=made.uuid)
    with pytest.raises(NotYours):
        do(cast, plan, "els", circle.appoint, place=els.uuid)
    bas = row(CircleMember, plan=plan, membership=cast.members["bas"])
    assert bas.is_contact
    do(cast, plan, "els", circle.appoint, place=bas.uuid)  # somebody else she may
    with scope.acting(SYSTEM):
        Representative.objects.filter(pk=made.pk).update(parts=[part.value for part in ALL])
    do(cast, plan, "els", circle.appoint, place=els.uuid)  # about everything she decides anyhow


def test_a_learner_is_no_witness(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        which = {"network": cast.linde, "person": cast.lena, "membership": cast.members["lena"]}
        MembershipRole.objects.create(role="professional", from_on=TODAY, **which)
    for name, may in (("lena", False), ("els", True)):
        actor = cast.actor(name)
        with scope.acting(actor):
            assert access_sharing.may_witness(actor, cast.linde) is may


def test_nobody_says_for_a_resident_who_reads_it_that_they_heard_of_a_look(
    cast: Cast, plan: ResidentPlan, sign_in: SignIn
) -> None:
    decides(cast, plan, "bas", Part.CIRCLE)
    look = looked(cast, plan)
    with pytest.raises(NotAllowed):
        do(cast, plan, "bas", emergency_telling.heard, look=look.uuid)
    page = reverse("plans:emergencies", args=[plan.uuid])
    press = reverse("plans:emergency_heard", args=[plan.uuid, look.uuid])
    assert press not in sign_in("bas").get(page).content.decode()
    assert press in sign_in("amina").get(page).content.decode()
    do(cast, plan, "amina", emergency_telling.heard, look=look.uuid)


def test_an_officer_does_not_end_who_decides_for_that_officer(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        made = Representative(network=cast.linde, resident=cast.priya, kind="curator")
        made.membership, made.parts, made.from_on = cast.members["bas"], list(ALL), TODAY
        made.noted_by = made.seen_by = cast.joost
        made.decisions, made.proof, made.seen_at = "", "", NOW
        made.save()
    priya = cast.actor("priya")
    with scope.acting(priya), pytest.raises(NotYours):
        representatives.end_by_officer(actor=priya, network=cast.linde, uuid=made.uuid)


def test_what_was_decided_goes_with_the_plan(cast: Cast, plan: ResidentPlan) -> None:
    decides(cast, plan, "bas")
    said = "Amina kon dit niet zelf beslissen"
    do(cast, plan, "bas", representatives.tell_decision, words=said)
    do(cast, plan, "amina", plans.close, words="", taken="taken")
    with clock.frozen(NOW + OFF):
        again = begun(cast)
        do(cast, again, "bas", representatives.tell_decision, words="Dit is van het nieuwe plan")
    with scope.acting(SYSTEM):
        forgetting.erase_plans(ResidentPlan.objects.filter(pk=plan.pk))
        assert [one.words.read() for one in DecidedFor.objects.all()] == [
            "Dit is van het nieuwe plan"
        ]


def test_what_was_typed_does_not_come_back_once_that_part_shut(
    cast: Cast, plan: ResidentPlan, sign_in: SignIn
) -> None:
    els = place(cast, plan, "els", "professional")
    shares(cast, plan, els, EVERYTHING)
    browser, form = sign_in("els"), reverse("plans:write", args=[plan.uuid, "need"])
    browser.post(reverse("core:draft"), {"draft": form, "text": "Half een zin"})
    assert "Half een zin" in browser.get(form).content.decode()
    shares(cast, plan, els, Sharing((Part.CIRCLE,), (Deed.READ,)))
    assert browser.get(form).status_code == 404
    fields: Any = {"kind": PartyKind.PERSON, "place": els.uuid, "terms": Terms()}
    needs = Sharing((Part.NEEDS,), (Deed.READ,))
    do(cast, plan, "amina", sharing.give, chosen=needs, **fields)
    assert browser.get(form).status_code == 403


def test_a_closed_plan_gets_nobody_who_decides_and_no_decision(
    cast: Cast, plan: ResidentPlan
) -> None:
    decides(cast, plan, "bas")
    do(cast, plan, "amina", plans.close, words="", taken="taken")
    with pytest.raises(PlanClosed):
        decides(cast, plan, "ben")
    with pytest.raises(PlanClosed):
        do(cast, plan, "bas", representatives.tell_decision, words="Zij kon dit niet zelf")


def test_a_look_is_judged_by_what_was_opened_in_this_network(
    cast: Cast, plan: ResidentPlan
) -> None:
    look, els = looked(cast, plan), cast.actor("els")
    with scope.acting(els):
        for network in (cast.linde, cast.oosterpoort):
            about = {"network_id": network.pk, "network_uuid": network.uuid}
            subject = log.Subject(client_uuid=cast.amina.uuid, **about)
            log.look(els, "plans.emergency_read", subject)
    with scope.acting(SYSTEM):
        assert len(of_emergency.card(row(EmergencyLook, pk=look.pk)).opened) == 1


def test_what_waited_is_gone_at_once_for_whom_the_plan_shut(cast: Cast) -> None:
    plan = bakkers(cast)
    said = Said("Naar de winkel", look_back_on=TODAY)
    do(cast, plan, "bas", words.write, thing="goal", said=said)
    bas = cast.actor("bas")

    def waits() -> int:
        with scope.acting(bas):
            return len(waiting_for(bas).cards)

    assert waits() == 1
    own = row(CircleMember, plan=plan, is_contact=True)
    do(cast, plan, "bas", sharing.stop, kind=PartyKind.PERSON, place=own.uuid)
    assert waits() == 0
