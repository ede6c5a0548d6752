"""The second step: set up, asked, replaced by a code on paper, kept encrypted."""

import json
import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client

from tests.cast import NOW, PASSWORD, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.accounts import demo
from wijknetwerk.accounts.services import second_factor
from wijknetwerk.accounts.tests.helpers import is_signed_in, purposes, sign_in_by_code
from wijknetwerk.core import clock, scope
from wijknetwerk.core.crypto import rotation
from wijknetwerk.core.models import LogEntry

ADDRESS = "dewi@voorbeeld.example"
STEP = "/mijn-account/tweede-stap/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def dewi(cast: Cast) -> Client:
    """Dewi, just signed in with a code by mail, without an authenticator."""
    EmailAddress.objects.create(user=cast.dewi, email=ADDRESS, primary=True, verified=True)
    return sign_in_by_code(ADDRESS)


@pytest.fixture
def dewi_has_one(cast: Cast) -> Cast:
    """Dewi has an authenticator."""
    EmailAddress.objects.create(user=cast.dewi, email=ADDRESS, primary=True, verified=True)
    demo.give_authenticator(cast.dewi, SECRET)
    return cast


def _current(cast: Cast) -> str:
    code = demo.current_code(cast.dewi)
    assert code
    return code


def _set_up(client: Client, cast: Cast) -> str:
    """Set it up as a person does; the address that follows."""
    page = client.get(STEP, {"next": "/mijn-account/naam/"}).content.decode()
    assert "<svg" in page
    assert "style=" not in page
    found = re.search(r'name="setup" value="([^"]+)"', page)
    assert found
    secret = second_factor.secret_in(cast.dewi, found.group(1))
    import time

    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    answer = client.post(
        f"{STEP}?next=/mijn-account/naam/", {"setup": found.group(1), "code": code}
    )
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_setting_up_leads_to_codes_on_paper_and_back(cast: Cast, dewi: Client) -> None:
    onward = _set_up(dewi, cast)
    assert onward.startswith("/mijn-account/tweede-stap/codes/")
    page = dewi.get(onward).content.decode()
    codes = second_factor.recovery_codes(cast.dewi)
    assert len(codes) == 10
    assert all(code in page for code in codes)
    assert "/mijn-account/naam/" in page
    assert purposes(ADDRESS)[-1] == "accounts.second_factor_set_up"


def test_the_session_then_counts_as_confirmed(cast: Cast, dewi: Client) -> None:
    page = f"/mijn-account/hulp/de-linde/{cast.bas.uuid}/"
    assert dewi.get(page)["Location"].startswith(STEP)
    before = dewi.session.session_key
    _set_up(dewi, cast)
    assert dewi.get(page).status_code == 200
    assert dewi.session.session_key != before


def test_looking_at_the_page_stores_no_secret(dewi: Client) -> None:
    before = dict(dewi.session.items())
    dewi.get(STEP)
    assert dict(dewi.session.items()) == before
    assert not Authenticator.objects.exists()


def test_a_wrong_first_code_sets_up_nothing(cast: Cast, dewi: Client) -> None:
    setup = second_factor.new_secret(cast.dewi)
    answer = dewi.post(STEP, {"setup": setup, "code": "12"})
    assert answer.status_code == 200
    assert setup in answer.content.decode()
    assert not Authenticator.objects.exists()


def test_somebody_elses_square_is_refused(cast: Cast, dewi: Client) -> None:
    setup = second_factor.new_secret(cast.els)
    assert dewi.post(STEP, {"setup": setup, "code": "123456"}).status_code == 409


