"""Mail leaves through a real mail server, in the reader's language, once."""

import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.db import transaction
from django.test import override_settings

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import jobs, outbox, scope
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.core.outbox.queue import store


class Box:
    """What arrives at the server."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refuse = False

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        if self.refuse:
            return "451 Try again later"
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        return "250 OK"


@pytest.fixture
def box() -> Iterator[Box]:
    """A mail server on loopback, and settings that use it."""
    found = Box()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Controller(found, hostname="127.0.0.1", port=port)
    server.start()
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=port,
        EMAIL_HOST_USER="",
        DEMO=False,
    ):
        yield found
    server.stop()


def test_a_mail_arrives_whole_and_its_text_is_erased(cast: Cast, box: Box, as_system: None) -> None:
    mail = store("tests", "amina@voorbeeld.example", "Één dag", "Dag Amina,\n\nTot zo — Dewi")
    assert outbox.send(mail.pk) is True
    (arrived,) = box.mails
    assert arrived["Subject"] == "Één dag"
    assert arrived["To"] == "amina@voorbeeld.example"
    assert "Tot zo — Dewi" in arrived.get_content()
    mail.refresh_from_db()
    assert mail.sent_at is not None
    assert mail.body == ""


def test_it_is_sent_once(cast: Cast, box: Box, as_system: None) -> None:
    mail = store("tests", "amina@voorbeeld.example", "Dag", "Tekst")
    assert [outbox.send(mail.pk), outbox.send(mail.pk)] == [True, False]
    assert len(box.mails) == 1


def test_a_server_that_refuses_leaves_the_mail_for_a_next_try(
    cast: Cast, box: Box, as_system: None
) -> None:
    mail = store("tests", "amina@voorbeeld.example", "Dag", "Tekst")
    box.refuse = True
    with pytest.raises(OSError, match="451"):
        outbox.send(mail.pk)
    mail.refresh_from_db()
    assert mail.sent_at is None
    assert mail.body == "Tekst"
    box.refuse = False
    assert outbox.send(mail.pk) is True


def test_a_subject_has_one_line(cast: Cast, box: Box, as_system: None) -> None:
    mail = store("tests", "amina@voorbeeld.example", "Dag\nBcc: iedereen@x.example", "Tekst")
    outbox.send(mail.pk)
    assert box.mails[0]["Bcc"] is None
    assert box.mails[0]["Subject"] == "Dag Bcc: iedereen@x.example"


def test_a_change_that_is_rolled_back_sends_nothing(cast: Cast) -> None:
    with transaction.atomic():
        store("tests", "amina@voorbeeld.example", "Dag", "Tekst")
        transaction.set_rollback(True)
    assert not OutgoingMail.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_worker_sends_what_waits(box: Box) -> None:
    with scope.acting(SYSTEM):
        store("tests", "amina@voorbeeld.example", "Dag", "Tekst")
    jobs.run_waiting()
    assert [mail["Subject"] for mail in box.mails] == ["Dag"]


def test_a_mail_that_was_taken_back_is_not_sent(cast: Cast, box: Box, as_system: None) -> None:
    mail = store("tests", "amina@voorbeeld.example", "Dag", "Tekst")
    OutgoingMail.objects.all().delete()
    assert outbox.send(mail.pk) is False
    assert box.mails == []
