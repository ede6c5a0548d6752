"""The call after six to eight weeks, and then each half year: how does it go, for both sides."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.mutual_aid.models.match import Match
from wijknetwerk.mutual_aid.models.neighbour import ReachedBy
from wijknetwerk.networks.rows import NetworkRow


class Side(models.TextChoices):
    """Whose answer it is."""

    ASKER = "asker", _("who asked")
    HELPER = "helper", _("who helps")


class Going(models.TextChoices):
    """An answer in three steps."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")


class Came(models.TextChoices):
    """By which way an answer came."""

    LINK = "link", _("by link or code")
    SELF = "self", _("here, by themselves")
    PHONE = "phone", _("by phone or face to face")
    PAPER = "paper", _("on paper")


class FollowUp(NetworkRow):
    """One check of one side of what runs. An unhappy answer reopens the request (rule H3).

    `tries` counts calls that reached nobody; `again_on` is the day of the next one. `need_open`: a
    side said that something is needed, and nobody took that up yet.
    """

    match = models.ForeignKey(
        Match, verbose_name=_("asker and helper"), on_delete=models.CASCADE, related_name="checks"
    )
    side = models.CharField(_("side"), max_length=10, choices=Side.choices)
    turn = models.PositiveSmallIntegerField(_("which time"), default=1)
    due_on = models.DateField(_("due on"))
    how = models.CharField(_("how"), max_length=10, choices=ReachedBy.choices)
    asked_at = models.DateTimeField(_("asked"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("asked once more"), null=True, blank=True)
    tries = models.PositiveSmallIntegerField(_("how often nobody was reached"), default=0)
    again_on = models.DateField(_("asked again on"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    came = models.CharField(_("how it came"), max_length=10, choices=Came.choices, blank=True)
    skipped_at = models.DateTimeField(_("no answer came"), null=True, blank=True)
    going = models.CharField(
        _("is it going well"), max_length=10, choices=Going.choices, blank=True
    )
    content = models.CharField(
        _("are you content"), max_length=10, choices=Going.choices, blank=True
    )
    need = EncryptedTextField(_("is anything needed"), blank=True)
    need_open = models.BooleanField(_("something is needed still"), default=False)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["FollowUp"]] = ScopedManager()

    class Meta:
        verbose_name = _("check")
        constraints = [
            models.UniqueConstraint(fields=["match", "side", "turn"], name="check_once_a_turn"),
            models.CheckConstraint(
                name="check_answer_is_whole",
                condition=Q(answered_at=None, going="", content="")
                | (Q(answered_at__isnull=False) & ~Q(going="") & ~Q(content="")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["network", "due_on"],
                condition=Q(answered_at=None, skipped_at=None),
                name="check_that_is_due",
            ),
            models.Index(fields=["network"], condition=Q(need_open=True), name="check_need_open"),
        ]

    def __str__(self) -> str:
        return f"{self.side} {self.turn} {self.match_id}"
