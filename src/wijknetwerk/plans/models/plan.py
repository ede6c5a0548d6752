"""The plan of one resident in one network, and whether a network wants break-glass."""

from datetime import date, datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow

KEPT = timedelta(days=183)
"""How long a closed plan can still be read and taken along."""


class PlanState(models.TextChoices):
    """Whether people work from it."""

    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


class BegunHow(models.TextChoices):
    """How the resident said that a plan begins."""

    SELF = "self", _("by themselves")
    SPOKEN = "spoken", _("spoken")
    ON_PAPER = "on_paper", _("on paper")


class Taken(models.TextChoices):
    """What a resident chose about taking everything along, before closing."""

    TAKEN = "taken", _("taken along")
    NOT_NEEDED = "not_needed", _("not needed")


class ResidentPlan(NetworkRow):
    """One open plan per resident and network (rule P6); of the resident, whoever began it."""

    resident = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("resident"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.CharField(
        _("state"), max_length=10, choices=PlanState.choices, default=PlanState.OPEN
    )
    begun_at = models.DateTimeField(_("begun"))
    begun_how = models.CharField(_("how it was said"), max_length=10, choices=BegunHow.choices)
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("begun by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    asked_again_on = models.DateField(_("asked anew by mail"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    closing_words = EncryptedTextField(_("how it was, in own words"), blank=True)
    taken = models.CharField(_("taken along"), max_length=10, choices=Taken.choices, blank=True)

    objects: ClassVar[ScopedManager["ResidentPlan"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("plan")
        constraints = [
            models.UniqueConstraint(
                fields=["network", "resident"],
                condition=Q(state="open"),
                name="one_open_plan_per_resident_and_network",
            ),
            models.CheckConstraint(
                name="plan_is_closed_or_not",
                condition=Q(state="open", closed_at=None, taken="")
                | (Q(state="closed", closed_at__isnull=False) & ~Q(taken="")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["closed_at"], condition=Q(state="closed"), name="plan_closed_since"
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def is_open(self) -> bool:
        """Whether people work from it."""
        return self.state == PlanState.OPEN

    def erased_on(self, closed_at: datetime | None = None) -> date:
        """The day on which it is erased, when it was closed or would be closed now."""
        return clock.local_day((closed_at or self.closed_at or clock.now()) + KEPT)


class PlanSettings(NetworkRow):
    """What a network decided about plans. Without a row: nothing of it is on."""

    emergency_on = models.BooleanField(_("professionals can look in an emergency"), default=False)

    objects: ClassVar[ScopedManager["PlanSettings"]] = ScopedManager()

    class Meta:
        verbose_name = _("settings of plans")
        constraints = [
            models.UniqueConstraint(fields=["network"], name="one_plan_settings_a_network"),
        ]

    def __str__(self) -> str:
        return str(self.network_id)
