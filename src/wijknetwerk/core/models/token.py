"""Links that work without signing in."""

from django.db import models

from wijknetwerk.core.models.thing import Thing


class TokenLink(Thing):
    """A link or code for one purpose: stored hashed, with an end, limited tries, one use or more.

    `network_id` and `subject_uuid` say what it opens; `core` doesn't know what that is.
    """

    purpose = models.CharField(max_length=40)
    digest = models.CharField(max_length=64, unique=True)
    network_id = models.BigIntegerField(null=True)
    network_uuid = models.UUIDField(null=True)
    subject_uuid = models.UUIDField()
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["purpose", "subject_uuid"], name="token_by_subject")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.subject_uuid}"
