"""The conversation card: the resident's own view on one day. Never compared, never averaged: the
marks are under lock, so that no query can."""

import json
from collections.abc import Mapping
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.plans.models.base import PlanRow


class Dimension(models.TextChoices):
    """The six of the idea of Positive Health, in our own words (standards D3)."""

    BODY = "body", _("My body")
    MIND = "mind", _("My thoughts and feelings")
    MEANING = "meaning", _("What my life is for")
    QUALITY = "quality", _("Living well")
    TAKING_PART = "taking_part", _("Taking part")
    EVERY_DAY = "every_day", _("Every day")


class WellbeingSnapshot(PlanRow):
    """One card, on one day. A dimension may stay open."""

    on = models.DateField(_("day"))
    marks = EncryptedTextField(_("marks"))
    why = EncryptedTextField(_("why"), blank=True)
    first = EncryptedTextField(_("what first"), blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["WellbeingSnapshot"]] = ScopedManager(
        person_field="resident_id"
    )

    class Meta:
        verbose_name = _("conversation card")
        indexes = [models.Index(fields=["plan", "on"], name="card_of_plan")]

    def __str__(self) -> str:
        return str(self.uuid)

    def put_marks(self, marks: Mapping[str, int]) -> None:
        """Keep marks of 0 to 10 by dimension. ValueError for anything else."""
        if not marks or any(
            code not in Dimension.values or type(mark) is not int or not 0 <= mark <= 10
            for code, mark in marks.items()
        ):
            raise ValueError("marks")
        self.marks = json.dumps(dict(marks), sort_keys=True)

    def read_marks(self) -> dict[str, int]:
        """The marks, by dimension."""
        found: dict[str, int] = json.loads(self.marks.read())
        return found
