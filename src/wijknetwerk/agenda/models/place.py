"""Where people meet."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class Place(NetworkRow):
    """A place that the network uses. It closes and stays on record, because events were there."""

    name = models.CharField(_("name"), max_length=80)
    address = models.CharField(_("address"), max_length=160, blank=True)
    access = models.CharField(_("how one gets in"), max_length=300, blank=True)
    toilets = models.CharField(_("toilets"), max_length=200, blank=True)
    transport = models.CharField(_("how one gets there"), max_length=300, blank=True)
    phone = models.CharField(_("phone number"), max_length=20, blank=True)
    more = models.CharField(_("what else is good to know"), max_length=500, blank=True)
    room = models.PositiveSmallIntegerField(_("for how many people"), null=True, blank=True)
    is_public = models.BooleanField(_("everybody may see it"), default=True)
    closed_on = models.DateField(_("not used since"), null=True, blank=True)

    objects: ClassVar[ScopedManager["Place"]] = ScopedManager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        indexes = [models.Index(fields=["network", "closed_on"], name="place_by_network")]

    def __str__(self) -> str:
        return self.name
