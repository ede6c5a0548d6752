"""A file that is being read into the list. Until somebody says so, nothing of it is on the list."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class ImportState(models.TextChoices):
    """How far it is."""

    OPEN = "open", _("to be looked over")
    RUNNING = "running", _("being read")
    DONE = "done", _("done")
    STOPPED = "stopped", _("not read in")


class ListImport(NetworkRow):
    """One file, how its columns are matched, and what came of it. Its content goes when it ends."""

    by = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    file = models.ForeignKey(
        "core.PrivateFile",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    is_hsds = models.BooleanField(default=False)
    matching = models.JSONField(default=dict, help_text="Number of a column: field.")
    anyway = models.JSONField(default=list, help_text="Lines to add though they look known.")
    source = models.CharField(_("where it comes from"), max_length=200, blank=True)
    state = models.CharField(
        _("how far"), max_length=10, choices=ImportState.choices, default=ImportState.OPEN
    )
    in_all = models.PositiveIntegerField(_("lines"), default=0)
    looked_at = models.PositiveIntegerField(_("lines looked at"), default=0)
    added = models.PositiveIntegerField(_("added"), default=0)
    left_out = models.PositiveIntegerField(_("left out"), default=0)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects: ClassVar[ScopedManager["ListImport"]] = ScopedManager()

    class Meta:
        verbose_name = _("file for the list")
        verbose_name_plural = _("files for the list")
        indexes = [models.Index(fields=["network", "state"], name="list_import_by_network")]

    def __str__(self) -> str:
        return f"{self.uuid} {self.state}"
