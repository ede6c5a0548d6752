"""Organisations, whose public facts stand once for all, and their partnership in a network."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.core.models import Thing
from wijknetwerk.networks.models.base import NetworkRow, Period, period_constraint


class Organisation(Thing):
    """Public facts of a party. The kind is a code of `networks/content/kinds.toml`."""

    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=40)
    phone = models.CharField(_("phone number"), max_length=20, blank=True)
    website = models.URLField(_("website"), blank=True)
    is_example = models.BooleanField(_("example"), default=False)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Partner(NetworkRow, Period):
    """One organisation in one network, from/until."""

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="+"
    )

    objects: ClassVar[ScopedManager["Partner"]] = ScopedManager()

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints = [
            period_constraint("partner_period_is_forward"),
            models.UniqueConstraint(
                fields=["network", "organisation"],
                condition=Q(until_on=None),
                name="organisation_is_partner_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)
