"""Private files."""

from django.db import models

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.models.thing import Thing


class PrivateFile(Thing):
    """A file that somebody entrusted to us: its content lies encrypted in the file storage, under a
    random name; what it was called is encrypted here, because that can say who it is about."""

    storage_name = models.CharField(max_length=80, unique=True)
    name = EncryptedTextField()
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    key_id = models.CharField(max_length=32, db_index=True)

    def __str__(self) -> str:
        return str(self.uuid)
