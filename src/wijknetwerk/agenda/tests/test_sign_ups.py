"""Signing up with and without account, room, reminders, and what ends when somebody leaves."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.agenda.errors import Full, NoSignUps, SignedUpAlready
from wijknetwerk.agenda.models import Event, Place, SignUp
from wijknetwerk.agenda.selectors.people import left_of
from wijknetwerk.agenda.services import events, places, reminders, series, sign_ups
from wijknetwerk.agenda.services.sign_ups import Guest
from wijknetwerk.agenda.tests import planning
from wijknetwerk.agenda.tests.planning import by, comes, plan
from wijknetwerk.core import clock, registries, scope
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.core.models.token import TokenLink
from wijknetwerk.networks.services import leaving

EMAIL = "truus@voorbeeld.example"
DAY_BEFORE = NOW + timedelta(days=7)


def _address(event: Event, more: str = "aanmelden/") -> str:
    return f"/n/de-linde/agenda/{event.uuid}/{more}"


def _guest(event: Event, **more: Any) -> Any:
    data = {"name": "Truus Vos", "email": EMAIL, "brings": "1", **more}
    return Client().post(_address(event), data)


def _mails() -> list[OutgoingMail]:
    return list(OutgoingMail.objects.filter(purpose="agenda.event").order_by("pk"))


def test_a_stranger_signs_up_gets_a_link_and_takes_it_back(cast: Cast, as_system: None) -> None:
    event = plan(cast, is_public=True)
    assert _guest(event).status_code == 302
    row = SignUp.objects.get()
    assert (row.name, row.email, row.brings, row.membership) == ("Truus Vos", EMAIL, 1, None)
    (mail,) = _mails()
    found = re.search(r"/agenda/aanmelding/([\w-]{22})/", mail.body)
    assert found
    assert not TokenLink.objects.filter(digest__contains=found[1]).exists()
    page = Client().get(found[0])
    for kept in ("Truus Vos", EMAIL, "12 november 2026"):  # all that is kept of a guest
        assert kept in page.content.decode()
    assert SignUp.objects.get().cancelled_at is None  # looking changes nothing
    assert "niet meer op de lijst" in Client().post(found[0]).content.decode()
    assert SignUp.objects.get().cancelled_at == NOW
    for page in (Client().get(found[0]), Client().post(found[0])):  # again it says that only
        assert "niet meer op de lijst" in page.content.decode()
        assert "Truus Vos" not in page.content.decode()
    assert SignUp.objects.get().cancelled_at == NOW


def test_who_is_on_the_list_learns_nothing_new_and_counts_once(cast: Cast, as_system: None) -> None:
    event = plan(cast, is_public=True)
    first, again = _guest(event), _guest(event, name="Iemand anders")
    assert (first.status_code, first["Location"]) == (again.status_code, again["Location"])
    assert SignUp.objects.count() == 1
    assert len(_mails()) == 2


def test_room_tells_no_stranger_who_is_on_the_list(cast: Cast, sign_in: SignIn) -> None:
    event = plan(cast, is_public=True, room=5)
    _guest(event)
    place = _address(event, "")
    assert "nog plek voor 3 mensen" in sign_in("amina").get(place).content.decode()
    # Less than it was, or the same: that would tell whether an address stood there already.
    assert "nog plek voor" not in Client().get(place).content.decode()
    for email in (EMAIL, "iemand.anders@voorbeeld.example"):
        said = _guest(event, email=email, brings="4").content.decode()
        assert "geen plek meer voor zoveel mensen" in said
    with scope.acting(SYSTEM):
        assert SignUp.objects.count() == 1


@pytest.mark.parametrize("probed", [EMAIL, "iemand.anders@voorbeeld.example"])
def test_the_last_places_tell_no_stranger_who_is_on_the_list(cast: Cast, probed: str) -> None:
    """Whoever signs an address up near the last place sees afterwards the same, whether it stood on
    the list or not. Who plans the event sees who comes, and can give the place away."""
    event = plan(cast, is_public=True, room=4)
    _guest(event)
    before = _guest(event, email=probed)
    after = _guest(event, email="de.volgende@voorbeeld.example", brings="0")
    assert before.status_code == 302
    assert "geen plek meer" in after.content.decode()
    with scope.acting(SYSTEM):
        coming = SignUp.objects.filter(event=event)
        assert coming.count() == (1 if probed == EMAIL else 2)
        free = left_of(event, held=False)
    assert free == (2 if probed == EMAIL else 0)
    noted = Guest(name="Piet", phone="026 123 45 67", brings=1)
    if free:
        by(cast, "dewi", sign_ups.note_guest, event=event.uuid, guest=noted)
    else:
        with pytest.raises(Full):
            by(cast, "dewi", sign_ups.note_guest, event=event.uuid, guest=noted)


def test_bad_input_says_so_and_keeps_what_was_typed(cast: Cast) -> None:
    event = plan(cast, is_public=True)
    said = _guest(event, email="").content.decode()
    assert "Vul een telefoonnummer of e-mailadres in" in said
    assert 'value="Truus Vos"' in said


def test_one_home_signs_up_so_often_an_hour(cast: Cast) -> None:
    cache.clear()
    event = plan(cast, is_public=True)
    answers = [_guest(event, email=f"a{n}@voorbeeld.example") for n in range(14)]
    assert [one.status_code for one in answers] == [302] * 12 + [200] * 2
    assert "te vaak geprobeerd" in answers[-1].content.decode()
    with clock.frozen(NOW + timedelta(hours=2)), scope.acting(SYSTEM):
        assert SignUp.objects.count() == 12
    cache.clear()


def test_members_events_are_not_there_for_strangers(cast: Cast) -> None:
    event = plan(cast)
    assert "inloggen" in _guest(event)["Location"]
    with scope.acting(SYSTEM):
        assert not SignUp.objects.exists()


def test_it_is_full_when_its_room_is_full(cast: Cast) -> None:
    event = plan(cast, room=4)
    comes(cast, "amina", event, brings=1)
    with pytest.raises(SignedUpAlready):
        comes(cast, "amina", event)
    with pytest.raises(Full):
        comes(cast, "bas", event, brings=2)
    comes(cast, "bas", event, brings=1)
    with pytest.raises(Full):
        comes(cast, "els", event)
    by(cast, "amina", leaving.leave)  # who left takes no place, from that very moment
    comes(cast, "els", event, brings=1)


def test_nobody_signs_up_for_what_is_cancelled_or_over(cast: Cast) -> None:
    event, over = plan(cast), plan(cast, day=TODAY - timedelta(days=1))
    by(cast, "dewi", events.cancel, event=event.uuid, because="")
    for one in (event, over):
        with pytest.raises(NoSignUps):
            comes(cast, "amina", one)


def test_the_day_before_it_reminds_who_still_comes_once(cast: Cast, as_system: None) -> None:
    event = plan(cast, is_public=True)
    for name in ("amina", "bas", "els", "bakker"):
        comes(cast, name, event)
    _guest(event)
    by(cast, "bas", leaving.leave)
    SignUp.objects.filter(membership__person=cast.els).update(cancelled_at=NOW)
    OutgoingMail.objects.all().delete()
    assert reminders.remind(actor=SYSTEM) == 0  # a week too early
    with clock.frozen(DAY_BEFORE):
        assert reminders.remind(actor=SYSTEM) == 2  # mrs Bakker has no e-mail
        assert reminders.remind(actor=SYSTEM) == 0
    assert {mail.to_address for mail in _mails()} == {cast.amina.email, EMAIL}
    assert all(mail.subject.startswith("Morgen") for mail in _mails())
    with clock.frozen(DAY_BEFORE):
        by(cast, "amina", leaving.leave)
    assert {mail.to_address for mail in _mails()} == {EMAIL}  # rule N2


def test_what_is_cancelled_tells_who_comes_and_reminds_nobody(cast: Cast, as_system: None) -> None:
    event = plan(cast)
    comes(cast, "amina", event)
    OutgoingMail.objects.all().delete()
    by(cast, "dewi", events.cancel, event=event.uuid, because="De zaal is dicht")
    (mail,) = _mails()
    assert "Gaat niet door" in mail.subject
    assert "De zaal is dicht" in mail.body
    with clock.frozen(DAY_BEFORE):
        assert reminders.remind(actor=SYSTEM) == 0


def _place(cast: Cast, name: str) -> Place:
    made: Place = by(cast, "dewi", places.make, said=places.PlaceSaid(name))
    return made


def test_who_comes_is_told_of_another_place_once(cast: Cast, sign_in: SignIn) -> None:
    here, there = _place(cast, "Buurthuis"), _place(cast, "Kerkzaal")
    event = plan(cast, place=here.uuid)
    comes(cast, "amina", event)
    OutgoingMail.objects.all().delete()
    at = f"/n/de-linde/agenda/{event.uuid}/wijzigen/"
    sent = {"title": "Aan tafel", "kind": "gathering", "takes_sign_ups": "on"}
    sent |= {"day": str(planning.SOON), "starts": "19:00", "ends": "21:00"}
    dewi = sign_in("dewi")
    sees_to = {"organiser": str(cast.members["dewi"].uuid)}
    for place in (here, here, there, there):
        assert dewi.post(at, {**sent, **sees_to, "place": str(place.uuid)}).status_code == 302
    (mail,) = _mails()
    assert mail.subject == "Andere plek: Aan tafel"
    assert "Waar: Kerkzaal" in mail.body
    with scope.acting(SYSTEM):
        assert Event.objects.get().sequence == 1  # saving the same again is no change


def test_a_series_that_goes_elsewhere_tells_who_signed_up(cast: Cast) -> None:
    made = planning.start(cast, takes_sign_ups=True, elsewhere="Hal")
    with scope.acting(SYSTEM):
        _first, second = Event.objects.order_by("starts_at")[:2]
    comes(cast, "amina", second)
    OutgoingMail.objects.all().delete()
    again = series.Again("weekly", made.from_on, made.starts, made.ends)
    for said, changed in ((("Koor", "Hal"), "title"), (("Koor", "Tuin"), "elsewhere")):
        new = events.Said("walk_in", said[0], elsewhere=said[1], takes_sign_ups=True)
        by(cast, "dewi", series.change, activity=made.uuid, said=new, again=again,
           changed=[changed])  # fmt: skip
    (mail,) = _mails()
    assert "Waar: Tuin" in mail.body
    assert mail.to_address == cast.amina.email


def test_strangers_go_ninety_days_after_the_event(cast: Cast, as_system: None) -> None:
    event = plan(cast, is_public=True)
    _guest(event)
    comes(cast, "amina", event)
    expire = registries.retention["agenda.guests"].expire
    assert expire(before=event.ends_at) == 0
    assert expire(before=event.ends_at + timedelta(seconds=1)) == 1
    assert [row.membership_id for row in SignUp.objects.all()] == [cast.members["amina"].pk]


def test_what_the_agenda_keeps_about_me_is_shown_and_erased(cast: Cast, sign_in: SignIn) -> None:
    event = plan(cast, "bas")
    comes(cast, "bas", event)
    sign_in("bas").post("/mijn-agenda/", {"act": "renew"})
    with scope.acting(SYSTEM):
        data = registries.personal_data["agenda"]
        told = {str(one.title) for one in data.export(person_uuid=cast.bas.uuid)}
        link = "Uw agendalink. Welke het is, kunnen wij niet lezen."
        assert told == {"U gaf op dat u komt", "U regelt dit", link}
        counts = [one.count for one in data.erase(actor=SYSTEM, person_uuid=cast.bas.uuid)]
        assert counts == [1, 0, 0, 1]
        assert not SignUp.objects.exists()
        assert not TokenLink.objects.filter(purpose="agenda.feed", ended_at=None).exists()
        left = {str(one.title) for one in data.export(person_uuid=cast.bas.uuid)}
        assert link not in left
