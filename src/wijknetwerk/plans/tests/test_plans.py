"""Beginning, words, the circle, who may see what, closing (rules P1, P2, P6, P8, K1)."""

from datetime import timedelta

import pytest
from django.db import connection

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound, Stale
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.models import Membership, Organisation, Partner
from wijknetwerk.networks.services import leaving
from wijknetwerk.plans.errors import AlreadyOpen, CannotBegin, CircleFull, NotYours, TaskNeeded
from wijknetwerk.plans.models import CircleMember, EarlierWords, Need, PlanGoal, ResidentPlan, Want
from wijknetwerk.plans.parts import Part, one
from wijknetwerk.plans.personal_data import PlansData
from wijknetwerk.plans.presets import Preset
from wijknetwerk.plans.presets import sharing as preset
from wijknetwerk.plans.selectors import pages
from wijknetwerk.plans.selectors import words as reading
from wijknetwerk.plans.services import (
    circle,
    forgetting,
    looking_back,
    news,
    plans,
    sharing,
    words,
)
from wijknetwerk.plans.services.plans import First
from wijknetwerk.plans.services.words import Card, Said
from wijknetwerk.plans.tests.acting import (
    BUT_MONEY,
    EVERYTHING,
    begun,
    do,
    hand,
    parts,
    place,
    row,
    shares,
)
from wijknetwerk.privacy.models import Consent
from wijknetwerk.privacy.purposes import Given, Ground, PartyKind

ALL, NO_MONEY = set(Part), set(Part) - {Part.MONEY}


def test_one_open_plan_that_opens_for_its_resident_only(cast: Cast) -> None:
    plan = begun(cast)
    with pytest.raises(AlreadyOpen):
        begun(cast)
    for name in cast.people:
        assert parts(cast, plan, name) == (ALL if name == "amina" else set())


def test_a_role_opens_nothing_and_the_circle_alone_neither(cast: Cast) -> None:
    plan = begun(cast)
    place(cast, plan, "dewi", "volunteer")
    assert parts(cast, plan, "dewi") == set()
    shares(cast, plan, place(cast, plan, "bas", "carer"), BUT_MONEY)
    assert parts(cast, plan, "bas") == NO_MONEY
    assert parts(cast, plan, "dewi") == set()


def test_sharing_anew_replaces_what_was_shared(cast: Cast) -> None:
    plan = begun(cast)
    at = place(cast, plan, "bas", "carer")
    shares(cast, plan, at)
    assert parts(cast, plan, "bas") == ALL
    shares(cast, plan, at, BUT_MONEY)
    assert parts(cast, plan, "bas") == NO_MONEY
    assert do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=at.uuid) == 1
    assert parts(cast, plan, "bas") == set()


def test_what_is_about_money_stays_with_who_may_see_money(cast: Cast) -> None:
    plan = begun(cast)
    shares(cast, plan, place(cast, plan, "els", "professional"), BUT_MONEY)
    for text, money in (("Weer naar het koor", False), ("De schuld bij de bank", True)):
        do(cast, plan, "amina", words.write, thing="want", said=Said(text, money))
    nurse = hand(cast, plan, "els")
    with scope.acting(nurse.actor):
        assert [line.text.read() for line in reading.lines(nurse, Want)] == ["Weer naar het koor"]
    with pytest.raises(NotFound):
        do(cast, plan, "els", words.write, thing="want", said=Said("Geld", True))
    seen = {"uuid": row(Want, plan=plan, money=False).uuid, "read_version": 1}
    with pytest.raises(NotAllowed):
        do(cast, plan, "els", words.change, thing="want", said=Said("Verborgen", True), **seen)


def test_this_one_thing(cast: Cast) -> None:
    plan = begun(cast)
    at = place(cast, plan, "els", "professional")
    goal = do(cast, plan, "amina", words.write, thing="goal", said=Said("Zelf naar de winkel"))
    do(cast, plan, "amina", words.write, thing="goal", said=Said("Een hond"))
    thing = one("goal", goal.uuid)
    shares(cast, plan, at, preset(Preset.ONE_THING, thing=thing, part=Part.GOALS))
    nurse = hand(cast, plan, "els")
    assert not nurse.parts
    with scope.acting(nurse.actor):
        assert [line.pk for line in reading.lines(nurse, PlanGoal)] == [goal.pk]
        assert reading.circle(nurse) == []
    again = TODAY + timedelta(days=30)
    said = {"goal": goal.uuid, "words": "Tot de hoek", "went": "go_on", "again_on": again}
    do(cast, plan, "els", looking_back.look_back, **said)


