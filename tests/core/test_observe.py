"""Logs, figures and error reports tell what happened and never to whom."""

import io
import json
import logging
from typing import Any

import pytest
import structlog
from django.test import Client

from tests.cast import Cast
from tests.fixtures import SignIn
from wijknetwerk.core import observe

UUID = "7b1f2a55-6f2b-4b8c-9a55-1d2e3f405162"


@pytest.mark.parametrize(
    ("said", "logged"),
    [
        ("mail to truus.bakker@voorbeeld.example failed", "mail to [email] failed"),
        ("/uitnodiging/3q2-7wAAAAB_dGVzdGluZw/", "/uitnodiging/[token]/"),
        ("/meedoen/ACDEF-GHJKM/", "/meedoen/[code]/"),
        ("called 026 555 01 23 back", "called [phone] back"),
        ("called +31 6 12 34 56 78 back", "called [phone] back"),
        ("number 123456782", "number [digits]"),
        ("/zoek/?q=mevrouw+Bakker", "/zoek/[query]"),
        (f"plan {UUID} opened", f"plan {UUID} opened"),
        ("Internal Server Error: /n/de-linde/", "Internal Server Error: /n/de-linde/"),
        ("12 jobs, 404 pages", "12 jobs, 404 pages"),
    ],
)
def test_a_text_is_scrubbed(said: str, logged: str) -> None:
    assert observe.scrub(said) == logged


@pytest.fixture
def lines() -> Any:
    """What stands on the stream, with the logging of production."""
    settings = observe.logging_settings()
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(settings["formatters"]["json"]["()"]())
    root = logging.getLogger()
    root.addHandler(handler)
    level = root.level
    root.setLevel(logging.INFO)

    def read() -> list[dict[str, Any]]:
        return [json.loads(line) for line in stream.getvalue().splitlines()]

    yield read
    root.removeHandler(handler)
    root.setLevel(level)
    structlog.reset_defaults()


def test_our_own_lines_are_json_without_personal_data(lines: Any) -> None:
    structlog.get_logger("tests").warning(
        "sent to bakker@voorbeeld.example",
        given_name="Truus",
        phone="026 555 01 23",
        person=UUID,
        count=3,
        nested={"email": "x@y.example", "note": "bel 0612345678"},
    )
    (line,) = lines()
    assert line["event"] == "sent to [email]"
    assert (line["given_name"], line["phone"]) == ("[left out]", "[left out]")
    assert (line["person"], line["count"]) == (UUID, 3)
    assert line["nested"] == {"email": "[left out]", "note": "bel [phone]"}
    assert line["level"] == "warning"


def test_the_message_of_an_error_is_not_logged_and_its_place_is(lines: Any) -> None:
    try:
        raise ValueError("Key (family_name)=(Bakker) already exists")
    except ValueError:
        structlog.get_logger("tests").exception("failed")
        logging.getLogger("some.library").exception("failed for %s", "a@b.example")
    told = json.dumps(lines())
    assert "Bakker" not in told
    assert "a@b.example" not in told
    assert [line["error"] for line in lines()] == ["ValueError", "ValueError"]
    assert "test_observe.py" in told


def test_djangos_line_about_a_request_has_no_token(lines: Any, db: None) -> None:
    Client().get("/uitnodiging/3q2-7wAAAAB_dGVzdGluZw/?mail=a@b.example")
    told = json.dumps(lines())
    assert "dGVzdGluZw" not in told
    assert "b.example" not in told


def test_an_error_report_holds_no_values(settings: Any) -> None:
    import sentry_sdk
    from sentry_sdk.transport import Transport

    sent: list[str] = []

    class Kept(Transport):
        def capture_envelope(self, envelope: Any) -> None:
            sent.append(envelope.serialize().decode())

    observe.start_error_reports("https://k@localhost/1", release="tests", transport=Kept)
    try:
        surname = "Bakker"
        raise ValueError(f"{surname} bestaat al")
    except ValueError as error:
        sentry_sdk.capture_exception(error)
        sentry_sdk.flush()
    finally:
        sentry_sdk.init()
    assert len(sent) == 1
    assert "ValueError" in sent[0]
    assert "Bakker bestaat al" not in sent[0]
    assert '"vars"' not in sent[0]


def test_figures_are_for_who_holds_the_token(settings: Any, db: None) -> None:
    settings.METRICS_TOKEN = "t" * 30
    assert Client().get("/metrics").status_code == 404
    assert Client().get("/metrics", headers={"Authorization": "Bearer x"}).status_code == 404
    Client().get("/healthz")
    answer = Client().get("/metrics", headers={"Authorization": "Bearer " + "t" * 30})
    told = answer.content.decode()
    assert answer.status_code == 200
    assert 'wn_requests_total{method="GET",status="200",view="core:healthz"}' in told
    assert 'wn_request_seconds_bucket{le="0.01",view="core:healthz"}' in told
    assert "wn_jobs_waiting 0.0" in told
    assert "wn_mails_waiting 0.0" in told


def test_figures_name_views_and_never_addresses(settings: Any, cast: Cast, sign_in: SignIn) -> None:
    settings.METRICS_TOKEN = "t" * 30
    sign_in("dewi").get("/n/de-linde/nobody-knows-this-address/")
    answer = Client().get("/metrics", headers={"Authorization": "Bearer " + "t" * 30})
    assert "nobody-knows" not in answer.content.decode()
    assert "de-linde" not in answer.content.decode()


def test_readyz_tells_whether_a_worker_was_heard(db: None) -> None:
    assert Client().get("/readyz").content == b"ok\nworker: never"
