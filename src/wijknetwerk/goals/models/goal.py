"""Goals, how one sees that they come nearer, and what was measured."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class GoalState(models.TextChoices):
    """How a goal stands."""

    RUNNING = "running", _("we work on it")
    REACHED = "reached", _("reached")
    STOPPED = "stopped", _("let go")


class Direction(models.TextChoices):
    """Which way is better."""

    UP = "up", _("the more, the better")
    DOWN = "down", _("the less, the better")


class Goal(NetworkRow):
    """What a network or a team wants to reach: one sentence, for whom, by when, and an owner."""

    sentence = models.CharField(_("goal"), max_length=200)
    for_whom = models.CharField(_("for whom"), max_length=120, blank=True)
    by_on = models.DateField(_("by which day"), null=True, blank=True)
    team = models.ForeignKey(
        "networks.Team",
        verbose_name=_("team"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    owner = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who keeps an eye on it"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.CharField(
        _("state"), max_length=10, choices=GoalState.choices, default=GoalState.RUNNING
    )
    ended_on = models.DateField(_("reached or let go on"), null=True, blank=True)
    brought = models.CharField(
        _("what it brought, or why it was let go"), max_length=500, blank=True
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    version = models.PositiveIntegerField(_("version"), default=1)

    objects: ClassVar[ScopedManager["Goal"]] = ScopedManager()

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        constraints = [
            models.CheckConstraint(
                name="goal_that_ended_has_its_day",
                condition=Q(state="running", ended_on=None)
                | (~Q(state="running") & Q(ended_on__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(fields=["network", "state"], name="goal_by_network"),
            models.Index(fields=["owner", "state"], name="goal_by_owner"),
        ]

    def __str__(self) -> str:
        return self.sentence


class Measure(NetworkRow):
    """By what one sees that a goal comes nearer, and where the figure comes from."""

    goal = models.ForeignKey(
        Goal, verbose_name=_("goal"), on_delete=models.PROTECT, related_name="measures"
    )
    what = models.CharField(_("what is counted"), max_length=160)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    start = models.DecimalField(
        _("at the start"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    target = models.DecimalField(
        _("what we want"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    direction = models.CharField(
        _("which way is better"), max_length=4, choices=Direction.choices, default=Direction.UP
    )
    how = models.CharField(_("how it is counted"), max_length=300, blank=True)
    source = models.CharField(_("where it comes from"), max_length=200, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    objects: ClassVar[ScopedManager["Measure"]] = ScopedManager()

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")

    def __str__(self) -> str:
        return self.what


class MeasureValue(NetworkRow):
    """What was counted on a day. Empty: that it could not be counted. A correction supersedes."""

    measure = models.ForeignKey(
        Measure, verbose_name=_("measure"), on_delete=models.PROTECT, related_name="values"
    )
    on = models.DateField(_("day"))
    value = models.DecimalField(_("value"), max_digits=12, decimal_places=2, null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    said_at = models.DateTimeField(_("noted"))
    superseded_at = models.DateTimeField(_("until"), null=True, blank=True)

    objects: ClassVar[ScopedManager["MeasureValue"]] = ScopedManager()

    class Meta:
        verbose_name = _("value of a measure")
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "on"],
                condition=Q(superseded_at=None),
                name="measure_has_one_value_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.on}"