def test_two_who_change_the_same_line_both_keep_their_words(cast: Cast) -> None:
    plan = begun(cast)
    need = do(cast, plan, "amina", words.write, thing="need", said=Said("Boodschappen"))
    change = {"thing": "need", "uuid": need.uuid, "read_version": 1}
    do(cast, plan, "amina", words.change, said=Said("Boodschappen op maandag"), **change)
    with pytest.raises(Stale):
        do(cast, plan, "amina", words.change, said=Said("Boodschappen op vrijdag"), **change)
    with scope.acting(SYSTEM):
        assert Need.objects.get().text.read() == "Boodschappen op maandag"
        assert EarlierWords.objects.get().text.read() == "Boodschappen"


def test_a_card_takes_marks_of_0_to_10_and_the_database_sees_none(cast: Cast) -> None:
    plan = begun(cast)
    do(cast, plan, "amina", words.keep_card, card=Card({"body": 6, "mind": 0}, why="Slaap slecht"))
    for marks in ({}, {"body": 11}, {"heart": 5}, {"body": True}):
        with pytest.raises(InvalidInput):
            do(cast, plan, "amina", words.keep_card, card=Card(marks))
    with connection.cursor() as cursor:
        cursor.execute("SELECT marks, why FROM plans_wellbeingsnapshot")
        stored = "".join(cursor.fetchone())
    assert "body" not in stored
    assert "Slaap" not in stored


def test_the_circle_asks_the_resident_and_has_one_contact_person(cast: Cast) -> None:
    plan = begun(cast)
    daughter = place(cast, plan, "bas", "family")
    shares(cast, plan, daughter)
    asked = do(cast, plan, "bas", circle.add, member=cast.members["els"].uuid, role="professional")
    assert asked.state == "asked"
    with pytest.raises(NotAllowed):
        do(cast, plan, "bas", circle.answer, place=asked.uuid, yes=True)
    with pytest.raises(NotFound):
        shares(cast, plan, asked)
    do(cast, plan, "amina", circle.answer, place=asked.uuid, yes=True)
    with pytest.raises(CircleFull):
        place(cast, plan, "els", "professional")
    do(cast, plan, "amina", circle.appoint, place=daughter.uuid)
    do(cast, plan, "amina", circle.appoint, place=asked.uuid)
    assert row(CircleMember, is_contact=True).pk == asked.pk
    do(cast, plan, "amina", circle.take_out, place=asked.uuid)
    with scope.acting(SYSTEM):
        assert not CircleMember.objects.filter(is_contact=True).exists()


def test_leaving_a_circle_is_up_to_oneself_and_coming_back_opens_nothing(cast: Cast) -> None:
    plan = begun(cast)
    at = place(cast, plan, "bas", "carer")
    shares(cast, plan, at)
    actor = cast.actor("bas")
    with scope.acting(actor):
        circle.leave(actor=actor, place=at.uuid)
        with pytest.raises(NotFound):
            circle.leave(actor=actor, place=at.uuid)
    place(cast, plan, "bas", "carer")
    assert parts(cast, plan, "bas") == set()


def test_a_party_is_its_people_in_the_circle_as_long_as_they_work_there(cast: Cast) -> None:
    plan = begun(cast)
    at = place(cast, plan, "els", "professional")
    shares(cast, plan, at, BUT_MONEY, PartyKind.ORGANISATION)
    colleague = cast.members["lena"]
    with scope.acting(SYSTEM):
        els = Membership.objects.get(pk=cast.members["els"].pk)
        Membership.objects.filter(pk=colleague.pk).update(
            partner=els.partner, organisation=els.organisation
        )
    assert parts(cast, plan, "lena") == set()
    assert parts(cast, plan, "els") == NO_MONEY
    with scope.acting(SYSTEM):
        other = Organisation.objects.create(name="Zorg Twee", kind="district_nursing")
        partner = Partner.objects.create(network=cast.linde, organisation=other, from_on=TODAY)
        Membership.objects.filter(pk=els.pk).update(partner=partner, organisation=other)
    assert parts(cast, plan, "els") == set()


