"""Putting a mail into the outbox."""

from typing import Any
from uuid import UUID

from django.template.loader import render_to_string
from django.utils import translation

from wijknetwerk.core.jobs import enqueue
from wijknetwerk.core.models.mail import OutgoingMail
from wijknetwerk.core.outbox.send import send_mail


def queue(
    *,
    purpose: str,
    to: str,
    template: str,
    context: dict[str, Any],
    language: str = "nl",
    person: UUID | None = None,
    network: UUID | None = None,
) -> OutgoingMail:
    """Store a mail in the caller's transaction; the worker sends it after the commit.

    `template` is a text template whose first line is the subject and whose rest, after an empty
    line, is the mail. It is rendered in the reader's language.
    """
    with translation.override(language):
        text = render_to_string(template, context).strip()
    subject, _empty, body = text.partition("\n")
    return store(purpose, to, subject, body.strip(), language, person, network)


def store(
    purpose: str,
    to: str,
    subject: str,
    body: str,
    language: str = "nl",
    person: UUID | None = None,
    network: UUID | None = None,
) -> OutgoingMail:
    """Store a mail whose text is made already (django-allauth makes its own)."""
    mail = OutgoingMail.objects.create(
        purpose=purpose,
        to_address=to,
        subject=" ".join(subject.split())[:200],
        body=body,
        language=language,
        person_uuid=person,
        network_uuid=network,
    )
    enqueue(send_mail, key=str(mail.pk), mail_id=mail.pk)
    return mail


def drop(*, person: UUID, network: UUID) -> int:
    """Take back what waits for a person of one network, because they left it (rule N2)."""
    waiting = OutgoingMail.objects.filter(person_uuid=person, network_uuid=network, sent_at=None)
    return waiting.delete()[0]


def drop_all(*, network: UUID) -> int:
    """Take back all that waits of a network, because it stopped (rule N6)."""
    return OutgoingMail.objects.filter(network_uuid=network, sent_at=None).delete()[0]
