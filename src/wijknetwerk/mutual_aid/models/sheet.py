"""A spreadsheet of a desk that is being read in. Until somebody says so, nothing of it is kept as
people, requests or offers; its content is encrypted and goes when it ends."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class SheetState(models.TextChoices):
    """How far it is."""

    OPEN = "open", _("to be looked over")
    RUNNING = "running", _("being read")
    DONE = "done", _("done")
    STOPPED = "stopped", _("not read in")


class SheetImport(NetworkRow):
    """One file. `digest` tells when the same file comes twice; `chosen` says of a line (by number)
    who it is: 'new', 'n:<uuid>' or 'm:<uuid>' of somebody known."""

    by = models.ForeignKey(
        "networks.Membership", verbose_name=_("who"), on_delete=models.PROTECT, related_name="+"
    )
    content = EncryptedTextField(_("lines"), blank=True)
    digest = models.CharField(max_length=64)
    matching = models.JSONField(default=dict, help_text="Number of a column: field.")
    chosen = models.JSONField(default=dict)
    said_how = models.CharField(_("how people said yes"), max_length=20, blank=True)
    state = models.CharField(
        _("how far"), max_length=10, choices=SheetState.choices, default=SheetState.OPEN
    )
    in_all = models.PositiveIntegerField(_("lines"), default=0)
    kept = models.PositiveIntegerField(_("lines kept"), default=0)
    given_at = models.DateTimeField(_("given"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects: ClassVar[ScopedManager["SheetImport"]] = ScopedManager()

    class Meta:
        verbose_name = _("spreadsheet of a desk")
        verbose_name_plural = _("spreadsheets of a desk")
        indexes = [models.Index(fields=["network", "state"], name="sheet_import_by_network")]

    def __str__(self) -> str:
        return f"{self.uuid} {self.state}"
