"""Another e-mail address, and undoing it."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from tests.cast import NOW, PASSWORD, Cast
from tests.fixtures import SignIn
from wijknetwerk.accounts.models import EmailChange
from wijknetwerk.accounts.services.upkeep import forget_email_changes
from wijknetwerk.accounts.tests.helpers import (
    is_signed_in,
    link_in,
    mails_to,
    newest_code,
    purposes,
    sign_in_by_code,
)
from wijknetwerk.core import clock
from wijknetwerk.core.models import LogEntry

OLD = "amina@voorbeeld.example"
NEW = "nieuw@voorbeeld.example"
THIRD = "derde@voorbeeld.example"


@pytest.fixture
def amina(cast: Cast, sign_in: SignIn) -> Client:
    """Amina's browser."""
    return sign_in("amina")


def _change(client: Client, address: str) -> None:
    client.post("/mijn-account/adres/", {"email": address})
    client.post("/mijn-account/adres/code/", {"code": newest_code(address)})


def test_the_new_address_is_confirmed_first(cast: Cast, amina: Client) -> None:
    amina.post("/mijn-account/adres/", {"email": NEW})
    cast.amina.refresh_from_db()
    assert cast.amina.email == OLD
    amina.post("/mijn-account/adres/code/", {"code": "0000-0000"})
    cast.amina.refresh_from_db()
    assert cast.amina.email == OLD
    amina.post("/mijn-account/adres/code/", {"code": newest_code(NEW)})
    cast.amina.refresh_from_db()
    assert cast.amina.email == NEW
    known = EmailAddress.objects.get(user=cast.amina)
    assert (known.email, known.verified, known.primary) == (NEW, True, True)
    assert is_signed_in(sign_in_by_code(NEW))
    Client().post("/inloggen/code/", {"email": OLD})
    assert purposes(OLD)[-1] == "accounts.unknown_account"


def test_the_old_address_hears_at_once(amina: Client) -> None:
    _change(amina, NEW)
    assert purposes(OLD) == ["accounts.email_changed"]
    assert "/mijn-account/adres/terug/" in link_in(OLD)
    assert NEW not in mails_to(OLD)[0].body


def test_looking_at_the_link_changes_nothing(cast: Cast, amina: Client) -> None:
    _change(amina, NEW)
    assert Client().get(link_in(OLD)).status_code == 200
    cast.amina.refresh_from_db()
    assert cast.amina.email == NEW


def test_undoing_puts_the_address_back_ends_sessions_and_asks_a_new_password(
    cast: Cast, amina: Client
) -> None:
    _change(amina, NEW)
    elsewhere = sign_in_by_code(NEW)
    answer = Client().post(link_in(OLD))
    assert answer["Location"] == "/mijn-account/adres/staat-terug/"
    cast.amina.refresh_from_db()
    assert cast.amina.email == OLD
    assert not cast.amina.has_usable_password()
    assert not is_signed_in(amina)
    assert not is_signed_in(elsewhere)
    client = Client()
    client.post("/inloggen/", {"login": OLD, "password": PASSWORD})
    assert not is_signed_in(client)
    assert is_signed_in(sign_in_by_code(OLD))


def test_the_link_works_once(amina: Client) -> None:
    _change(amina, NEW)
    link = link_in(OLD)
    Client().post(link)
    assert Client().get(link).status_code == 404
    assert Client().post(link).status_code == 404


def test_after_seven_days_it_can_not_be_undone(cast: Cast, amina: Client) -> None:
    _change(amina, NEW)
    link = link_in(OLD)
    with clock.frozen(NOW + timedelta(days=7, minutes=-1)):
        assert Client().get(link).status_code == 200
    with clock.frozen(NOW + timedelta(days=7)):
        assert Client().get(link).status_code == 404
        assert Client().post(link).status_code == 404
        assert forget_email_changes(clock.now() - timedelta(days=7, seconds=-1)) == 1
    cast.amina.refresh_from_db()
    assert cast.amina.email == NEW
    assert not EmailChange.objects.exists()


def test_changing_twice_does_not_keep_the_owner_from_undoing(cast: Cast, amina: Client) -> None:
    """A thief changes the address twice; the first link still puts the first address back."""
    _change(amina, NEW)
    first = link_in(OLD)
    _change(amina, THIRD)
    second = link_in(NEW)
    assert Client().post(first).status_code == 302
    cast.amina.refresh_from_db()
    assert cast.amina.email == OLD
    assert Client().post(second).status_code == 404
    cast.amina.refresh_from_db()
    assert cast.amina.email == OLD


def test_undoing_the_last_change_leaves_the_earlier_one(cast: Cast, amina: Client) -> None:
    _change(amina, NEW)
    first = link_in(OLD)
    _change(amina, THIRD)
    Client().post(link_in(NEW))
    cast.amina.refresh_from_db()
    assert cast.amina.email == NEW
    assert Client().get(first).status_code == 200


def test_an_old_address_that_somebody_else_has_now_is_not_taken_from_them(
    cast: Cast, amina: Client, sign_in: SignIn
) -> None:
    _change(amina, NEW)
    link = link_in(OLD)
    _change(sign_in("bas"), OLD)
    assert Client().post(link).status_code == 409
    cast.bas.refresh_from_db()
    cast.amina.refresh_from_db()
    assert (cast.bas.email, cast.amina.email) == (OLD, NEW)


def test_a_taken_address_can_never_be_confirmed(cast: Cast, amina: Client) -> None:
    amina.post("/mijn-account/adres/", {"email": "bas@voorbeeld.example"})
    body = mails_to("bas@voorbeeld.example")[-1].body
    assert not any(line.replace("-", "").isdigit() for line in body.splitlines())


def test_an_open_browser_is_asked_again_first(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in("amina", second_factor=False)
    answer = client.post("/mijn-account/adres/", {"email": NEW})
    assert answer["Location"].startswith("/mijn-account/nog-eens/")
    assert mails_to(NEW) == []


@pytest.mark.usefixtures("as_system")
def test_the_log_tells_without_addresses(cast: Cast, amina: Client) -> None:
    _change(amina, NEW)
    Client().post(link_in(OLD))
    lines = LogEntry.objects.filter(client_uuid=cast.amina.uuid).order_by("seq")
    assert [(line.event, line.actor_kind) for line in lines] == [
        ("accounts.email_changed", "person"),
        ("accounts.email_undone", "link"),
    ]
    assert "voorbeeld.example" not in str([vars(line) for line in lines])
