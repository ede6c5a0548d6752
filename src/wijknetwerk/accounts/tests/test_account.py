"""My account: name, reading, password, sessions, closing."""

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.test import Client

from tests.cast import PASSWORD, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.accounts import demo
from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.selectors import device_words
from wijknetwerk.accounts.services import closing
from wijknetwerk.accounts.tests.helpers import is_signed_in, purposes, sign_in_by_code
from wijknetwerk.core import clock, erasures, log, registries
from wijknetwerk.core.models import LogEntry
from wijknetwerk.core.registries import Erasure

ADDRESS = "amina@voorbeeld.example"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15"
    " (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
)


@pytest.fixture
def amina(cast: Cast) -> Client:
    """Amina's browser, in which she just signed in."""
    EmailAddress.objects.create(user=cast.amina, email=ADDRESS, primary=True, verified=True)
    return sign_in_by_code(ADDRESS, headers={"user-agent": FIREFOX})


def test_a_name_and_phone_number_are_kept(cast: Cast, amina: Client) -> None:
    data = {"given_name": "Amina", "prefix": "el", "family_name": "Haddad", "phone": "0265550123"}
    assert amina.post("/mijn-account/naam/", data).status_code == 302
    cast.amina.refresh_from_db()
    assert (cast.amina.name, cast.amina.phone) == ("Amina el Haddad", "0265550123")
    assert log.names_of([cast.amina.uuid]) == {cast.amina.uuid: "Amina el Haddad"}


def test_what_was_typed_stays_when_something_is_missing(amina: Client) -> None:
    answer = amina.post("/mijn-account/naam/", {"given_name": "", "family_name": "Zaïdi"})
    assert answer.status_code == 200
    assert "Zaïdi" in answer.content.decode()


def test_language_and_text_size_stay_with_the_person(cast: Cast, amina: Client) -> None:
    amina.post("/mijn-account/lezen/", {"language": "en", "text_size": "largest"})
    page = sign_in_by_code(ADDRESS).get("/mijn-account/").content.decode()
    assert '<html lang="en" class="text-largest">' in page


def test_the_buttons_at_the_foot_keep_it_and_go_back(cast: Cast, amina: Client) -> None:
    data = {"text_size": "large", "next": "/mijn-account/naam/"}
    assert amina.post("/taal/", data)["Location"] == "/mijn-account/naam/"
    away = amina.post("/taal/", {"next": "https://elders.example/"})
    assert away["Location"] == "/"
    cast.amina.refresh_from_db()
    assert (cast.amina.language, cast.amina.text_size) == ("nl", "large")


def test_another_password_signs_out_other_devices_and_tells(cast: Cast, amina: Client) -> None:
    elsewhere = sign_in_by_code(ADDRESS)
    answer = amina.post("/mijn-account/wachtwoord/", {"password": "onze hond houdt van regen"})
    assert answer["Location"] == "/mijn-account/"
    assert is_signed_in(amina)
    assert not is_signed_in(elsewhere)
    assert purposes(ADDRESS)[-1] == "accounts.password_changed"


@pytest.mark.parametrize("password", ["kort", "password123", "amina@voorbeeld"])
def test_a_weak_password_is_refused(cast: Cast, amina: Client, password: str) -> None:
    assert amina.post("/mijn-account/wachtwoord/", {"password": password}).status_code == 200
    cast.amina.refresh_from_db()
    assert cast.amina.check_password(PASSWORD)


def test_sessions_are_listed_and_ended_one_by_one(cast: Cast, amina: Client) -> None:
    phone = sign_in_by_code(ADDRESS, headers={"user-agent": IPHONE})
    page = amina.get("/mijn-account/apparaten/").content.decode()
    assert "Firefox" in page
    assert "iPhone" in page
    number = UserSession.objects.get(session_key=phone.session.session_key).pk
    amina.post("/mijn-account/apparaten/uit/", {"number": number})
    assert not is_signed_in(phone)
    assert is_signed_in(amina)


def test_nobody_ends_anothers_session(cast: Cast, amina: Client, sign_in: SignIn) -> None:
    number = UserSession.objects.get(user=cast.amina).pk
    answer = sign_in("bas").post("/mijn-account/apparaten/uit/", {"number": number})
    assert answer.status_code == 404
    assert is_signed_in(amina)


def test_all_other_sessions_end_at_once_also_unlisted_ones(
    cast: Cast, amina: Client, sign_in: SignIn
) -> None:
    unlisted, phone = sign_in("amina"), sign_in_by_code(ADDRESS)
    amina.post("/mijn-account/apparaten/andere-uit/")
    assert is_signed_in(amina)
    assert not is_signed_in(phone)
    assert not is_signed_in(unlisted)
    assert UserSession.objects.get(user=cast.amina).session_key == amina.session.session_key


