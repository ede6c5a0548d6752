"""A look in an emergency (rule P5): read-only, four hours at most, always reviewed."""

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.plans.models.base import PlanRow

LASTS = timedelta(hours=4)


class EmergencyReason(models.TextChoices):
    """The kind of reason; own words stand beside it."""

    DANGER = "danger", _("danger to life")
    CRISIS = "crisis", _("a crisis in which the person can't answer")


class Verdict(models.TextChoices):
    """What the review came to."""

    RIGHT = "right", _("it was right")
    WRONG = "wrong", _("it should not have happened")


class EmergencyLook(PlanRow):
    """One use: who, why, when, and what who reviewed it found."""

    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who looked"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    organisation = models.ForeignKey(
        "networks.Organisation",
        verbose_name=_("for which party"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    reason = models.CharField(_("reason"), max_length=10, choices=EmergencyReason.choices)
    words = EncryptedTextField(_("why"))
    opened_at = models.DateTimeField(_("opened"))
    ended_at = models.DateTimeField(_("ended earlier"), null=True, blank=True)
    review_by = models.DateField(_("reviewed before or on"))
    reviewed_at = models.DateTimeField(_("reviewed"), null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reviewed by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    verdict = models.CharField(_("outcome"), max_length=10, choices=Verdict.choices, blank=True)
    findings = EncryptedTextField(_("what was found"), blank=True)
    told_at = models.DateTimeField(_("the resident heard it"), null=True, blank=True)
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who told the resident"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["EmergencyLook"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("look in an emergency")
        constraints = [
            models.CheckConstraint(
                name="review_of_a_look_is_whole",
                condition=Q(verdict="", reviewed_at=None)
                | (~Q(verdict="") & Q(reviewed_at__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(fields=["membership", "opened_at"], name="emergency_by_membership"),
            models.Index(
                fields=["network", "review_by"],
                condition=Q(reviewed_at=None),
                name="emergency_to_review",
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)
