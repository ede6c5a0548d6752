"""Kinds of help of a network's own, and where postcodes lie. Shipped kinds are content."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class OwnKind(NetworkRow):
    """A kind that a network adds below one of the shipped kinds of the first level.

    `code` is 'first.own-words', as the shipped codes are ('garden.mowing'); `words` are what people
    say when they mean it, by which it is suggested.
    """

    code = models.CharField(_("code"), max_length=60)
    title = models.CharField(_("what it is called"), max_length=60)
    words = models.JSONField(_("words by which it is suggested"), default=list, blank=True)
    ended_on = models.DateField(_("not used since"), null=True, blank=True)

    objects: ClassVar[ScopedManager["OwnKind"]] = ScopedManager()

    class Meta:
        verbose_name = _("kind of help of our own")
        constraints = [
            models.UniqueConstraint(fields=["network", "code"], name="own_kind_once_a_network")
        ]

    def __str__(self) -> str:
        return self.title


class Postcode(models.Model):
    """The middle of a PC4 area in metres of the Dutch grid (RD, EPSG:28992), from a table."""

    pc4 = models.CharField(_("postcode"), max_length=4, primary_key=True)
    x = models.IntegerField(_("metres east"))
    y = models.IntegerField(_("metres north"))
    source = models.CharField(_("source"), max_length=60)

    class Meta:
        verbose_name = _("postcode area")

    def __str__(self) -> str:
        return self.pc4
