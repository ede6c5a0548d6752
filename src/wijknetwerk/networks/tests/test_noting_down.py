"""Noting down for somebody: one mandate, entry by entry, two names in the log."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import Queries, SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks import access, access_desk
from wijknetwerk.networks.models import DeskCall, Mandate, MandateAct, Membership
from wijknetwerk.networks.personal_data_desk import DeskData, forget_calls
from wijknetwerk.networks.selectors import desk
from wijknetwerk.networks.services import calls, mandates
from wijknetwerk.notices.models import Waiting
from wijknetwerk.privacy import selectors as privacy

# What no mandate covers, whatever its row says; only the person can do it.
NEVER = (
    *("plan", "concerns", "consents", "exports", "sign_in", "who_looked", "roles"),
    *("phone_shown", "shown_publicly"),
)
Count = Callable[[], AbstractContextManager[Queries]]


def _bakker(cast: Cast) -> tuple[Any, Membership]:
    joost = cast.actor("joost")
    return joost, access_desk.member_of_desk(joost, cast.linde, cast.members["bakker"].uuid)


def _with_yes(cast: Cast) -> tuple[Any, Membership, Mandate]:
    joost, member = _bakker(cast)
    return joost, member, mandates.give(actor=joost, member=member, ground="phone")


def test_both_names_stand_in_the_log_and_the_person_reads_them(cast: Cast) -> None:
    joost = cast.actor("joost")
    with scope.acting(joost):
        _joost, member, _mandate = _with_yes(cast)
        calls.set_phone_for(actor=joost, member=member, phone="0265550199")
    with scope.acting(SYSTEM):
        line = LogEntry.objects.get(event="accounts.phone_changed")
        assert line.user_uuid == cast.joost.uuid
        assert line.client_uuid == line.on_behalf_of_uuid == cast.bakker.uuid
        cast.bakker.refresh_from_db()
        assert cast.bakker.phone == "0265550199"
    bakker = cast.actor("bakker")
    with scope.acting(bakker):
        _page, looks = privacy.looks_at(actor=bakker)
    assert any("for you" in str(look.who) or "voor u" in str(look.who) for look in looks)


@pytest.mark.parametrize("act", list(access.Act))
def test_who_notes_for_somebody_passes_no_other_gate(cast: Cast, act: access.Act) -> None:
    joost = cast.actor("dewi")
    with scope.acting(joost):
        member = access_desk.member_of_desk(joost, cast.linde, cast.members["bakker"].uuid)
        mandates.give(actor=joost, member=member, ground="phone")
        noting = access_desk.as_noting(joost, member)
        assert not access.allows(noting, act, cast.linde)
        with pytest.raises((NotAllowed, NotFound)):
            access.network_for(noting, "de-linde", to=act)


@pytest.mark.parametrize("code", NEVER)
def test_a_row_that_says_more_opens_no_more(cast: Cast, code: str) -> None:
    joost = cast.actor("joost")
    with scope.acting(joost):
        _joost, member, mandate = _with_yes(cast)
        mandate.acts = [code]
        mandate.save()
        assert code not in MandateAct.values
        for act in MandateAct:
            with pytest.raises(access_desk.NoMandate):
                access_desk.noting(joost, member, act)


@pytest.mark.parametrize("act", list(MandateAct))
@pytest.mark.parametrize("how", ["never given", "ended", "lapsed", "left out"])
def test_without_a_running_mandate_nothing_is_noted(cast: Cast, act: MandateAct, how: str) -> None:
    joost = cast.actor("joost")
    with scope.acting(joost):
        _joost, member = _bakker(cast)
        if how != "never given":
            mandate = mandates.give(actor=joost, member=member, ground="phone")
            access_desk.noting(joost, member, act)
            if how == "ended":
                mandates.end_for(actor=joost, member=member)
            elif how == "left out":
                mandate.acts = [other for other in MandateAct if other != act]
                mandate.save()
        later = NOW + (timedelta(days=366) if how == "lapsed" else timedelta(minutes=1))
        with clock.frozen(later), pytest.raises(access_desk.NoMandate):
            access_desk.noting(joost, member, act)


@pytest.mark.parametrize("name", ["farid", "els", "lena", "ben", "priya", "vera", "ad", "amina"])
def test_only_this_desk_finds_the_member(cast: Cast, name: str) -> None:
    actor = cast.actor(name)
    with scope.acting(actor), pytest.raises((NotAllowed, NotFound)):
        access_desk.member_of_desk(actor, cast.linde, cast.members["bakker"].uuid)


def test_another_networks_desk_finds_nobody(cast: Cast) -> None:
    farid = cast.actor("farid")
    with scope.acting(farid):
        assert desk.find(cast.oosterpoort, "bakker") == []
        assert desk.find(cast.linde, "bakker") == []


@pytest.mark.parametrize(
    "typed", ["bakker", "BAK", "Truus Bákker", "026 - 555 04 56", "+31265550456"]
)
def test_a_caller_is_found_however_it_is_typed(cast: Cast, typed: str) -> None:
    with scope.acting(SYSTEM):
        type(cast.bakker).objects.filter(pk=cast.bakker.pk).update(phone="0265550456")
    with scope.acting(cast.actor("joost")):
        assert [found.name for found in desk.find(cast.linde, typed)] == ["Truus Bakker"]


def test_a_likely_double_is_asked_and_never_merged(cast: Cast) -> None:
    joost = cast.actor("joost")
    caller = calls.Caller("Truus", "", "BAKKER", "0265550111")
    new: dict[str, Any] = {
        "actor": joost,
        "network": cast.linde,
        "caller": caller,
        "ground": "phone",
    }
    with scope.acting(joost):
        before = Membership.objects.count()
        assert calls.add_caller(**new, sure=False) is None
        assert Membership.objects.count() == before
        made = calls.add_caller(**new, sure=True)
        assert made is not None
        assert made.person_id != cast.bakker.pk
        assert made.person.email is None
        assert made.person.made_in_network == cast.linde.uuid
        assert access_desk.running_mandate(made) is not None


@pytest.mark.parametrize("name", ["dewi", "ad", "ben", "priya"])
def test_the_desk_takes_the_lead_away_from_nobody(cast: Cast, name: str) -> None:
    joost = cast.actor("joost")
    with scope.acting(joost):
        member = access_desk.member_of_desk(joost, cast.linde, cast.members[name].uuid)
        mandates.give(actor=joost, member=member, ground="phone")
        with pytest.raises(access_desk.DoesItThemselves):
            calls.leave_for(actor=joost, member=member, said_aloud=True)
        with pytest.raises(access_desk.DoesItThemselves):
            calls.set_phone_for(actor=joost, member=member, phone="0265550199")
        member.refresh_from_db()
        assert member.until_on is None


def test_twelve_calls_in_a_row(cast: Cast) -> None:
    joost = cast.actor("joost")
    with scope.acting(joost):
        for number in range(3):
            caller = calls.Caller("Nel", "", f"Nieuw{number}", f"026555100{number}")
            member = calls.add_caller(
                actor=joost, network=cast.linde, caller=caller, ground="phone", sure=False
            )
            assert member is not None
            calls.note_call(actor=joost, member=member, said="Belt voor het eerst.")
        _joost, bakker, _mandate = _with_yes(cast)
        calls.set_phone_for(actor=joost, member=bakker, phone="0265550456")
        calls.set_energies_for(actor=joost, member=bakker, energies=["listener"])
        tomorrow = TODAY + timedelta(days=1)
        mine = calls.note_call(actor=joost, member=bakker, said="Morgen.", call_back_on=tomorrow)
        dewi = cast.members["dewi"].uuid
        hers = calls.note_call(
            actor=joost, member=bakker, said="Voor Dewi.", call_back_on=TODAY, call_back_by=dewi
        )
        for number in range(4):
            calls.note_call(actor=joost, member=bakker, said=f"Nog iets: {number}.")
        calls.finish(actor=joost, call=access_desk.call_for(joost, cast.linde, mine.uuid))
        assert [line.call_back_by for line in desk.to_call(cast.linde)] == ["Dewi Kusuma"]
        assert Waiting.objects.get(subject=hers.uuid, done_at=None).person_id == cast.dewi.pk
        calls.leave_for(actor=joost, member=bakker, said_aloud=True)
        assert desk.to_call(cast.linde) == []
        assert any(line.member is None for line in desk.noted_today(cast.linde))
        assert access_desk.running_mandate(bakker) is None
    with scope.acting(SYSTEM):
        assert not Waiting.objects.filter(subject=mine.uuid, done_at=None).exists()
        assert not Waiting.objects.filter(subject=hers.uuid, done_at=None).exists()
        assert Membership.objects.get(pk=bakker.pk).until_on == TODAY


def test_calls_go_to_a_colleague_in_one_act(cast: Cast) -> None:
    joost = cast.actor("joost")
    with scope.acting(joost):
        _joost, member, _mandate = _with_yes(cast)
        for day in (0, 1):
            calls.note_call(
                actor=joost, member=member, said="Bel mij.", call_back_on=TODAY + timedelta(day)
            )
        to = cast.members["dewi"].uuid
        assert calls.hand_over(actor=joost, network=cast.linde, to=to) == 2
        assert {line.call_back_by for line in desk.to_call(cast.linde)} == {"Dewi Kusuma"}


def test_nobody_notes_more_than_two_hundred_times_a_day(cast: Cast) -> None:
    joost = cast.actor("joost")
    with scope.acting(joost):
        _joost, member, mandate = _with_yes(cast)
        one = calls.note_call(actor=joost, member=member, said="Een.")
        copies = [_copy(one) for _number in range(198)]
        DeskCall.objects.bulk_create(copies)
        with pytest.raises(calls.TooManyNotes):
            calls.note_call(actor=joost, member=member, said="Nog een.")
        with clock.frozen(NOW + timedelta(days=1, minutes=1)):
            calls.note_call(actor=joost, member=member, said="De volgende dag.")
    assert mandate.sentence_hash


def _copy(call: DeskCall) -> DeskCall:
    made = DeskCall(
        network_id=call.network_id,
        person_id=call.person_id,
        membership_id=call.membership_id,
        act="calls",
        state="done",
        noted_by_id=call.noted_by_id,
        noted_at=call.noted_at,
        done_at=call.done_at,
    )
    made.words = ""
    return made


def test_the_person_reads_it_and_it_goes(cast: Cast) -> None:
    joost = cast.actor("joost")
    with scope.acting(joost):
        _joost, member, _mandate = _with_yes(cast)
        calls.note_call(actor=joost, member=member, said="De lamp is stuk.")
    with scope.acting(cast.actor("bakker")):
        told = list(DeskData().export(person_uuid=cast.bakker.uuid))
        assert len(told) == 2
        assert "De lamp is stuk." in str(told)
    with scope.acting(SYSTEM):
        assert forget_calls(NOW) == 0
        assert forget_calls(NOW + timedelta(seconds=1)) == 1
        list(DeskData().erase(actor=SYSTEM, person_uuid=cast.bakker.uuid))
        assert Mandate.objects.count() == 0


def test_the_person_ends_it_with_one_tap(cast: Cast, sign_in: SignIn) -> None:
    with scope.acting(cast.actor("joost")):
        _joost, member, _mandate = _with_yes(cast)
    browser = sign_in("bakker")
    page = browser.get(reverse("networks:my_membership", args=["de-linde"]))
    ending = reverse("networks:mandate_end", args=["de-linde"])
    assert ending in page.content.decode()
    assert browser.post(ending).status_code == 302
    with scope.acting(cast.actor("joost")):
        assert access_desk.running_mandate(member) is None


def test_a_call_from_the_first_search_to_the_note(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("joost")
    address = reverse("networks:desk", args=["de-linde"])
    person = reverse("networks:desk_person", args=["de-linde", cast.members["bakker"].uuid])
    assert person in browser.get(address, {"q": "bakk"}).content.decode()
    refused = browser.post(person, {"act": "call", "said": "Te vroeg."})
    assert refused.status_code == 200
    assert "Te vroeg." in refused.content.decode()
    assert browser.post(person, {"act": "consent", "ground": "phone"}).status_code == 302
    assert browser.post(person, {"act": "call", "said": "Nu wel."}).status_code == 302
    assert "Nu wel." in browser.get(person).content.decode()
    listed = browser.get(address).content.decode()
    assert "Truus Bakker" in listed
    assert "Nu wel." not in listed, (
        "own words stand with the person, and looking there is on record"
    )
    assert browser.post(person, {"act": "nothing"}).status_code == 404


def test_somebody_new_by_the_page_with_a_question_about_a_double(
    cast: Cast, sign_in: SignIn
) -> None:
    browser = sign_in("joost")
    address = reverse("networks:desk_new", args=["de-linde"])
    typed = {
        "given_name": "Truus",
        "family_name": "Bakker",
        "phone": "026 555 02 02",
        "ground": "phone",
    }
    asked = browser.post(address, typed)
    assert asked.status_code == 200
    assert "Truus Bakker" in asked.content.decode()
    assert browser.post(address, typed | {"sure": "on"}).status_code == 302


@pytest.mark.parametrize("times", [1, 10])
def test_the_desk_costs_the_same_at_ten_times_the_people(
    cast: Cast, sign_in: SignIn, count_queries: Count, times: int
) -> None:
    joost = cast.actor("joost")
    with scope.acting(joost):
        for number in range(times * 3):
            caller = calls.Caller("Nel", "", f"Nieuw{number}", f"02655510{number:02}")
            made = calls.add_caller(
                actor=joost, network=cast.linde, caller=caller, ground="phone", sure=True
            )
            assert made is not None
            calls.note_call(actor=joost, member=made, said="Hallo.", call_back_on=TODAY)
    browser = sign_in("joost")
    with count_queries() as asked:
        answer = browser.get(reverse("networks:desk", args=["de-linde"]))
    assert answer.status_code == 200
    assert asked.count <= 8, asked.statements