def test_a_municipality_needs_a_task_of_the_law_beside_the_yes(cast: Cast) -> None:
    plan = begun(cast)
    with scope.acting(SYSTEM):
        Organisation.objects.update(kind="social_team")
    at = place(cast, plan, "els", "professional")
    with pytest.raises(TaskNeeded):
        shares(cast, plan, at)
    shares(cast, plan, None, EVERYTHING, PartyKind.TEAM)  # colleagues of care; not for them
    assert parts(cast, plan, "els") == set()
    assert _shown(cast, plan) == ""
    terms = sharing.Terms(ground=Ground.PUBLIC_TASK, note="Wmo 2015, artikel 2.3.2")
    who = {"kind": PartyKind.PERSON, "place": at.uuid, "chosen": EVERYTHING, "terms": terms}
    do(cast, plan, "amina", sharing.give, **who)
    assert parts(cast, plan, "els") == ALL
    assert _shown(cast, plan) == "alles"
    assert "Wmo 2015" in row(Consent, party_uuid=cast.els.uuid, withdrawal=None).text.text


def _shown(cast: Cast, plan: ResidentPlan) -> str:
    """What the page says that Els sees."""
    mine = hand(cast, plan, "amina")
    with scope.acting(mine.actor):
        return str(pages.seeing(mine)[0].what)


def test_a_resident_who_cannot_sign_in_begins_with_a_witness_who_gets_nothing(cast: Cast) -> None:
    desk, nurse = cast.actor("joost"), cast.actor("els")
    bakker, network = cast.members["bakker"].uuid, cast.linde

    def begin(actor: object, whom: object, first: str) -> ResidentPlan:
        one_in = First(cast.members[first].uuid, "carer", "dochter", EVERYTHING)
        with scope.acting(actor):  # type: ignore[arg-type]
            return plans.begin_with(
                actor=actor,  # type: ignore[arg-type]
                network=network,
                resident=whom,  # type: ignore[arg-type]
                how="spoken",
                first=one_in,
            )

    with pytest.raises(NotYours):
        begin(nurse, bakker, "els")
    with pytest.raises(NotAllowed):
        begin(cast.actor("bas"), bakker, "amina")
    with pytest.raises(CannotBegin):
        begin(desk, cast.members["amina"].uuid, "bas")
    plan = begin(desk, bakker, "bas")
    with pytest.raises(CannotBegin):
        begin(nurse, bakker, "amina")
    assert parts(cast, plan, "joost") == set()
    assert parts(cast, plan, "bas") == ALL
    _notes_what_was_said(cast, plan)


def _notes_what_was_said(cast: Cast, plan: ResidentPlan) -> None:
    asked = do(cast, plan, "bas", circle.add, member=cast.members["els"].uuid, role="professional")
    give = {"kind": PartyKind.PERSON, "chosen": BUT_MONEY}
    with pytest.raises(NotFound):
        do(cast, plan, "bas", sharing.give, place=asked.uuid, **give)
    own = row(CircleMember, plan=plan, is_contact=True)
    give["terms"] = sharing.Terms(how=Given.SPOKEN)
    with pytest.raises(NotYours):
        do(cast, plan, "bas", sharing.give, place=own.uuid, **give)


def test_closing_ends_it_for_everybody_but_the_resident(cast: Cast) -> None:
    plan = begun(cast)
    shares(cast, plan, place(cast, plan, "bas", "carer"))
    with pytest.raises(NotAllowed):
        do(cast, plan, "bas", plans.close, words="", taken="taken")
    do(cast, plan, "amina", plans.close, words="Het gaat goed zo.", taken="taken")
    assert parts(cast, plan, "bas") == set()
    assert parts(cast, plan, "amina") == ALL
    with pytest.raises(NotAllowed):
        do(cast, plan, "amina", words.write, thing="want", said=Said("Nog iets"))
    begun(cast)
    with scope.acting(SYSTEM):
        assert forgetting.forget_closed(before=NOW) == 0
        assert forgetting.forget_closed(before=NOW + timedelta(seconds=1)) == 1
        assert ResidentPlan.objects.get().is_open


def test_the_plan_stays_with_its_resident_who_left(cast: Cast) -> None:
    plan = begun(cast)
    shares(cast, plan, place(cast, plan, "bas", "carer"))
    actor = cast.actor("amina")
    with scope.acting(actor):
        leaving.leave(actor=actor, network=cast.linde)
    assert parts(cast, plan, "bas") == set()
    assert parts(cast, plan, "amina") == ALL
    do(cast, plan, "amina", words.write, thing="want", said=Said("Rustig wonen"))
    do(cast, plan, "amina", plans.close, words="Ik ben verhuisd.", taken="not_needed")


