"""Passkeys, as far as no browser is needed; the touch itself: tests/browser/test_passkey.py."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from tests.cast import PASSWORD, Cast
from tests.fixtures import SignIn
from wijknetwerk.accounts import demo
from wijknetwerk.accounts.personal_data import AccountData
from wijknetwerk.accounts.services import second_factor
from wijknetwerk.accounts.tests.helpers import is_signed_in, purposes
from wijknetwerk.core.models import LogEntry

SHOW = "/inloggen/passkey/"
ADDRESS = "dewi@voorbeeld.example"


@pytest.fixture
def dewis_key(cast: Cast) -> Authenticator:
    """A passkey of Dewi's, whose other half is on no device."""
    return Authenticator.objects.create(
        user=cast.dewi, type=Authenticator.Type.WEBAUTHN, data={"name": "Telefoon"}
    )


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "geen json",
        "[]",
        '{"response": "x"}',
        '{"response": {}}',
        json.dumps({"id": "AA", "rawId": "AA", "response": {"userHandle": 5}}),
        json.dumps(
            {
                "id": "AA",
                "rawId": "AA",
                "type": "public-key",
                "response": {
                    "userHandle": "MQ",
                    "clientDataJSON": "e30",
                    "authenticatorData": "AA",
                    "signature": "AA",
                },
            }
        ),
    ],
)
def test_what_no_device_made_lets_nobody_in(cast: Cast, answer: str) -> None:
    client = Client()
    client.post(f"{SHOW}vraag/")
    assert client.post(SHOW, {"credential": answer})["Location"].startswith("/inloggen/?next=")
    assert not is_signed_in(client)


def test_the_question_asks_that_the_device_checks_its_owner(cast: Cast, sign_in: SignIn) -> None:
    asked = Client().post(f"{SHOW}vraag/").json()["publicKey"]
    assert asked["userVerification"] == "required"
    made = sign_in("dewi").post("/mijn-account/passkeys/nieuw/vraag/").json()["publicKey"]
    assert made["authenticatorSelection"]["userVerification"] == "required"
    assert made["authenticatorSelection"]["residentKey"] == "required"


def test_looking_asks_no_device_anything(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in("dewi")
    before = dict(client.session.items())
    for path in ("", "nieuw/"):
        assert client.get(f"/mijn-account/passkeys/{path}").status_code == 200
    assert dict(client.session.items()) == before


def test_only_who_was_just_seen_makes_one(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in("amina", second_factor=False)
    for path in ("nieuw/", "nieuw/vraag/"):
        answer = client.post(f"/mijn-account/passkeys/{path}")
        assert answer["Location"].startswith("/mijn-account/nog-eens/")


@pytest.mark.usefixtures("dewis_key")
def test_a_password_is_not_enough_for_who_has_one(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in("dewi", second_factor=False)
    asked = client.get("/mijn-account/wachtwoord/")["Location"]
    page = client.get(asked).content.decode()
    assert 'data-passkey="show"' in page
    assert 'name="password"' not in page
    client.post(asked, {"password": PASSWORD})
    assert client.get("/mijn-account/wachtwoord/").status_code == 302
    step = client.get("/mijn-account/tweede-stap/").content.decode()
    assert 'data-passkey="show"' in step  # and no square to set up another app


def test_the_last_one_takes_the_codes_on_paper_along(
    cast: Cast, dewis_key: Authenticator, sign_in: SignIn
) -> None:
    demo.give_authenticator(cast.dewi, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    client = sign_in("dewi")
    client.post("/mijn-account/tweede-stap/weg/")
    assert second_factor.recovery_codes(cast.dewi)
    assert purposes(ADDRESS)[-1] == "accounts.second_factor_removed"
    client.post(f"/mijn-account/passkeys/{dewis_key.pk}/weg/")
    assert not Authenticator.objects.exists()
    assert purposes(ADDRESS)[-1] == "accounts.passkey_removed"


@pytest.mark.usefixtures("as_system")
def test_a_name_is_kept_and_stands_in_my_data(
    cast: Cast, dewis_key: Authenticator, sign_in: SignIn
) -> None:
    sign_in("dewi").post(f"/mijn-account/passkeys/{dewis_key.pk}/naam/", {"name": " Tablet "})
    records = list(AccountData().export(person_uuid=cast.dewi.uuid))
    assert any(("Tablet" in [value for _label, value in record.fields]) for record in records)
    assert LogEntry.objects.filter(event="accounts.passkey_renamed").count() == 1
