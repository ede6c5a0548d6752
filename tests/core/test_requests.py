"""What a request may be: its size, whose it is, and what is kept of its answer."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory

from tests.cast import Cast
from tests.fixtures import SignIn
from wijknetwerk.core.middleware.actor import client_address
from wijknetwerk.core.middleware.size import MOST


@pytest.mark.parametrize(
    ("header", "address"),
    [
        ("198.51.100.4", "198.51.100.4"),
        ("198.51.100.4:50123", "198.51.100.4"),
        ("[2001:db8::7]:50123", "2001:db8::7"),
        ("::ffff:198.51.100.4", "198.51.100.4"),
        ("fe80::1%eth0", "fe80::1"),
        ("unknown", "192.0.2.1"),
        ("", "192.0.2.1"),
        (", 198.51.100.4", "198.51.100.4"),
    ],
)
def test_an_address_is_an_address_whatever_a_proxy_writes(
    settings: Any, header: str, address: str
) -> None:
    settings.TRUSTED_PROXIES = 1
    request = RequestFactory().get(
        "/", headers={"X-Forwarded-For": header}, REMOTE_ADDR="192.0.2.1"
    )
    assert client_address(request) == address


def test_a_page_that_is_logged_opens_behind_a_proxy_that_adds_a_port(
    cast: Cast, sign_in: SignIn, settings: Any
) -> None:
    settings.TRUSTED_PROXIES = 1
    headers = {"X-Forwarded-For": "198.51.100.4:50123"}
    answer = sign_in("dewi").get("/n/de-linde/leden/beheer/", headers=headers)
    assert answer.status_code == 200


def test_a_request_larger_than_any_file_we_take_is_refused_unread(db: None) -> None:
    large = Client().post("/inloggen/", b"x", content_type="text/plain", CONTENT_LENGTH=MOST + 1)
    assert large.status_code == 413
    assert "10 MB" in large.content.decode()
    assert "frame-ancestors 'none'" in large["Content-Security-Policy"]
    assert Client().post("/inloggen/", {"login": "x"}).status_code == 200


@pytest.mark.parametrize("page", ["/", "/n/de-linde/", "/n/de-linde/over/", "/nothing/here/"])
def test_what_a_person_sees_is_not_kept_also_on_a_public_page(
    cast: Cast, sign_in: SignIn, page: str
) -> None:
    answer = sign_in("amina").get(page)
    assert "no-store" in answer["Cache-Control"]


def test_what_a_link_from_a_mail_opens_is_not_kept(db: None) -> None:
    assert "no-store" in Client().get("/meedoen/link/abc/")["Cache-Control"]


def test_a_limit_is_not_forgotten_when_many_others_are_counted(db: None) -> None:
    cache.set("a-limit", 1, timeout=900)
    for number in range(400):
        cache.set(f"zz-other-{number}", 1, timeout=900)
    assert cache.get("a-limit") == 1
