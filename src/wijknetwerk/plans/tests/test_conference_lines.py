"""What is written at a conference: two at once both keep their words, own words stay one's own, and
the report goes to the resident and the carer by a mail that says nothing (P7, P8, K1)."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import NotAllowed, NotFound, Stale
from wijknetwerk.core.models.mail import OutgoingMail
from wijknetwerk.plans.models import (
    CircleMember,
    Conference,
    ConferenceLine,
    ConferenceState,
    EarlierWords,
    ResidentPlan,
)
from wijknetwerk.plans.models.conference_lines import WRITTEN_IN
from wijknetwerk.plans.selectors import conference_pages, taken
from wijknetwerk.plans.services import (
    conference_agreements,
    conference_lines,
    conference_news,
    conference_report,
    forgetting,
    sharing,
)
from wijknetwerk.plans.services.conference_steps import NotNow
from wijknetwerk.plans.tests.acting import BUT_MONEY, EVERYTHING, begun, do, place, row, shares
from wijknetwerk.plans.tests.conferring import called, put, seat
from wijknetwerk.privacy.purposes import PartyKind


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    return begun(cast)


@pytest.fixture
def els(cast: Cast, plan: ResidentPlan) -> CircleMember:
    at = place(cast, plan, "els", "professional")
    shares(cast, plan, at, BUT_MONEY)
    return at


@pytest.fixture
def made(cast: Cast, plan: ResidentPlan, els: CircleMember) -> Conference:
    """A planned conference to which Els comes."""
    return called(cast, plan, "amina", els)


def _line(cast: Cast, plan: ResidentPlan, made: Conference, name: str, kind: str, text: str) -> Any:
    fields = {"conference": made.uuid, "kind": kind, "text": text}
    return do(cast, plan, name, conference_lines.write, **fields)


def _change(cast: Cast, plan: ResidentPlan, line: Any, name: str, text: str, version: int) -> Any:
    fields = {"conference": line.conference.uuid, "line": line.uuid, "text": text}
    return do(cast, plan, name, conference_lines.change, **fields, read_version=version)


def test_of_two_who_write_one_paragraph_both_texts_stay(
    cast: Cast, plan: ResidentPlan, made: Conference
) -> None:
    line = _line(cast, plan, made, "els", "note", "Lopen gaat slechter.")
    _change(cast, plan, line, "amina", "Lopen gaat slechter, buiten.", 1)
    both = _change(cast, plan, line, "els", "Lopen gaat slechter op de trap.", 1)
    assert both.text.read() == "Lopen gaat slechter, buiten."
    assert both.beside.read() == "Lopen gaat slechter op de trap."
    one = _change(cast, plan, line, "els", "Lopen gaat slechter, buiten en op de trap.", 2)
    assert not one.beside
    with scope.acting(SYSTEM):
        kept = {e.text.read() for e in EarlierWords.objects.filter(subject=line.uuid)}
    assert kept == {
        "Lopen gaat slechter.",
        "Lopen gaat slechter, buiten.",
        "Lopen gaat slechter op de trap.",
    }


def test_the_same_words_sent_twice_are_one_change(
    cast: Cast, plan: ResidentPlan, made: Conference
) -> None:
    line = _line(cast, plan, made, "els", "note", "Lopen gaat slechter.")
    _change(cast, plan, line, "els", "Lopen gaat beter.", 1)
    again = _change(cast, plan, line, "els", "Lopen gaat beter.", 1)
    assert (again.version, bool(again.beside)) == (2, False)


def test_what_one_brings_is_changed_by_nobody_else(
    cast: Cast, plan: ResidentPlan, made: Conference
) -> None:
    line = _line(cast, plan, made, "els", "brought", "De wond geneest.")
    _line(cast, plan, made, "els", "brought", "De wond geneest goed.")
    with scope.acting(SYSTEM):
        assert ConferenceLine.objects.filter(conference=made).count() == 1
    with pytest.raises(NotAllowed):
        _change(cast, plan, line, "amina", "Iets anders.", 2)


def test_a_consent_to_read_only_writes_nothing(cast: Cast, plan: ResidentPlan, made: Any) -> None:
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=_place(made))
    with pytest.raises(NotFound):
        _line(cast, plan, made, "els", "note", "Lopen gaat slechter.")


def _place(made: Conference) -> Any:
    with scope.acting(SYSTEM):
        return made.guests.select_related("place").get().place.uuid


@pytest.mark.parametrize("state", ConferenceState)
def test_each_kind_of_line_is_written_in_its_states(
    cast: Cast, plan: ResidentPlan, made: Conference, state: ConferenceState
) -> None:
    put(made, state)
    for kind, states in WRITTEN_IN.items():
        try:
            _line(cast, plan, made, "amina", kind, f"Woorden {kind}")
            assert state in states, (kind, state)
        except NotNow:
            assert state not in states, (kind, state)


def test_a_report_that_somebody_changed_is_not_written_over(
    cast: Cast, plan: ResidentPlan, made: Conference
) -> None:
    put(made, "held")
    words = {"conference": made.uuid, "text": "Bas belt.", "read_version": 0}
    do(cast, plan, "els", conference_report.write, **words)
    with pytest.raises(Stale):
        do(cast, plan, "amina", conference_report.write, **words)
    assert row(Conference, pk=made.pk).report.read() == "Bas belt."


def test_the_carer_and_the_resident_hear_that_something_is_ready_and_nothing_else(
    cast: Cast, plan: ResidentPlan, made: Conference
) -> None:
    bas = place(cast, plan, "bas", "carer")
    shares(cast, plan, bas, EVERYTHING)
    put(made, "held")
    words = {"conference": made.uuid, "text": "Bas belt de huisarts.", "read_version": 0}
    do(cast, plan, "els", conference_report.write, **words)
    assert seat(cast, plan, "bas", made) is None
    do(cast, plan, "els", conference_report.send, conference=made.uuid)
    found = seat(cast, plan, "bas", made)
    assert found is not None
    assert not found.takes_part
    with scope.acting(SYSTEM):
        conference_news.tell(actor=SYSTEM, conference=str(made.uuid), but=str(cast.els.uuid))
        mails = list(OutgoingMail.objects.filter(purpose=conference_news.MAIL))
    assert {one.to_address for one in mails} == {cast.bas.email, cast.amina.email}
    for one in mails:
        for word in ("Bas belt", "overleg", "Overleg", "Haddad"):
            assert word not in one.subject + one.body.replace(cast.amina.name, "")
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=bas.uuid)
    assert seat(cast, plan, "bas", made) is None


def test_how_somebody_found_it_is_theirs_alone_and_under_lock(
    cast: Cast, plan: ResidentPlan, made: Conference
) -> None:
    said = {"conference": made.uuid, "moment": "before", "marks": {"knows": 2}, "words": "Te vol."}
    do(cast, plan, "els", conference_lines.say, **said)
    with scope.acting(SYSTEM):
        mine = "\n".join(str(record.fields) for record in taken.records(plan))
    assert "Te vol." not in mine
    with connection.cursor() as cursor:
        cursor.execute("SELECT marks, words FROM plans_conferenceview")
        assert all("Te vol" not in str(one) and "knows" not in str(one) for one in cursor)
    with pytest.raises(NotNow):
        do(cast, plan, "els", conference_lines.say, **{**said, "moment": "after"})


def test_erasing_a_plan_takes_its_conferences_along(
    cast: Cast, plan: ResidentPlan, made: Conference
) -> None:
    _line(cast, plan, made, "els", "note", "Lopen gaat slechter.")
    with scope.acting(SYSTEM):
        taken_along = "\n".join(str(record.fields) for record in taken.records(plan))
        assert "Lopen gaat slechter." in taken_along
        forgetting.without(cast.els)
        assert ConferenceLine.objects.get(conference=made).written_by is None
        forgetting.erase_plans(ResidentPlan.objects.filter(pk=plan.pk))
        assert not Conference.objects.filter(pk=made.pk).exists()


def test_what_is_agreed_at_the_table_has_one_owner_and_a_date_and_is_read_back(
    cast: Cast, plan: ResidentPlan, els: CircleMember, made: Conference
) -> None:
    said = {"what": "Els belt de huisarts", "due_on": clock.today() + timedelta(days=9)}
    which = {"conference": made.uuid, "place": els.uuid}
    do(cast, plan, "els", conference_agreements.make, **which, **said)
    found = seat(cast, plan, "amina", made)
    assert found is not None
    with scope.acting(SYSTEM):
        [deal] = conference_pages.agreed(found)
    assert (deal.what, deal.who, deal.due_on) == (said["what"], "Els Vos", said["due_on"])
    put(made, "sent")
    with pytest.raises(NotNow):
        do(cast, plan, "els", conference_agreements.make, **which, **said)
    other = called(cast, plan, "amina")
    with pytest.raises(NotFound):
        do(
            cast,
            plan,
            "els",
            conference_agreements.make,
            conference=other.uuid,
            place=els.uuid,
            **said,
        )
