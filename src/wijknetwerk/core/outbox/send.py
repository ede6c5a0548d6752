"""Sending what waits."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import job
from wijknetwerk.core.models.mail import OutgoingMail
from wijknetwerk.core.registries.mails import links_that_ask, mails_that_ask


@job("core.send_mail", atomic=False, title=_("Send an e-mail"))
def send_mail(*, actor: Actor, mail_id: int) -> None:
    """The worker's job: send one mail of the outbox."""
    send(mail_id)


def send(mail_id: int) -> bool:
    """Send one mail; False when it was sent already or taken back. Raises what the server raises.

    No transaction is open while the mail server answers, because on SQLite that would stop every
    other write. The key of its job keeps two workers from sending it side by side; a worker that
    dies between the server's yes and our mark sends it again, which is the lesser evil.
    """
    mail = OutgoingMail.objects.filter(pk=mail_id, sent_at=None).first()
    if mail is None:
        return False
    if not _goes_still(mail):
        mail.delete()
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


def _goes_still(mail: OutgoingMail) -> bool:
    still = mails_that_ask.get(mail.purpose)
    if still is not None and not still(mail.person_uuid, mail.network_uuid):
        return False
    opens = links_that_ask.get(mail.purpose)
    return opens is None or opens(mail.to_address, mail.body)