def test_a_job_asks_again_when_it_runs(cast: Cast) -> None:
    plan = begun(cast)
    first, second = place(cast, plan, "bas", "carer"), place(cast, plan, "els", "professional")
    for at in (first, second):
        shares(cast, plan, at, BUT_MONEY)
    do(cast, plan, "amina", words.write, thing="want", said=Said("Weer fietsen"))
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=first.uuid)
    told = {"plan": str(plan.uuid), "but": str(cast.amina.uuid)}
    with scope.acting(SYSTEM):
        news.something_new(actor=SYSTEM, part="money", **told)
        assert not CircleMember.objects.exclude(news_at=None).exists()
        news.something_new(actor=SYSTEM, part="words", **told)
        assert [one.pk for one in CircleMember.objects.exclude(news_at=None)] == [second.pk]


def test_each_act_is_on_record_with_whose_it_is_and_on_what_it_rests(cast: Cast) -> None:
    plan = begun(cast)
    consent = shares(cast, plan, place(cast, plan, "els", "professional"))
    do(cast, plan, "els", words.write, thing="need", said=Said("Hulp bij wassen"))
    with scope.acting(SYSTEM):
        lines = LogEntry.objects.filter(event__startswith="plans.").order_by("seq")
        assert [line.event for line in lines] == [
            "plans.begun",
            "plans.circle_joined",
            "plans.written",
        ]
        assert {line.client_uuid for line in lines} == {cast.amina.uuid}
        written = lines[2]
        assert (written.consent_uuid, written.purpose_code) == (consent, "plan_care")
        assert written.checks == "circle:role,relation,consent,place"
        assert "wassen" not in str(written.detail)


def test_a_consent_lapses_by_itself(cast: Cast) -> None:
    plan = begun(cast)
    at = place(cast, plan, "bas", "carer")
    terms = sharing.Terms(lasts=timedelta(days=30))
    who = {"kind": PartyKind.PERSON, "place": at.uuid, "chosen": EVERYTHING, "terms": terms}
    do(cast, plan, "amina", sharing.give, **who)
    with clock.frozen(NOW + timedelta(days=30) - timedelta(seconds=1)):
        assert parts(cast, plan, "bas") == ALL
    with clock.frozen(NOW + timedelta(days=30)):
        assert parts(cast, plan, "bas") == set()


def test_a_membership_that_is_over_shuts_by_itself_and_a_new_one_opens_nothing(cast: Cast) -> None:
    plan = begun(cast)
    shares(cast, plan, place(cast, plan, "bas", "carer"))
    shares(cast, plan, place(cast, plan, "els", "professional"))
    with scope.acting(SYSTEM):
        Membership.objects.filter(pk=cast.members["bas"].pk).update(until_on=TODAY)
    assert parts(cast, plan, "bas") == set()
    actor = cast.actor("els")
    with scope.acting(actor):
        leaving.leave(actor=actor, network=cast.linde)
    with scope.acting(SYSTEM):
        again = Membership.objects.create(network=cast.linde, person=cast.els, from_on=TODAY)
    do(cast, plan, "amina", circle.add, member=again.uuid, role="carer")
    assert parts(cast, plan, "els") == set()


def test_a_closed_account_opens_nothing(cast: Cast) -> None:
    plan = begun(cast)
    shares(cast, plan, place(cast, plan, "bas", "carer"))
    with scope.acting(SYSTEM):
        type(cast.bas).objects.filter(pk=cast.bas.pk).update(is_active=False)
    assert parts(cast, plan, "bas") == set()


def test_erasing_the_resident_erases_the_plan_and_erasing_a_reader_only_their_name(
    cast: Cast,
) -> None:
    plan = begun(cast)
    shares(cast, plan, place(cast, plan, "bas", "carer"))
    do(cast, plan, "bas", words.write, thing="need", said=Said("Hulp met de was"))
    with scope.acting(SYSTEM):
        list(PlansData().erase(actor=SYSTEM, person_uuid=cast.bas.uuid))
        assert Need.objects.get().text.read() == "Hulp met de was"
        assert Need.objects.get().written_by is None
        told = [
            str(value)
            for one in PlansData().export(person_uuid=cast.bas.uuid)
            for value in one.fields
        ]
        assert "Amina" not in "".join(told)
        own = list(PlansData().export(person_uuid=cast.amina.uuid))
        assert any("Hulp met de was" in str(one.fields) for one in own)
        done = list(PlansData().erase(actor=SYSTEM, person_uuid=cast.amina.uuid))
        assert done[0].count == 1
        assert not ResidentPlan.objects.exists()
        assert not Need.objects.exists()
