"""All open requests and offers brought together at once, by the worker."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class RunState(models.TextChoices):
    """How far it is."""

    RUNNING = "running", _("being looked for")
    DONE = "done", _("done")
    STOPPED = "stopped", _("stopped")


class MatchingRun(NetworkRow):
    """One time that all were brought together. What came of it stands in matches (`suggested`).

    `unserved` holds for each request that goes without its uuid, why (`matching.Why`), how many
    helpers came near to it, and the metres to the nearest when it is too far.
    """

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.CharField(
        _("how far"), max_length=10, choices=RunState.choices, default=RunState.RUNNING
    )
    asked_at = models.DateTimeField(_("asked"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    stage = models.CharField(_("what is being done"), max_length=10, blank=True)
    looked_at = models.PositiveIntegerField(_("requests looked at"), default=0)
    in_all = models.PositiveIntegerField(_("open requests"), default=0)
    served = models.PositiveIntegerField(_("requests with somebody"), default=0)
    unserved = models.JSONField(_("requests without anybody"), default=list, blank=True)

    objects: ClassVar[ScopedManager["MatchingRun"]] = ScopedManager()

    class Meta:
        verbose_name = _("looking for helpers for all")
        constraints = [
            models.UniqueConstraint(
                fields=["network"], condition=Q(state="running"), name="one_matching_at_a_time"
            )
        ]
        indexes = [models.Index(fields=["network", "asked_at"], name="matching_run_by_network")]

    def __str__(self) -> str:
        return f"{self.uuid} {self.state}"
