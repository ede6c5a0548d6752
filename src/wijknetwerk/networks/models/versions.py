"""Words that are superseded, never overwritten: the row without an end is what holds now."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Version(models.Model):
    """One version of some words, from `written_at` until `superseded_at`.

    A writer names the number that was read; the unique number lets only one of two writers on.
    `written_by` typed it; it is empty when that person was erased.
    """

    number = models.PositiveIntegerField(_("version"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    written_at = models.DateTimeField(_("written"))
    superseded_at = models.DateTimeField(_("until"), null=True, blank=True)

    class Meta:
        abstract = True


def versions_of(name: str, *of: str) -> list[models.BaseConstraint]:
    """What keeps versions of the things told apart by the fields `of` in order."""
    return [
        models.UniqueConstraint(fields=[*of, "number"], name=f"{name}_version_is_unique"),
        models.UniqueConstraint(
            fields=[*of], condition=Q(superseded_at=None), name=f"{name}_holds_once"
        ),
        models.CheckConstraint(
            name=f"{name}_version_ends_after_start",
            condition=Q(superseded_at=None) | Q(superseded_at__gte=F("written_at")),
        ),
    ]
