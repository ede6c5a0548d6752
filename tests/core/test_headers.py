"""The policy of content is strict on every answer, and no template needs it to be weaker."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse_lazy

from wijknetwerk.core.middleware.actor import client_address

SOURCES = Path(__file__).resolve().parents[2] / "src" / "wijknetwerk"
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)|<style\b|\sstyle\s*=\s*[\"']|\son[a-z]+\s*=\s*[\"']|javascript:",
    re.IGNORECASE,
)
TEMPLATES = sorted([*SOURCES.glob("*/jinja2/**/*.html"), *SOURCES.glob("*/templates/**/*.html")])


@pytest.mark.once
def test_no_template_has_an_inline_script_or_style() -> None:
    assert len(TEMPLATES) > 20
    found = [
        f"{path.relative_to(SOURCES)}: {match.group()}"
        for path in TEMPLATES
        for match in INLINE.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("address", "status"),
    [("/", 200), (reverse_lazy("account_login"), 200), ("/healthz", 200), ("/nothing/here/", 404)],
)
def test_every_answer_has_the_strict_headers(db: None, address: str, status: int) -> None:
    answer = Client().get(address)
    assert answer.status_code == status
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "media-src 'self'" in policy  # else no browser plays a recording
    assert "frame-ancestors 'none'" in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "DENY"
    assert not INLINE.search(answer.content.decode())


def test_a_static_file_has_them_too(db: None, settings: Any) -> None:
    settings.WHITENOISE_USE_FINDERS = True
    answer = Client().get("/static/core/logo.svg")
    assert answer.status_code == 200
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.urls("tests.core.pages")
def test_an_answer_to_a_fault_has_them_too(db: None) -> None:
    browser = Client(raise_request_exception=False)
    answer = browser.get("/tests/fails")
    assert answer.status_code == 500
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert b"RuntimeError" not in answer.content


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "1.2.3.4", "10.0.0.9"),  # nobody in front of us: the header is anybody's word
        (1, "1.2.3.4", "1.2.3.4"),
        (1, "6.6.6.6, 1.2.3.4", "1.2.3.4"),  # the visitor put 6.6.6.6 there
        (2, "6.6.6.6, 1.2.3.4, 10.0.0.8", "1.2.3.4"),
        (2, "1.2.3.4", "10.0.0.9"),
        (1, "", "10.0.0.9"),
    ],
)
def test_a_forged_address_is_not_believed(
    settings: object, proxies: int, forwarded: str, address: str
) -> None:
    settings.TRUSTED_PROXIES = proxies  # type: ignore[attr-defined]
    request = RequestFactory().get("/", headers={"x-forwarded-for": forwarded})
    request.META["REMOTE_ADDR"] = "10.0.0.9"
    assert client_address(request) == address
