"""Sending what waits."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import job
from wijknetwerk.core.models.mail import OutgoingMail


@job("core.send_mail", atomic=False)
def send_mail(*, actor: Actor, mail_id: int) -> None:
    """The worker's job: send one mail of the outbox."""
    send(mail_id)


def send(mail_id: int) -> bool:
    """Send one mail, once: False when it was sent already. Raises what the mail server raises.

    The row is locked while sending, so that two workers don't send it twice; a worker that dies
    between the server's yes and our commit may send it again, which is the lesser evil.
    """
    with transaction.atomic():
        mail = OutgoingMail.objects.select_for_update().get(pk=mail_id)
        if mail.sent_at is not None:
            return False
        EmailMessage(
            mail.subject,
            mail.body,
            settings.DEFAULT_FROM_EMAIL,
            [mail.to_address],
            headers={"Message-ID": f"<{mail.uuid}@{settings.MAIL_DOMAIN}>"},
        ).send()
        mail.sent_at = clock.now()
        if not settings.DEMO:
            mail.body = ""
        mail.save(update_fields=["sent_at", "body"])
        return True
