"""Nothing tells a stranger whether an address has an account."""

import re
from typing import Any

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

from tests.cast import PASSWORD, Cast
from tests.fixtures import SignIn
from wijknetwerk.accounts.tests.helpers import purposes

KNOWN = "amina@voorbeeld.example"
UNKNOWN = "niemand@voorbeeld.example"
SIGN_UP = {"given_name": "Nour", "family_name": "Bos", "password1": PASSWORD}


def _seen(client: Client, path: str, data: dict[str, str], onward: str = "") -> tuple[Any, ...]:
    """What a stranger sees: status, address and words of this answer and of the page after it."""
    answer = client.post(path, data)
    page = client.get(answer["Location"]) if answer.status_code == 302 else answer
    return answer.status_code, answer.get("Location"), page.status_code, _words(page, data)


def _words(answer: Any, data: dict[str, str]) -> str:
    text = answer.content.decode()
    for value in data.values():
        text = text.replace(value, "…")
    return re.sub(r'(csrfmiddlewaretoken|form_id)" value="[^"]*"', "", text)


@pytest.mark.parametrize(
    ("path", "field", "more"),
    [
        ("/inloggen/code/", "email", {}),
        ("/inloggen/wachtwoord/", "email", {}),
        ("/inloggen/aanmelden/", "email", SIGN_UP),
        ("/inloggen/", "login", {"password": "verkeerd wachtwoord"}),
    ],
)
def test_a_known_and_an_unknown_address_get_the_same_answer(
    cast: Cast, path: str, field: str, more: dict[str, str]
) -> None:
    known = _seen(Client(), path, {field: KNOWN, **more})
    unknown = _seen(Client(), path, {field: UNKNOWN, **more})
    assert known == unknown


@pytest.mark.parametrize("path", ["/inloggen/code/", "/inloggen/wachtwoord/"])
def test_a_wrong_code_gets_the_same_answer(cast: Cast, path: str) -> None:
    onward = {"/inloggen/code/": "invullen/", "/inloggen/wachtwoord/": "code/"}[path]
    answers = []
    for address in (KNOWN, UNKNOWN):
        client = Client()
        client.post(path, {"email": address})
        tries = [client.post(path + onward, {"code": "1111-2222"}) for _time in range(4)]
        answers.append([(a.status_code, _words(a, {"email": address})) for a in tries])
    assert answers[0] == answers[1]


def test_only_the_mail_differs(cast: Cast) -> None:
    for address in (KNOWN, UNKNOWN):
        Client().post("/inloggen/code/", {"email": address})
        Client().post("/inloggen/wachtwoord/", {"email": address})
        Client().post("/inloggen/aanmelden/", {**SIGN_UP, "email": address})
    assert purposes(KNOWN) == [
        "accounts.login_code",
        "accounts.password_reset_code",
        "accounts.account_already_exists",
    ]
    assert purposes(UNKNOWN) == [
        "accounts.unknown_account",
        "accounts.unknown_account",
        "accounts.email_confirmation_signup",
    ]


def test_a_new_address_that_is_taken_gets_the_same_answer(cast: Cast, sign_in: SignIn) -> None:
    taken = _seen(sign_in("bas"), "/mijn-account/adres/", {"email": KNOWN})
    free = _seen(sign_in("bas"), "/mijn-account/adres/", {"email": UNKNOWN})
    assert taken == free
    assert purposes(KNOWN) == ["accounts.email_taken"]
    assert purposes(UNKNOWN) == ["accounts.new_email_code"]


class CountingHasher(MD5PasswordHasher):
    """Counts the work that takes the time."""

    count = 0

    def encode(self, password: str, salt: str) -> str:
        """As the hasher does."""
        CountingHasher.count += 1
        return super().encode(password, salt)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/inloggen/", {"password": "verkeerd wachtwoord"}),
        ("/inloggen/aanmelden/", SIGN_UP),
    ],
)
def test_the_slow_work_is_done_as_often(
    cast: Cast, settings: Any, path: str, data: dict[str, str]
) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    counts = []
    for address in (KNOWN, UNKNOWN):
        CountingHasher.count = 0
        Client().post(path, {"login": address, "email": address, **data})
        counts.append(CountingHasher.count)
    assert counts[0] == counts[1] > 0


def test_the_page_to_sign_in_writes_nothing_and_asks_little(db: None, count_queries: Any) -> None:
    client = Client()
    with count_queries() as asked:
        answer = client.get("/inloggen/")
    assert answer.status_code == 200
    assert asked.count <= 4
    assert "wn_session" not in answer.cookies
