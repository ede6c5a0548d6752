"""Limits on tries hold off an attacker and don't lock out the owner."""

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from tests.cast import PASSWORD, Cast
from wijknetwerk.accounts.services import codes
from wijknetwerk.accounts.tests.helpers import is_signed_in, mails_to, sign_in_by_code
from wijknetwerk.core.errors import DomainError

ADDRESS = "amina@voorbeeld.example"
ATTACKER = "203.0.113.7"
HOME = "198.51.100.20"


@pytest.fixture
def amina_at_home(cast: Cast) -> Client:
    """A browser in which Amina signed in before, and signed out."""
    EmailAddress.objects.create(user=cast.amina, email=ADDRESS, primary=True, verified=True)
    client = sign_in_by_code(ADDRESS, REMOTE_ADDR=HOME)
    client.post("/inloggen/uit/", REMOTE_ADDR=HOME)
    assert not is_signed_in(client)
    return client


def _password(client: Client, password: str, where: str) -> Any:
    return client.post("/inloggen/", {"login": ADDRESS, "password": password}, REMOTE_ADDR=where)


def test_five_wrong_passwords_stop_a_stranger(amina_at_home: Client) -> None:
    for _time in range(5):
        _password(Client(), "verkeerd", ATTACKER)
    right = Client()
    _password(right, PASSWORD, ATTACKER)
    assert not is_signed_in(right)


def test_an_attack_on_passwords_leaves_the_owners_own_device_alone(amina_at_home: Client) -> None:
    for number in range(12):
        _password(Client(), "verkeerd", f"203.0.{number}.7")
    _password(amina_at_home, PASSWORD, HOME)
    assert is_signed_in(amina_at_home)


def test_an_attack_on_passwords_leaves_the_code_by_mail_alone(amina_at_home: Client) -> None:
    for number in range(12):
        _password(Client(), "verkeerd", f"203.0.{number}.7")
    assert is_signed_in(sign_in_by_code(ADDRESS, REMOTE_ADDR="192.0.2.44"))


def test_codes_asked_from_elsewhere_dont_use_up_the_owners(amina_at_home: Client) -> None:
    before = len(mails_to(ADDRESS))
    for _time in range(10):
        Client().post("/inloggen/code/", {"email": ADDRESS}, REMOTE_ADDR=ATTACKER)
    assert len(mails_to(ADDRESS)) == before + 3
    assert is_signed_in(sign_in_by_code(ADDRESS, REMOTE_ADDR="192.0.2.44"))


def test_an_attack_from_everywhere_fills_no_mailbox_and_leaves_the_own_device_alone(
    amina_at_home: Client,
) -> None:
    before = len(mails_to(ADDRESS))
    for number in range(45):
        Client().post("/inloggen/code/", {"email": ADDRESS}, REMOTE_ADDR=f"10.1.{number}.9")
    assert len(mails_to(ADDRESS)) == before + 39  # the one by which she came in counts too
    assert is_signed_in(sign_in_by_code(ADDRESS, amina_at_home, REMOTE_ADDR=HOME))


def test_the_note_in_a_browser_is_worth_nothing_for_somebody_else(
    cast: Cast, amina_at_home: Client
) -> None:
    for _time in range(5):
        Client().post("/inloggen/", {"login": "bas@voorbeeld.example", "password": "fout"})
    answer = amina_at_home.post(
        "/inloggen/", {"login": "bas@voorbeeld.example", "password": PASSWORD}
    )
    assert answer.status_code == 200
    assert not is_signed_in(amina_at_home)


def test_a_made_up_note_counts_as_none(amina_at_home: Client) -> None:
    stranger = Client()
    stranger.cookies["wn_device"] = amina_at_home.cookies["wn_device"].value[:-2] + "xx"
    for _time in range(5):
        _password(Client(), "verkeerd", ATTACKER)
    _password(stranger, PASSWORD, ATTACKER)
    assert not is_signed_in(stranger)


def test_a_limit_shows_a_page_that_says_what_to_do(amina_at_home: Client) -> None:
    for _time in range(3):
        Client().post("/inloggen/wachtwoord/", {"email": ADDRESS})
    answer = Client().post("/inloggen/wachtwoord/", {"email": ADDRESS})
    assert answer.status_code == 429
    assert b"<main" in answer.content


def test_requests_at_the_same_moment_share_the_tries_of_a_code(cast: Cast) -> None:
    """Each finds the session as it was before, and yet three tries is all there are."""
    first = SessionStore()
    codes.start(first, "identity")
    first.save()
    outcomes = []
    for _time in range(5):
        with pytest.raises(DomainError) as refused:
            codes.check(SessionStore(first.session_key), "identity", "0")
        outcomes.append(refused.type)
    assert outcomes == [codes.WrongCode] * 3 + [codes.CodeOver] * 2


def test_ten_codes_a_session_is_all_that_may_be_tried(amina_at_home: Client) -> None:
    client = Client()
    for number in range(5):
        client.post("/inloggen/code/", {"email": ADDRESS}, REMOTE_ADDR=f"10.2.{number}.1")
        for _time in range(3):
            client.post("/inloggen/code/invullen/", {"code": "0"}, REMOTE_ADDR=f"10.2.{number}.1")
    sign_in_by_code(ADDRESS, client, REMOTE_ADDR="10.2.9.1")
    assert not is_signed_in(client)
