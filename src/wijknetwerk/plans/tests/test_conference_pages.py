"""The pages of a talk, from asking for one to the letter; and what its papers and calendar tell."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from tests.cast import NOW, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.plans.models import Conference, ConferenceLine
from wijknetwerk.plans.services import conference_guests
from wijknetwerk.plans.tests.acting import BUT_MONEY, begun, do, place, row, shares
from wijknetwerk.plans.tests.conferring import called, guest

DAY = {"day": "2026-11-19", "starts": "14:00", "ends": "15:00"}


def at(name: str, *parts: Any) -> str:
    return reverse(f"plans:{name}", args=parts)


def test_a_nurse_asks_amina_says_yes_they_talk_and_the_letter_comes(
    cast: Cast, sign_in: SignIn
) -> None:
    plan = begun(cast)
    shares(cast, plan, place(cast, plan, "els", "professional"), BUT_MONEY)
    els, amina = sign_in("els"), sign_in("amina", second_factor=False)
    assert els.get(at("conference_call", plan.uuid)).status_code == 200
    els.post(at("conference_call", plan.uuid), {"why": "Hoe gaat traplopen?", **DAY})
    talk = row(Conference, plan=plan.pk)
    here = (plan.uuid, talk.uuid)
    assert els.get(at("conference", *here)).status_code == 404
    assert "Hoe gaat traplopen?" not in els.get(at("conferences", plan.uuid)).content.decode()
    asked = amina.get(at("conference", *here)).content.decode()
    assert "Hoe gaat traplopen?" in asked
    comes = str(_guest_uuid(talk))
    amina.post(at("conference_answer", *here), {"answer": "ja", "comes": comes})
    amina.post(at("conference_write", *here, "question"), {"text": "Kan de traplift?"})
    assert "Kan de traplift?" in els.get(at("conference", *here)).content.decode()
    els.post(at("conference_write", *here, "note"), {"text": "Traplift aanvragen."})
    sheet = els.get(at("conference_sheet", *here))
    assert sheet.content.startswith(b"%PDF")
    with clock.frozen(NOW + timedelta(days=7, hours=3)):
        els = sign_in("els")
        held = {"came": comes, "resident_came": "on", "minutes": "55"}
        els.post(at("conference_held", *here), held)
        words = {"text": "We vragen een traplift aan.", "read_version": "0"}
        els.post(at("conference_report", *here), words)
        els.post(at("conference_act", *here, "versturen"))
        amina = sign_in("amina", second_factor=False)
        assert "We vragen een traplift aan." in amina.get(at("conference", *here)).content.decode()
        assert amina.get(at("conference_letter", *here)).content.startswith(b"%PDF")
        amina.post(at("conference_act", *here, "gelezen"))
    assert row(Conference, pk=talk.pk).read_at is not None
    with scope.acting(SYSTEM):
        looks = LogEntry.objects.filter(event="plans.conference_read", user_uuid=cast.els.uuid)
        assert looks.filter(client_uuid=cast.amina.uuid).exists()


def _guest_uuid(talk: Conference) -> Any:
    with scope.acting(SYSTEM):
        return talk.guests.get().uuid


def test_a_paragraph_keeps_itself_and_two_at_once_are_both_shown(
    cast: Cast, sign_in: SignIn
) -> None:
    plan = begun(cast)
    els_place = place(cast, plan, "els", "professional")
    shares(cast, plan, els_place, BUT_MONEY)
    talk = called(cast, plan, "amina", els_place)
    amina, els = sign_in("amina"), sign_in("els")
    here = (plan.uuid, talk.uuid)
    amina.post(at("conference_write", *here, "note"), {"text": "De trap."})
    line = row(ConferenceLine, conference=talk.pk)
    mine = _keeps(amina, at("conference_line", *here, line.uuid), "De trap is steil.", 1)
    assert 'name="read_version" value="2"' in mine.content.decode()
    theirs = _keeps(els, at("conference_line", *here, line.uuid), "De trap is glad.", 1)
    both = theirs.content.decode()
    assert "De trap is steil." in both
    assert "De trap is glad." in both
    assert theirs["HX-Retarget"] == f"#alinea-{line.uuid}"
    shown = amina.get(at("conference", *here)).content.decode()
    assert "De trap is glad." in shown
    _keeps(amina, at("conference_line", *here, line.uuid), "De trap is glad en steil.", 2)
    before = els.get(at("conference_earlier", *here, line.uuid)).content.decode()
    for words in ("De trap.", "De trap is steil.", "De trap is glad."):
        assert words in before
    assert els.get(at("conference_earlier", *here, plan.uuid)).status_code == 404


def _keeps(client: Client, to: str, text: str, version: int) -> Any:
    said = {"text": text, "read_version": str(version)}
    return client.post(to, said, headers={"HX-Request": "true"})


def test_the_report_of_who_came_second_shows_both_texts(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    talk = called(cast, plan, "amina")
    with scope.acting(SYSTEM):
        Conference.objects.filter(pk=talk.pk).update(state="held", held_at=NOW)
    amina = sign_in("amina")
    to = at("conference_report", plan.uuid, talk.uuid)
    amina.post(to, {"text": "Bas belt.", "read_version": "0"})
    page = amina.post(to, {"text": "Els belt.", "read_version": "0"}).content.decode()
    assert "Bas belt." in page
    assert "Els belt." in page
    assert 'name="read_version" value="1"' in page


def test_ones_own_calendar_says_only_that_there_is_a_talk_and_ends_with_access(
    cast: Cast, sign_in: SignIn
) -> None:
    plan = begun(cast)
    els_place = place(cast, plan, "els", "professional")
    shares(cast, plan, els_place, BUT_MONEY)
    talk = called(cast, plan, "amina", els_place)
    answer = sign_in("els").post(at("conference_calendar"), {"act": "renew"}).content.decode()
    secret = answer.partition("overleg/agenda/")[2].partition(".ics")[0]
    feed = Client().get(at("conference_feed", secret)).content.decode()
    assert feed.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Overleg" in feed
    with scope.acting(SYSTEM):
        asked = LogEntry.objects.get(event="plans.calendar_read")
    assert (asked.client_uuid, asked.user_uuid) == (cast.els.uuid, None)
    for word in ("thuis", "Amina", "Haddad", "LOCATION", "DESCRIPTION", str(plan.uuid)):
        assert word not in feed
    which = {"conference": talk.uuid, "guest": guest(talk, els_place).uuid}
    do(cast, plan, "amina", conference_guests.decide, **which, comes=False)
    assert "BEGIN:VEVENT" not in Client().get(at("conference_feed", secret)).content.decode()
    assert Client().get(at("conference_feed", "x" * 22)).status_code == 404


def test_a_session_shows_only_the_talks_one_is_in(cast: Cast, sign_in: SignIn) -> None:
    first, second = begun(cast), begun(cast, "joost")
    els_place = place(cast, first, "els", "professional")
    shares(cast, first, els_place, BUT_MONEY)
    els = sign_in("els")
    els.post(at("conference_sessions", "de-linde"), {**DAY, "ends": "17:00"})
    page = els.get(at("conference_call", first.uuid)).content.decode()
    session = page.partition('name="session"')[2].partition('<option value="')[2]
    session = session.partition('<option value="')[2].partition('"')[0]
    asked = {"why": "Hoe gaat het?", "session": session, **DAY}
    els.post(at("conference_call", first.uuid), asked)
    talk = row(Conference, plan=first.pk)
    assert str(talk.session_id) != "None"
    with scope.acting(SYSTEM):
        other = Conference.of(second, state="planned", called_by_id=cast.joost.pk)
        other.session_id, other.why = talk.session_id, "Iets van Joost"
        other.starts_at, other.ends_at = talk.ends_at, talk.ends_at + timedelta(hours=1)
        other.changed_at = NOW
        other.save()
    here = at("conference_sessions", "de-linde")
    shown = els.get(here).content.decode()
    assert str(talk.uuid) not in shown
    assert str(other.uuid) not in shown
    comes = {"answer": "ja", "comes": str(_guest_uuid(talk))}
    sign_in("amina").post(at("conference_answer", first.uuid, talk.uuid), comes)
    shown = els.get(here).content.decode()
    assert str(talk.uuid) in shown
    assert str(other.uuid) not in shown
    taken = els.post(
        at("conference_call", first.uuid),
        {**asked, "starts": "15:00", "ends": "15:30"},
    ).content.decode()
    early = els.post(
        at("conference_call", first.uuid), {**asked, "starts": "13:00", "ends": "13:30"}
    ).content.decode()
    sentence = "Deze tijd past niet in de zitting. Kies een andere."
    assert sentence in taken
    assert sentence in early
    assert sign_in("dewi").get(here).status_code == 404
