"""A caller who takes part in nothing: kept at their spoken yes, called back, erased."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks import access_desk
from wijknetwerk.networks.models import DeskCall, Membership
from wijknetwerk.networks.personal_data_desk import forget_calls
from wijknetwerk.networks.selectors import desk
from wijknetwerk.networks.services import callers, calls, mandates
from wijknetwerk.networks.tests.test_desk_more import say_yes
from wijknetwerk.notices.models import Waiting

pytestmark = pytest.mark.django_db

NEL = callers.Outsider("Nel van Buiten", "0265550321", said_yes=True)


def note(cast: Cast, *, days: int | None = 0) -> DeskCall:
    """Nel called, and is called back after so many days; None: it is done."""
    joost = cast.actor("joost")
    back = None if days is None else TODAY + timedelta(days)
    with scope.acting(joost):
        return callers.note_caller(
            actor=joost, network=cast.linde, caller=NEL, said="Waar is het koor?", call_back_on=back
        )


def waiting_for(call_uuid: Any) -> list[Waiting]:
    with scope.acting(SYSTEM):
        return list(Waiting.objects.filter(subject=call_uuid))


def test_who_calls_is_kept_and_becomes_no_member(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        before = Membership.objects.filter(network=cast.linde).count()
    call = note(cast)
    with scope.acting(cast.actor("joost")):
        (line,) = desk.to_call(cast.linde)
        assert (line.name, line.phone, line.what) == (NEL.name, NEL.phone, "Waar is het koor?")
        assert (line.member, line.outside, line.call_back_by) == (None, True, "Joost Peters")
        assert desk.find(cast.linde, "buiten") == []
    with scope.acting(SYSTEM):
        assert Membership.objects.filter(network=cast.linde).count() == before
        entry = LogEntry.objects.get(event="networks.caller_noted")
        assert (entry.user_uuid, entry.client_uuid) == (cast.joost.uuid, None)
        assert "Buiten" not in str(entry.detail)
    (row,) = waiting_for(call.uuid)
    assert (row.person_id, row.words, row.due_on) == (cast.joost.pk, {"who": NEL.name}, TODAY)


@pytest.mark.parametrize(
    "caller",
    [
        callers.Outsider(NEL.name, NEL.phone, said_yes=False),
        callers.Outsider("  ", NEL.phone, said_yes=True),
    ],
)
def test_without_a_yes_or_a_name_nothing_is_kept(cast: Cast, caller: callers.Outsider) -> None:
    joost = cast.actor("joost")
    with scope.acting(joost):
        with pytest.raises(InvalidInput):
            callers.note_caller(actor=joost, network=cast.linde, caller=caller, said="Hallo.")
        assert not DeskCall.objects.exists()


@pytest.mark.parametrize("name", ["amina", "els", "lena", "ad", "farid"])
def test_only_the_desk_notes_and_erases(cast: Cast, name: str) -> None:
    call, actor = note(cast), cast.actor(name)
    with scope.acting(actor):
        with pytest.raises((NotAllowed, NotFound)):
            callers.note_caller(actor=actor, network=cast.linde, caller=NEL, said="Hallo.")
        with pytest.raises((NotAllowed, NotFound)):
            callers.forget_caller(actor=actor, call=call)


def test_it_is_erased_at_the_word_of_the_caller(cast: Cast) -> None:
    joost = cast.actor("joost")
    uuid = note(cast).uuid
    with scope.acting(joost):
        callers.forget_caller(actor=joost, call=access_desk.call_for(joost, cast.linde, uuid))
        assert not DeskCall.objects.exists()
    (row,) = waiting_for(uuid)
    assert row.done_at == NOW
    assert row.words == {}


def test_a_call_of_a_member_is_not_erased_here(cast: Cast) -> None:
    joost = cast.actor("joost")
    with scope.acting(joost):
        member = access_desk.member_of_desk(joost, cast.linde, cast.members["bakker"].uuid)
        mandates.give(actor=joost, member=member, ground="phone")
        call = calls.note_call(actor=joost, member=member, said="Bel mij.")
        with pytest.raises(NotFound):
            callers.forget_caller(actor=joost, call=call)
        assert DeskCall.objects.filter(pk=call.pk).exists()


def test_it_goes_to_a_colleague_and_is_done_there(cast: Cast) -> None:
    joost, dewi = cast.actor("joost"), cast.actor("dewi")
    uuid = note(cast).uuid
    with scope.acting(joost):
        to = cast.members["dewi"].uuid
        assert calls.hand_over(actor=joost, network=cast.linde, to=to) == 1
    assert [row.person_id for row in waiting_for(uuid) if not row.done_at] == [cast.dewi.pk]
    with scope.acting(dewi):
        calls.finish(actor=dewi, call=access_desk.call_for(dewi, cast.linde, uuid))
        assert desk.to_call(cast.linde) == []
    assert not [row for row in waiting_for(uuid) if not row.done_at]


@pytest.mark.parametrize("days", [None, 0, 30])
def test_it_goes_after_its_time_also_when_nobody_called_back(cast: Cast, days: int | None) -> None:
    """Who takes part in nothing can't look after it: a call that was forgotten goes too."""
    uuid = note(cast, days=days).uuid
    last = NOW + timedelta(days=days or 0)
    with scope.acting(SYSTEM), clock.frozen(last + timedelta(days=200)):
        assert forget_calls(last) == 0
        assert forget_calls(last + timedelta(days=1)) == 1
    assert not [row for row in waiting_for(uuid) if row.words or not row.done_at]


