"""A session of a practice: some hours in which several conferences fit, each about another plan."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class ConferenceSession(NetworkRow):
    """Hours and a party, and nothing of anybody: which conferences are in it is said by these, to
    who is in them."""

    organisation = models.ForeignKey(
        "networks.Organisation",
        verbose_name=_("party"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))

    objects: ClassVar[ScopedManager["ConferenceSession"]] = ScopedManager()

    class Meta:
        verbose_name = _("session of conferences")
        constraints = [
            models.CheckConstraint(
                name="session_ends_after_it_begins", condition=Q(ends_at__gt=F("starts_at"))
            ),
        ]
        indexes = [
            models.Index(fields=["network", "organisation", "starts_at"], name="session_by_party"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)
