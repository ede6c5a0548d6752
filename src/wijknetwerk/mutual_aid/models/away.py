"""Somebody of the desk is away for some days, and a colleague keeps it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow, Period


class AwayState(models.TextChoices):
    """Asked, and what came of it. That the days are over is no state: the dates say so."""

    ASKED = "asked", _("asked")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("can't")
    ENDED = "ended", _("ended early")


class DeskAway(NetworkRow, Period):
    """Who is away from the desk, from until (half-open), and which colleague keeps it, once that
    one said yes. Concerns go to the colleague on those days, and no longer."""

    who = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who is away"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    substitute = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who keeps the desk"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    notes = EncryptedTextField(_("good to know"), blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=AwayState.choices, default=AwayState.ASKED
    )
    asked_at = models.DateTimeField(_("asked"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects: ClassVar[ScopedManager["DeskAway"]] = ScopedManager()

    class Meta:
        verbose_name = _("handover of the desk")
        constraints = [
            models.CheckConstraint(
                name="desk_away_has_days", condition=Q(until_on__gt=F("from_on"))
            ),
            models.CheckConstraint(name="desk_away_has_another", condition=~Q(who=F("substitute"))),
            models.CheckConstraint(
                name="desk_away_answer_has_its_moment",
                condition=Q(state="asked", answered_at=None)
                | (~Q(state="asked") & Q(answered_at__isnull=False)),
            ),
        ]
        indexes = [models.Index(fields=["network", "until_on"], name="desk_away_by_network")]

    def __str__(self) -> str:
        return f"{self.who_id} {self.from_on}"
