"""The mail server of the demo: nothing leaves this machine; /demo/post shows the outbox."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class KeepBackend(BaseEmailBackend):
    """Takes every mail; its text stays in the outbox, where /demo/post shows it."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Say that all were taken."""
        return len(email_messages)