def test_a_device_is_named_in_words() -> None:
    assert "iPhone" in device_words(IPHONE)
    assert "Safari" in device_words(IPHONE)
    assert device_words("curl/8.0")


def test_my_account_costs_the_same_however_many_sessions(
    cast: Cast, amina: Client, count_queries: Any
) -> None:
    with count_queries() as one:
        amina.get("/mijn-account/apparaten/")
    for _time in range(20):
        sign_in_by_code(ADDRESS, REMOTE_ADDR=f"10.0.{_time}.1")
    with count_queries() as many:
        amina.get("/mijn-account/apparaten/")
    assert one.count == many.count <= 8
    with count_queries() as overview:
        amina.get("/mijn-account/")
    assert overview.count <= 8


def test_closing_says_first_what_happens(cast: Cast, amina: Client) -> None:
    page = amina.get("/mijn-account/sluiten/")
    assert page.status_code == 200
    cast.amina.refresh_from_db()
    assert cast.amina.closed_at is None


def test_closing_erases_the_name_and_every_way_in(cast: Cast, amina: Client) -> None:
    demo.give_authenticator(cast.amina, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    Authenticator.objects.filter(user=cast.amina, type="totp").delete()
    amina.post("/mijn-account/naam/", {"given_name": "Amina", "family_name": "Haddad"})
    answer = amina.post("/mijn-account/sluiten/")
    assert answer["Location"] == "/mijn-account/gesloten/"
    person = Person.objects.get(pk=cast.amina.pk)
    assert (person.given_name, person.family_name, person.email, person.phone) == ("", "", None, "")
    assert person.closed_at is not None
    assert not person.is_active
    assert log.names_of([person.uuid]) == {}
    assert not EmailAddress.objects.filter(user=person).exists()
    assert not Authenticator.objects.filter(user=person).exists()
    assert not is_signed_in(amina)
    assert amina.get("/mijn-account/gesloten/").status_code == 200


def test_closing_asks_who_it_is(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in("amina", second_factor=False)
    assert client.post("/mijn-account/sluiten/")["Location"].startswith("/mijn-account/nog-eens/")
    cast.amina.refresh_from_db()
    assert cast.amina.closed_at is None


class Failing:
    """An app that can't erase now."""

    title = "fails"

    def export(self, *, person_uuid: Any) -> list[Any]:
        """Nothing."""
        return []

    def erase(self, *, actor: Any, person_uuid: Any) -> list[Erasure]:
        """Break."""
        raise RuntimeError


def test_closing_is_all_or_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = dict(registries.personal_data.items())
    monkeypatch.setattr(registries.personal_data, "_entries", {**kept, "failing": Failing()})
    with pytest.raises(RuntimeError):
        closing.close_account(cast.actor("amina"), person=cast.amina)
    person = Person.objects.get(pk=cast.amina.pk)
    assert person.closed_at is None
    assert person.email == ADDRESS


def test_everything_about_me_can_be_exported(cast: Cast, amina: Client) -> None:
    records = list(registries.personal_data["accounts"].export(person_uuid=cast.amina.uuid))
    said = str([record.fields for record in records])
    assert ADDRESS in said
    assert "Haddad" in said
    assert "Firefox" in said
    assert cast.amina.password not in said


@pytest.mark.usefixtures("as_system")
def test_the_log_tells_of_sessions_password_and_closing(cast: Cast, amina: Client) -> None:
    amina.post("/mijn-account/wachtwoord/", {"password": "onze hond houdt van regen"})
    amina.post("/mijn-account/apparaten/andere-uit/")
    amina.post("/mijn-account/sluiten/")
    events = [
        line.event for line in LogEntry.objects.filter(client_uuid=cast.amina.uuid).order_by("seq")
    ]
    assert events[0] == "accounts.signed_in"
    for event in ("password_changed", "sessions_ended", "account_closed"):
        assert f"accounts.{event}" in events


def test_an_account_that_was_closed_stays_closed_after_a_restore(
    cast: Cast, django_capture_on_commit_callbacks: Any, as_system: None
) -> None:
    before = clock.now()
    with django_capture_on_commit_callbacks(execute=True):
        closing.close_account(cast.actor("amina"), person=cast.amina)
    assert list(erasures.noted_since(before)) == [cast.amina.uuid]
    Person.objects.filter(pk=cast.amina.pk).update(
        given_name="Amina", family_name="Haddad", closed_at=None, is_active=True
    )
    erasures.replay(actor=SYSTEM, since=before)
    cast.amina.refresh_from_db()
    assert (cast.amina.given_name, cast.amina.family_name) == ("", "")
    assert not cast.amina.is_active