def test_an_open_browser_can_not_set_up_without_asking_again(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in("dewi", second_factor=False)
    answer = client.get(STEP)
    assert answer["Location"].startswith("/mijn-account/nog-eens/")
    answer = client.post(answer["Location"], {"password": PASSWORD})
    assert answer["Location"] == STEP
    assert client.get(STEP).status_code == 200


def test_what_was_shown_is_asked_again_after_a_quarter_of_an_hour(
    cast: Cast, sign_in: SignIn
) -> None:
    client = sign_in("dewi")
    assert client.get("/mijn-account/wachtwoord/").status_code == 200
    with clock.frozen(NOW + timedelta(minutes=16)):
        assert client.get("/mijn-account/wachtwoord/").status_code == 302


def test_signing_in_asks_the_code_of_who_has_one(dewi_has_one: Cast) -> None:
    client = Client()
    answer = client.post("/inloggen/", {"login": ADDRESS, "password": PASSWORD})
    assert answer["Location"] == "/inloggen/tweede-stap/"
    assert client.get("/inloggen/tweede-stap/").status_code == 200
    assert not is_signed_in(client)
    client.post("/inloggen/tweede-stap/", {"code": _current(dewi_has_one)})
    assert is_signed_in(client)
    assert client.get("/mijn-account/hulp/de-linde/").status_code == 200


def test_a_code_by_mail_does_not_go_around_it(dewi_has_one: Cast) -> None:
    assert not is_signed_in(sign_in_by_code(ADDRESS))


def test_a_code_works_once(dewi_has_one: Cast) -> None:
    code = _current(dewi_has_one)
    outcomes = []
    for _time in range(2):
        client = Client()
        client.post("/inloggen/", {"login": ADDRESS, "password": PASSWORD})
        client.post("/inloggen/tweede-stap/", {"code": code})
        outcomes.append(is_signed_in(client))
    assert outcomes == [True, False]


def test_a_code_on_paper_works_once(dewi_has_one: Cast) -> None:
    code = second_factor.recovery_codes(dewi_has_one.dewi)[0]
    outcomes = []
    for _time in range(2):
        client = sign_in_by_code(ADDRESS)
        client.post("/inloggen/tweede-stap/", {"code": code})
        outcomes.append(is_signed_in(client))
    assert outcomes == [True, False]
    assert len(second_factor.recovery_codes(dewi_has_one.dewi)) == 9


def test_secrets_lie_encrypted_and_bound_to_their_owner(dewi_has_one: Cast) -> None:
    for kept in Authenticator.objects.all():
        text = json.dumps(kept.data)
        assert SECRET not in text
        assert text.count("v1:") == 1
        Authenticator.objects.create(user=dewi_has_one.els, type=kept.type, data=kept.data)
    from wijknetwerk.core.errors import Damaged

    with pytest.raises(Damaged):
        demo.current_code(dewi_has_one.els)
    with pytest.raises(Damaged):
        second_factor.recovery_codes(dewi_has_one.els)


def test_who_has_one_must_use_it_before_a_change(dewi_has_one: Cast, sign_in: SignIn) -> None:
    client = sign_in("dewi", second_factor=False)
    asked = client.get("/mijn-account/tweede-stap/weg/")["Location"]
    assert b'name="password"' not in client.get(asked).content
    assert client.post(asked, {"password": PASSWORD}).status_code == 200
    client.post(asked, {"code": _current(dewi_has_one)})
    client.post("/mijn-account/tweede-stap/weg/")
    assert not Authenticator.objects.exists()
    assert purposes(ADDRESS)[-1] == "accounts.second_factor_removed"


def test_new_codes_end_the_old_ones(dewi_has_one: Cast, sign_in: SignIn) -> None:
    old = second_factor.recovery_codes(dewi_has_one.dewi)
    sign_in("dewi").post("/mijn-account/tweede-stap/codes/nieuw/")
    assert not set(old) & set(second_factor.recovery_codes(dewi_has_one.dewi))


def test_codes_are_shown_in_the_demo_only(dewi_has_one: Cast, settings: object) -> None:
    settings.DEMO = False  # type: ignore[attr-defined]
    with pytest.raises(RuntimeError):
        demo.current_code(dewi_has_one.dewi)
    with pytest.raises(RuntimeError):
        demo.give_authenticator(dewi_has_one.els, SECRET)


def test_a_second_step_of_one_person_is_not_anothers(dewi_has_one: Cast, sign_in: SignIn) -> None:
    client = sign_in("dewi")
    session = client.session
    session["account_authentication_methods_user"] = str(dewi_has_one.els.pk)
    session.save()
    assert client.get("/mijn-account/hulp/de-linde/").status_code == 302


@pytest.mark.usefixtures("as_system")
def test_the_log_tells_of_the_second_step(dewi_has_one: Cast) -> None:
    client = Client()
    client.post("/inloggen/", {"login": ADDRESS, "password": PASSWORD})
    client.post("/inloggen/tweede-stap/", {"code": "000"})
    client.post("/inloggen/tweede-stap/", {"code": _current(dewi_has_one)})
    lines = LogEntry.objects.filter(client_uuid=dewi_has_one.dewi.uuid).order_by("seq")
    assert [(line.event, line.detail) for line in lines] == [
        ("accounts.sign_in_failed", {"method": "second_factor"}),
        ("accounts.second_factor_given", {"kind": "totp"}),
        ("accounts.signed_in", {}),
    ]


def test_a_new_key_leaves_the_authenticator_working(dewi_has_one: Cast) -> None:
    before = [str(kept.data) for kept in Authenticator.objects.order_by("pk")]
    codes = second_factor.recovery_codes(dewi_has_one.dewi)
    with scope.acting(SYSTEM):
        rotation.rotate(new_key=True, progress=lambda *_said: None)
    after = [str(kept.data) for kept in Authenticator.objects.order_by("pk")]
    assert not set(before) & set(after)
    assert second_factor.recovery_codes(dewi_has_one.dewi) == codes
    client = Client()
    client.post("/inloggen/", {"login": ADDRESS, "password": PASSWORD})
    client.post("/inloggen/tweede-stap/", {"code": _current(dewi_has_one)})
    assert is_signed_in(client)


def test_the_second_step_is_asked_again_after_half_a_day(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("dewi")
    page = "/n/de-linde/leden/beheer/"
    hours = timedelta(hours=settings.SECOND_FACTOR_HOURS)
    with clock.frozen(NOW + hours - timedelta(seconds=1)):
        assert browser.get(page).status_code == 200
    with clock.frozen(NOW + hours):
        assert browser.get(page).status_code == 302
