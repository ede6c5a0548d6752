"""Signing in, signing up, a forgotten password."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from tests.cast import PASSWORD, Cast
from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.tests.helpers import (
    is_signed_in,
    mails_to,
    newest_code,
    purposes,
    sign_in_by_code,
)
from wijknetwerk.core.models import LogEntry

SIGN_UP = {"given_name": "Nour", "prefix": "", "family_name": "Bos"}


def _confirm(person: Person) -> None:
    EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=True)


def test_somebody_signs_up_without_a_password_and_comes_back_with_a_code(db: None) -> None:
    client = Client()
    answer = client.post("/inloggen/aanmelden/", {**SIGN_UP, "email": "Nour@Voorbeeld.example"})
    assert answer["Location"] == "/inloggen/adres/"
    assert not is_signed_in(client)
    code = newest_code("nour@voorbeeld.example")
    assert len(code) == 6
    client.post("/inloggen/adres/", {"code": code})
    assert is_signed_in(client)
    person = Person.objects.get(email="nour@voorbeeld.example")
    assert person.name == "Nour Bos"
    assert not person.has_usable_password()
    assert is_signed_in(sign_in_by_code("nour@voorbeeld.example"))


def test_somebody_signs_up_with_a_password(db: None) -> None:
    client = Client()
    data = {**SIGN_UP, "email": "nour@voorbeeld.example", "password1": PASSWORD}
    client.post("/inloggen/aanmelden/", data)
    client.post("/inloggen/adres/", {"code": newest_code("nour@voorbeeld.example")})
    assert is_signed_in(client)
    other = Client()
    other.post("/inloggen/", {"login": "nour@voorbeeld.example", "password": PASSWORD})
    assert is_signed_in(other)


def test_password_or_code_lets_somebody_in(cast: Cast) -> None:
    _confirm(cast.amina)
    client = Client()
    answer = client.post("/inloggen/", {"login": "AMINA@voorbeeld.example", "password": PASSWORD})
    assert answer["Location"] == "/vandaag/"
    assert is_signed_in(client)
    assert is_signed_in(sign_in_by_code("amina@voorbeeld.example"))


def test_the_address_typed_at_signing_in_goes_along_to_the_code(cast: Cast) -> None:
    _confirm(cast.amina)
    client = Client()
    client.post("/inloggen/code/", {"login": "amina@voorbeeld.example", "password": ""})
    assert purposes("amina@voorbeeld.example") == ["accounts.login_code"]


def test_three_wrong_codes_end_the_code(cast: Cast) -> None:
    _confirm(cast.amina)
    client = Client()
    client.post("/inloggen/code/", {"email": "amina@voorbeeld.example"})
    right = newest_code("amina@voorbeeld.example")
    for _time in range(3):
        client.post("/inloggen/code/invullen/", {"code": "0000-0000"})
    client.post("/inloggen/code/invullen/", {"code": right})
    assert not is_signed_in(client)


def test_a_forgotten_password_is_replaced_and_ends_other_sessions(cast: Cast) -> None:
    _confirm(cast.amina)
    elsewhere = sign_in_by_code("amina@voorbeeld.example")
    client = Client()
    client.post("/inloggen/wachtwoord/", {"email": "amina@voorbeeld.example"})
    code = newest_code("amina@voorbeeld.example")
    client.post("/inloggen/wachtwoord/code/", {"code": code})
    answer = client.post("/inloggen/wachtwoord/nieuw/", {"password1": "onze hond houdt van regen"})
    assert answer["Location"] == "/inloggen/wachtwoord/klaar/"
    assert not is_signed_in(elsewhere)
    assert purposes("amina@voorbeeld.example")[-1] == "accounts.password_changed"
    cast.amina.refresh_from_db()
    assert cast.amina.check_password("onze hond houdt van regen")


def test_a_stranger_who_signed_up_with_my_address_gets_nothing(db: None) -> None:
    """They set a password and wait; once I confirm my address by a code, that password is gone."""
    Client().post(
        "/inloggen/aanmelden/", {**SIGN_UP, "email": "ik@voorbeeld.example", "password1": PASSWORD}
    )
    mine = sign_in_by_code("ik@voorbeeld.example")
    assert is_signed_in(mine)
    theirs = Client()
    theirs.post("/inloggen/", {"login": "ik@voorbeeld.example", "password": PASSWORD})
    assert not is_signed_in(theirs)


def test_signing_in_gives_the_session_a_new_key(cast: Cast) -> None:
    _confirm(cast.amina)
    client = Client()
    client.post("/inloggen/code/", {"email": "amina@voorbeeld.example"})
    before = client.session.session_key
    client.post("/inloggen/code/invullen/", {"code": newest_code("amina@voorbeeld.example")})
    assert is_signed_in(client)
    assert client.session.session_key != before


def test_a_closed_library_page_is_not_there(db: None) -> None:
    for path in ("/inloggen/login/", "/inloggen/2fa/", "/inloggen/sessions/", "/inloggen/email/"):
        assert Client().get(path).status_code == 404


def test_mail_waits_in_the_outbox_in_the_readers_language(cast: Cast) -> None:
    cast.amina.language = "en"
    cast.amina.save()
    Client().post("/inloggen/code/", {"email": "amina@voorbeeld.example"})
    mail = mails_to("amina@voorbeeld.example")[0]
    assert mail.language == "en"
    assert mail.subject == "Your code to sign in"
    assert mail.sent_at is None
    assert mail.person_uuid == cast.amina.uuid


@pytest.mark.usefixtures("as_system")
def test_the_log_knows_ids_only(cast: Cast) -> None:
    _confirm(cast.amina)
    Client().post("/inloggen/", {"login": "amina@voorbeeld.example", "password": "fout"})
    Client().post("/inloggen/", {"login": "niemand@voorbeeld.example", "password": "fout"})
    sign_in_by_code("amina@voorbeeld.example")
    failed = LogEntry.objects.filter(event="accounts.sign_in_failed").order_by("occurred_at")
    assert {(entry.chain, entry.object_uuid) for entry in failed} == {
        (f"c:{cast.amina.uuid}", str(cast.amina.uuid)),
        ("platform", ""),
    }
    came_in = LogEntry.objects.get(event="accounts.signed_in")
    assert came_in.user_uuid == cast.amina.uuid
    for entry in LogEntry.objects.all():
        assert "voorbeeld.example" not in str(vars(entry))
