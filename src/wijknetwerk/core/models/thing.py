"""What every model of ours has."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock


class Thing(models.Model):
    """A row with a number inside and a random UUID outside, and when it was made."""

    id = models.BigAutoField(primary_key=True)
    uuid = models.UUIDField(_("reference"), default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(_("made"), default=clock.now, editable=False)

    class Meta:
        abstract = True