def test_from_the_first_word_to_the_end_by_the_pages(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("joost")
    start = reverse("networks:desk_caller", args=["de-linde"])
    assert start in browser.get(reverse("networks:desk_new", args=["de-linde"])).content.decode()
    typed = {"name": NEL.name, "phone": "026 555 03 21", "said": "Waar is het koor?"}
    refused = browser.post(start, typed | {"call_back_on": TODAY.isoformat()})
    assert refused.status_code == 200
    assert "Waar is het koor?" in refused.content.decode()
    typed |= {"said_yes": "on", "call_back_on": TODAY.isoformat()}
    assert browser.post(start, typed).status_code == 302
    with scope.acting(SYSTEM):
        call = DeskCall.objects.get()
    page = reverse("networks:desk_call", args=["de-linde", call.uuid])
    assert page in browser.get(reverse("networks:desk", args=["de-linde"])).content.decode()
    assert page in browser.get("/vandaag/").content.decode()
    shown = browser.get(page).content.decode()
    assert "Waar is het koor?" in shown
    assert NEL.name in shown
    erase = reverse("networks:desk_call_erase", args=["de-linde", call.uuid])
    assert erase in shown
    assert browser.post(erase).status_code == 302
    assert browser.get(page).status_code == 404


def test_the_call_of_a_member_leads_to_their_page(cast: Cast, sign_in: SignIn) -> None:
    joost = cast.actor("joost")
    with scope.acting(joost):
        member = access_desk.member_of_desk(joost, cast.linde, cast.members["bakker"].uuid)
        mandates.give(actor=joost, member=member, ground="phone")
        call = calls.note_call(actor=joost, member=member, said="Bel mij.", call_back_on=TODAY)
    answer = sign_in("joost").get(reverse("networks:desk_call", args=["de-linde", call.uuid]))
    person = reverse("networks:desk_person", args=["de-linde", member.uuid])
    assert (answer.status_code, answer.headers["Location"]) == (302, person)


def test_what_callers_said_stands_on_no_list_of_many(cast: Cast, sign_in: SignIn) -> None:
    """One look at a list is one line of the log; the words of each stand behind their own page."""
    joost, member = say_yes(cast)
    with scope.acting(joost):
        calls.note_call(actor=joost, member=member, said="Ik ben zo alleen.")
    note(cast)
    browser = sign_in("joost")
    page = browser.get("/n/de-linde/bellen/").content.decode()
    for name, words in (("Truus Bakker", "Ik ben zo alleen."), (NEL.name, "Waar is het koor?")):
        assert name in page
        assert words not in page
    with scope.acting(SYSTEM):
        looks = LogEntry.objects.filter(event="networks.desk_person_looked_at")
        assert not looks.exists()
    own = reverse("networks:desk_person", args=["de-linde", member.uuid])
    assert "Ik ben zo alleen." in browser.get(own).content.decode()
    with scope.acting(SYSTEM):
        assert looks.get().client_uuid == cast.bakker.uuid
