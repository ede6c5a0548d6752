"""Suggestions that a network put aside."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class SuggestionDismissal(NetworkRow):
    """Somebody put a suggestion aside, with a reason that members read, until a day, or until its
    figure grows."""

    code = models.CharField(_("suggestion"), max_length=60)
    reason = models.CharField(_("why not"), max_length=300)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("put aside by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    dismissed_at = models.DateTimeField(_("put aside"))
    until_on = models.DateField(_("until"))
    figure = models.IntegerField(
        _("figure"),
        null=True,
        blank=True,
        help_text="How bad it was then, where a figure says so.",
    )
    ended_at = models.DateTimeField(_("brought back"), null=True, blank=True)

    objects: ClassVar[ScopedManager["SuggestionDismissal"]] = ScopedManager()

    class Meta:
        verbose_name = _("suggestion put aside")
        constraints = [
            models.UniqueConstraint(
                fields=["network", "code"],
                condition=models.Q(ended_at=None),
                name="suggestion_is_put_aside_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.network_id}"
