"""A request for help, in the asker's own words."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.mutual_aid.models.neighbour import Neighbour, SaidHow
from wijknetwerk.mutual_aid.models.states import RequestState
from wijknetwerk.networks.rows import NetworkRow

PARTS_OF_THE_WEEK = 21
"""Morning, afternoon and evening of Monday to Sunday: bit `day * 3 + part`."""


class Rhythm(models.TextChoices):
    """How often."""

    ONCE = "once", _("once")
    WEEKLY = "weekly", _("every week")
    FORTNIGHTLY = "fortnightly", _("every two weeks")
    MONTHLY = "monthly", _("every month")
    NOW_AND_THEN = "now_and_then", _("now and then")


class Via(models.TextChoices):
    """How a request or offer came in."""

    DESK = "desk", _("at the desk")
    SELF = "self", _("by themselves")
    PROFESSIONAL = "professional", _("by a professional")
    NEIGHBOUR = "neighbour", _("by somebody near")
    PAPER = "paper", _("on paper")
    SHEET = "sheet", _("from a spreadsheet")


class Elsewhere(models.TextChoices):
    """Where somebody would otherwise have gone."""

    GP = "gp", _("to the general practice")
    MUNICIPALITY = "municipality", _("to the municipality")
    CARE = "care", _("to home care")
    FAMILY = "family", _("to family or friends")
    PAID = "paid", _("paid for it")
    NOWHERE = "nowhere", _("nowhere")


class HelpRequest(NetworkRow):
    """What somebody asks. `told` is what a helper hears of it, and goes nowhere before the asker
    approved it (rule H1). `parts` is a bit mask of parts of the week; 0 is any time."""

    asker = models.ForeignKey(
        Neighbour, verbose_name=_("who asks"), on_delete=models.PROTECT, related_name="requests"
    )
    asker_before = models.ForeignKey(
        Neighbour,
        verbose_name=_("for whom it was noted, before it was said which member that is"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    kind = models.CharField(_("kind of help"), max_length=60, blank=True)
    words = EncryptedTextField(_("own words"))
    told = EncryptedTextField(_("what a helper is told"), blank=True)
    told_approved_at = models.DateTimeField(_("the asker approved that"), null=True, blank=True)
    told_approved_how = models.CharField(
        _("how"), max_length=20, choices=SaidHow.choices, blank=True
    )
    parts = models.PositiveIntegerField(_("parts of the week"), default=0)
    rhythm = models.CharField(
        _("how often"), max_length=20, choices=Rhythm.choices, default=Rhythm.ONCE
    )
    from_on = models.DateField(_("from"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)
    pc4 = models.CharField(_("first four digits of the postcode"), max_length=4, blank=True)
    languages = models.JSONField(_("one of these languages"), default=list, blank=True)
    wishes = models.JSONField(_("what matters"), default=list, blank=True)
    urgent = models.BooleanField(_("urgent"), default=False)
    call_name = EncryptedTextField(_("who is called, if not the asker"), blank=True)
    call_phone = EncryptedTextField(_("number of who is called"), blank=True)
    via = models.CharField(_("how it came in"), max_length=20, choices=Via.choices)
    said_how = models.CharField(_("how the asker said yes"), max_length=20, choices=SaidHow.choices)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    noted_at = models.DateTimeField(_("noted"))
    state = models.CharField(
        _("state"), max_length=10, choices=RequestState.choices, default=RequestState.NEW
    )
    waits_since = models.DateTimeField(_("waits since"))
    unhappy_at = models.DateTimeField(_("somebody was not content"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    outcome = EncryptedTextField(_("how it ended, in own words"), blank=True)
    elsewhere = models.CharField(
        _("would otherwise have gone"), max_length=20, choices=Elsewhere.choices, blank=True
    )
    version = models.PositiveIntegerField(_("version"), default=1)

    objects: ClassVar[ScopedManager["HelpRequest"]] = ScopedManager()

    class Meta:
        verbose_name = _("request for help")
        constraints = [
            models.CheckConstraint(
                name="request_closed_has_its_day",
                condition=Q(state__in=["ended", "withdrawn"], ended_on__isnull=False)
                | (~Q(state__in=["ended", "withdrawn"]) & Q(ended_on=None)),
            ),
            models.CheckConstraint(
                name="request_period_is_forward",
                condition=Q(from_on=None) | Q(until_on=None) | Q(until_on__gte=F("from_on")),
            ),
            models.CheckConstraint(
                name="request_parts_fit_a_week", condition=Q(parts__lt=1 << PARTS_OF_THE_WEEK)
            ),
        ]
        indexes = [
            models.Index(fields=["network", "state", "waits_since"], name="request_by_state"),
            models.Index(fields=["asker"], name="request_by_asker"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


WELLBEING = [MaxValueValidator(10)]


class Wellbeing(NetworkRow):
    """How well the asker feels, 0-10, in their own view: before and after, if both sides wish."""

    class When(models.TextChoices):
        BEFORE = "before", _("before")
        AFTER = "after", _("after")

    request = models.ForeignKey(
        HelpRequest, verbose_name=_("request"), on_delete=models.CASCADE, related_name="wellbeing"
    )
    when = models.CharField(_("when"), max_length=10, choices=When.choices)
    mark = models.PositiveSmallIntegerField(_("mark 0-10"), validators=WELLBEING)
    said_on = models.DateField(_("said on"))

    objects: ClassVar[ScopedManager["Wellbeing"]] = ScopedManager()

    class Meta:
        verbose_name = _("experienced well-being")
        constraints = [
            models.UniqueConstraint(fields=["request", "when"], name="wellbeing_once_each"),
            models.CheckConstraint(name="wellbeing_is_0_to_10", condition=Q(mark__lte=10)),
        ]

    def __str__(self) -> str:
        return f"{self.when} {self.request_id}"
