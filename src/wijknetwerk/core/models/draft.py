"""What somebody typed and did not send yet."""

from django.db import models

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.models.thing import Thing


class Draft(Thing):
    """One form of one person: the address of the form, and under lock what stood in it.

    `about` is the thing whose form it is (a plan), so that erasing that takes this along.
    """

    person_uuid = models.UUIDField()
    place = models.CharField(max_length=300)
    about = models.UUIDField(null=True, db_index=True)
    kept_at = models.DateTimeField(db_index=True)
    words = EncryptedTextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person_uuid", "place"], name="one_draft_a_form"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)
