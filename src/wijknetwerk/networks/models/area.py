"""Areas of Statistics Netherlands (CBS): public facts, of no network."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.models import Thing


class AreaKind(models.TextChoices):
    """The three levels, from large to small."""

    MUNICIPALITY = "GM", _("municipality")
    DISTRICT = "WK", _("district")
    NEIGHBOURHOOD = "BU", _("neighbourhood")


class Area(Thing):
    """A municipality, district or neighbourhood in the division of one year.

    Codes change when municipalities merge, so the year belongs to the identity. Names repeat.
    """

    code = models.CharField(_("code"), max_length=10)
    year = models.PositiveSmallIntegerField(_("year of the division"))
    kind = models.CharField(_("kind"), max_length=2, choices=AreaKind.choices)
    name = models.CharField(_("name"), max_length=120)
    municipality_code = models.CharField(_("municipality"), max_length=6)
    municipality_name = models.CharField(_("name of the municipality"), max_length=120)
    district_code = models.CharField(_("district"), max_length=8, blank=True)
    province = models.CharField(_("province"), max_length=40, blank=True)
    population = models.PositiveIntegerField(_("inhabitants"), null=True, blank=True)
    search_name = models.CharField(max_length=260, db_index=True)

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        constraints = [
            models.UniqueConstraint(fields=["code", "year"], name="area_is_one_per_year"),
        ]
        indexes = [models.Index(fields=["municipality_code", "year"], name="area_by_municipality")]

    def __str__(self) -> str:
        return f"{self.name} ({self.municipality_name})"
