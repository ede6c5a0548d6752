"""Mail that waits for the worker."""

from django.db import models

from wijknetwerk.core.models.thing import Thing


class OutgoingMail(Thing):
    """One mail: stored in the transaction that causes it, sent by the worker.

    Its text is erased once it was sent (in the demo it stays, to be read on /demo/post).
    """

    purpose = models.CharField(max_length=60)
    to_address = models.EmailField()
    language = models.CharField(max_length=5, default="nl")
    subject = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    person_uuid = models.UUIDField(null=True, db_index=True)
    network_uuid = models.UUIDField(null=True)
    sent_at = models.DateTimeField(null=True, db_index=True)
    failed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.purpose} {self.uuid}"
