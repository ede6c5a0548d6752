"""Design 6: a form keeps what was typed when the session ends."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cast import NOW, PASSWORD, Cast
from wijknetwerk.accounts import demo
from wijknetwerk.accounts.models import Person
from wijknetwerk.core import clock

NAME = "/mijn-account/naam/"
TYPED = {"given_name": "Amina Sofia", "family_name": 'Haddad "el"', "prefix": "", "phone": ""}
KEPT = "/inloggen/bewaard/"


def _signs_in(client: Client, name: str) -> str:
    from allauth.account.models import EmailAddress

    person = Person.objects.get(email=f"{name}@voorbeeld.example")
    EmailAddress.objects.get_or_create(
        user=person, email=person.email, defaults={"verified": True, "primary": True}
    )
    answer = client.post(f"/inloggen/?next={KEPT}", {"login": person.email, "password": PASSWORD})
    return str(answer["Location"])


@pytest.fixture
def amina(cast: Cast) -> Client:
    """Amina's browser, in which her session has just ended."""
    client = Client()
    _signs_in(client, "amina")
    Session.objects.all().delete()
    return client


def test_what_was_typed_is_shown_after_signing_in_and_sent_with_one_press(
    amina: Client, cast: Cast
) -> None:
    answer = amina.post(NAME, TYPED)
    assert answer["Location"] == "/inloggen/?next=%2Finloggen%2Fbewaard%2F"
    assert _signs_in(amina, "amina") == KEPT
    page = amina.get(KEPT).content.decode()
    assert "Amina Sofia" in page
    assert f'action="{NAME}"' in page
    sent = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    sent.pop("csrfmiddlewaretoken", None)
    assert (
        amina.post(NAME, {name: unescape(said) for name, said in sent.items()}).status_code == 302
    )
    cast.amina.refresh_from_db()
    assert (cast.amina.given_name, cast.amina.family_name) == ("Amina Sofia", 'Haddad "el"')
    assert amina.get(KEPT)["Location"] == "/vandaag/"  # gone once it was sent


def test_in_production_its_cookie_travels_over_https_only(amina: Client, settings: Any) -> None:
    settings.SESSION_COOKIE_SECURE = True
    assert amina.post(NAME, TYPED).cookies["wn_kept"]["secure"] is True


def test_the_next_person_at_this_computer_sees_nothing_of_it(amina: Client) -> None:
    amina.post(NAME, TYPED)
    _signs_in(amina, "bas")
    assert amina.get(KEPT).status_code == 302


def test_a_browser_that_nobody_signed_in_with_keeps_nothing(cast: Cast) -> None:
    client = Client()
    answer = client.post(NAME, TYPED)
    assert "bewaard" not in answer["Location"]
    assert "wn_kept" not in client.cookies


@pytest.mark.parametrize(
    "sent",
    [
        {"password": "mijn geheime zin", "given_name": "x y"},
        {"code": "12345678"},
        {"file": SimpleUploadedFile("brief.txt", b"tekst")},
        {"text": "x" * 120_000},
        {},
    ],
    ids=["password", "code", "file", "too long", "nothing"],
)
def test_some_things_are_never_kept(amina: Client, sent: dict[str, object]) -> None:
    amina.post(NAME, sent)
    assert "wn_kept" not in amina.cookies


def test_it_lies_encrypted_and_half_an_hour_only(amina: Client) -> None:
    amina.post(NAME, TYPED)
    sealed = cache.get(f"accounts.typed:{amina.cookies['wn_kept'].value}")
    assert sealed.startswith("v1:")
    assert "Amina" not in sealed
    assert amina.cookies["wn_kept"]["max-age"] == 1800
    assert amina.cookies["wn_kept"]["httponly"]


def test_who_does_not_want_it_lets_it_go(amina: Client) -> None:
    amina.post(NAME, TYPED)
    _signs_in(amina, "amina")
    assert amina.post(KEPT)["Location"] == NAME
    assert amina.get(KEPT)["Location"] == "/vandaag/"


def test_it_is_also_kept_when_the_second_step_lapsed(cast: Cast) -> None:
    demo.give_authenticator(cast.dewi, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    client = Client()
    _signs_in(client, "dewi")
    client.post("/inloggen/tweede-stap/", {"code": demo.current_code(cast.dewi) or ""})
    path = f"/mijn-account/hulp/de-linde/{cast.bas.uuid}/"
    with clock.frozen(NOW + timedelta(days=300)):
        answer = client.post(path, {"new_email": "bas nieuw"})
        assert answer["Location"] == "/mijn-account/tweede-stap/?next=%2Finloggen%2Fbewaard%2F"
        assert f'action="{path}"' in client.get(KEPT).content.decode()
