"""A5 without e-mail: told on paper, stopped with a code or by phone, and in again by a letter."""

import io
import re
from datetime import timedelta
from uuid import UUID

import pypdf
import pytest
from django.test import Client
from django.utils import translation

from tests.cast import NOW, PASSWORD, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.accounts.models import Recovery
from wijknetwerk.accounts.personal_data import AccountData
from wijknetwerk.accounts.services import recovery as service
from wijknetwerk.accounts.tests.helpers import is_signed_in
from wijknetwerk.core import clock, scope
from wijknetwerk.core.models import LogEntry

LIST = "/mijn-account/hulp/de-linde/"
STOP = "/mijn-account/hulp/stop/"
ENTER = "/inloggen/brief/"
NEW = "een heel nieuw wachtwoord"
WEEK = timedelta(days=7)


@pytest.fixture
def bakker(cast: Cast) -> Cast:
    """Mrs Bakker signs in with a name code, and forgot her password."""
    cast.bakker.login_name = "tulp-fiets-48"
    cast.bakker.set_password(PASSWORD)
    cast.bakker.save()
    return cast


def _starts(cast: Cast, sign_in: SignIn) -> UUID:
    answer = sign_in("dewi").post(f"{LIST}{cast.bakker.uuid}/", {"spoken": "on"})
    assert answer.status_code == 302
    return Recovery.objects.get().uuid


def _letter(client: Client, recovery: UUID, name: str = "brief") -> str:
    """The words on the paper."""
    answer = client.post(f"{LIST}bevestigen/{recovery}/{name}/")
    assert answer.status_code == 200, answer.content[:500]
    pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    assert len(pages) == 1
    return pages[0].extract_text()


def _code_on(words: str) -> str:
    found = re.search(r"\b[A-Z0-9]{5}-[A-Z0-9]{5}\b", words)
    assert found, words
    return found.group()


def _confirmed(cast: Cast, sign_in: SignIn) -> tuple[UUID, str]:
    recovery = _starts(cast, sign_in)
    code = _code_on(_letter(sign_in("dewi"), recovery))
    assert sign_in("joost").post(f"{LIST}bevestigen/{recovery}/").status_code == 302
    return recovery, code


def _signs_in(password: str) -> bool:
    client = Client()
    client.post("/inloggen/", {"login": "tulp-fiets-48", "password": password})
    return is_signed_in(client)


def test_two_letters_two_people_and_a_week_let_her_in_again(bakker: Cast, sign_in: SignIn) -> None:
    recovery, _stop = _confirmed(bakker, sign_in)
    with clock.frozen(NOW + WEEK):
        words = _letter(sign_in("dewi"), recovery, "brief-met-code")
        assert "tulp-fiets-48" in words
        client = Client()
        typed = {"login_name": "Tulp-fiets-48", "code": _code_on(words), "password": NEW}
        assert client.post(ENTER, typed).status_code == 302
        assert "Twee mensen" in client.get("/mijn-account/").content.decode()
        assert not _signs_in(PASSWORD)
        assert _signs_in(NEW)
        assert Client().post(ENTER, typed).status_code == 200  # the code works once
    with scope.acting(SYSTEM):
        line = LogEntry.objects.get(event="accounts.recovery_done")
    assert (line.actor_kind, line.client_uuid) == ("link", bakker.bakker.uuid)
    assert line.traceparent


def test_the_days_begin_only_after_the_letter_was_made(bakker: Cast, sign_in: SignIn) -> None:
    recovery = _starts(bakker, sign_in)
    path = f"{LIST}bevestigen/{recovery}/"
    assert sign_in("joost").post(path).status_code == 409
    with clock.frozen(NOW + timedelta(days=2)):
        _letter(sign_in("dewi"), recovery)
        sign_in("joost").post(path)
    assert Recovery.objects.get().ripe_at == NOW + timedelta(days=2) + WEEK


def test_before_a_week_is_over_there_is_no_second_letter(bakker: Cast, sign_in: SignIn) -> None:
    recovery, _stop = _confirmed(bakker, sign_in)
    with clock.frozen(NOW + WEEK - timedelta(minutes=1)):
        path = f"{LIST}bevestigen/{recovery}/brief-met-code/"
        assert sign_in("dewi").post(path).status_code == 403
        with scope.acting(SYSTEM):
            assert service.finish_ripe(SYSTEM) == 0
    with clock.frozen(NOW + WEEK):
        assert sign_in("ad").post(path).status_code == 403  # neither of the two


