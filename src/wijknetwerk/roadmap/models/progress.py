"""What a network is busy with on the route (rule R1). Superseded, never overwritten."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class Status(models.TextChoices):
    """Where a step stands; from any of these to any other."""

    OPEN = "open", _("not begun")
    BUSY = "busy", _("busy")
    DONE = "done", _("done")
    NOT_FOR_US = "not_for_us", _("not for us")


class StepProgress(NetworkRow):
    """How a step stood from `changed_at` until `superseded_at`; the row without end is now.

    `number` counts the versions of one step in one network. A writer names the number that was
    read; the unique number lets only one of two writers go on.
    """

    step = models.CharField(_("step"), max_length=60)
    number = models.PositiveIntegerField(_("version"))
    status = models.CharField(_("status"), max_length=12, choices=Status.choices)
    note = models.TextField(_("note"), blank=True, max_length=1000)
    where_to_see = models.CharField(_("where to see it"), blank=True, max_length=300)
    owner = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who takes it up"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("changed by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    changed_at = models.DateTimeField(_("changed"))
    superseded_at = models.DateTimeField(_("until"), null=True, blank=True)

    objects: ClassVar[ScopedManager["StepProgress"]] = ScopedManager()

    class Meta:
        verbose_name = _("progress of a step")
        constraints = [
            models.UniqueConstraint(
                fields=["network", "step", "number"], name="step_version_is_unique"
            ),
            models.UniqueConstraint(
                fields=["network", "step"],
                condition=Q(superseded_at=None),
                name="step_stands_in_one_way",
            ),
            models.CheckConstraint(
                name="step_version_ends_after_start",
                condition=Q(superseded_at=None) | Q(superseded_at__gte=F("changed_at")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["network"],
                condition=Q(superseded_at=None),
                name="step_progress_now",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step} {self.number}"


class PhaseWords(NetworkRow):
    """A few words of the network's own under a phase; earlier words are kept."""

    phase = models.CharField(_("phase"), max_length=60)
    text = models.CharField(_("in a few words"), blank=True, max_length=60)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("changed by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    changed_at = models.DateTimeField(_("changed"))
    superseded_at = models.DateTimeField(_("until"), null=True, blank=True)

    objects: ClassVar[ScopedManager["PhaseWords"]] = ScopedManager()

    class Meta:
        verbose_name = _("words under a phase")
        constraints = [
            models.UniqueConstraint(
                fields=["network", "phase"],
                condition=Q(superseded_at=None),
                name="phase_has_words_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.phase} {self.network_id}"