def test_her_code_stops_it_without_signing_in(bakker: Cast, sign_in: SignIn) -> None:
    recovery, code = _confirmed(bakker, sign_in)
    client = Client()
    assert client.get(STOP).status_code == 200
    assert client.post(STOP, {"code": "ACDEF-GHJKM"}).status_code == 200
    assert client.post(STOP, {"code": code.lower()}).status_code == 302
    assert Recovery.objects.get().stopped_at is not None
    with clock.frozen(NOW + WEEK):
        path = f"{LIST}bevestigen/{recovery}/brief-met-code/"
        assert sign_in("dewi").post(path).status_code == 404
    assert _signs_in(PASSWORD)


def test_a_letter_printed_again_leaves_the_first_code_working(
    bakker: Cast, sign_in: SignIn
) -> None:
    """Else a helper would print once more, and keep that one."""
    recovery = _starts(bakker, sign_in)
    first = _code_on(_letter(sign_in("dewi"), recovery))
    _letter(sign_in("joost"), recovery)
    Client().post(STOP, {"code": first})
    assert Recovery.objects.get().stopped_at is not None


def test_she_calls_somebody_else_who_stops_it(bakker: Cast, sign_in: SignIn) -> None:
    recovery, _code = _confirmed(bakker, sign_in)
    answer = sign_in("priya").post(f"{LIST}bevestigen/{recovery}/", {"act": "stop"})
    assert answer.status_code == 302
    assert Recovery.objects.get().stopped_at is not None


def test_who_remembers_the_password_sees_it_and_stops_it(bakker: Cast, sign_in: SignIn) -> None:
    _confirmed(bakker, sign_in)
    client = Client()
    client.post("/inloggen/", {"login": "tulp-fiets-48", "password": PASSWORD})
    assert "/mijn-account/geholpen/" in client.get("/mijn-account/").content.decode()
    assert client.post("/mijn-account/geholpen/").status_code == 302
    assert Recovery.objects.get().stopped_at is not None


def test_a_wrong_name_code_with_the_right_letter_is_refused(bakker: Cast, sign_in: SignIn) -> None:
    recovery, _stop = _confirmed(bakker, sign_in)
    with clock.frozen(NOW + WEEK):
        code = _code_on(_letter(sign_in("dewi"), recovery, "brief-met-code"))
        for login in ("dewi@voorbeeld.example", "roos-wolk-11", ""):
            Client().post(ENTER, {"login_name": login, "code": code, "password": NEW})
        assert _signs_in(PASSWORD)


def test_a_helper_who_lost_the_role_lets_nobody_in(bakker: Cast, sign_in: SignIn) -> None:
    from wijknetwerk.networks.models import MembershipRole

    recovery, _stop = _confirmed(bakker, sign_in)
    with clock.frozen(NOW + WEEK):
        code = _code_on(_letter(sign_in("dewi"), recovery, "brief-met-code"))
        with scope.acting(SYSTEM):
            today = clock.today()
            MembershipRole.objects.filter(person=bakker.joost).update(until_on=today)
        typed = {"login_name": "tulp-fiets-48", "code": code, "password": NEW}
        assert Client().post(ENTER, typed).status_code == 200
        assert _signs_in(PASSWORD)


def test_a_second_letter_that_nobody_uses_lapses(bakker: Cast, sign_in: SignIn) -> None:
    _confirmed(bakker, sign_in)
    with clock.frozen(NOW + WEEK + timedelta(days=31)), scope.acting(SYSTEM):
        service.finish_ripe(SYSTEM)
    assert Recovery.objects.get().stopped_at is not None


@pytest.mark.usefixtures("as_system")
def test_the_help_stands_among_her_data_without_a_name_of_others(
    bakker: Cast, sign_in: SignIn
) -> None:
    _confirmed(bakker, sign_in)
    records = AccountData().export(person_uuid=bakker.bakker.uuid)
    with translation.override("en"):
        (told,) = [one.fields for one in records if one.title == "Help with signing in"]
    assert [value for _label, value in told] == [NOW, "", NOW, None, None]


@pytest.mark.usefixtures("as_system")
def test_both_names_are_on_record(bakker: Cast, sign_in: SignIn) -> None:
    recovery, _stop = _confirmed(bakker, sign_in)
    with clock.frozen(NOW + WEEK):
        _letter(sign_in("joost"), recovery, "brief-met-code")
    lines = LogEntry.objects.filter(
        client_uuid=bakker.bakker.uuid, event__startswith="accounts.recovery_"
    ).order_by("seq")
    assert [(line.event.removeprefix("accounts.recovery_"), line.user_uuid) for line in lines] == [
        ("started", bakker.dewi.uuid),
        ("letter_made", bakker.dewi.uuid),
        ("confirmed", bakker.joost.uuid),
        ("entry_letter_made", bakker.joost.uuid),
    ]
