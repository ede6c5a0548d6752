"""Actions: what somebody does by a day, where it came from, and what happened to it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.goals.models.states import State, Step
from wijknetwerk.networks.rows import NetworkRow


class Action(NetworkRow):
    """Something that one member does by a day. Without an owner it is a vacancy that all see.

    `missed_on` is the first agreed day that passed without it being done: moving the day later
    doesn't take that back. `version` counts every change, for two who change it at once.
    """

    what = models.CharField(_("what"), max_length=200)
    owner = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who does it"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    owner_agreed = models.BooleanField(_("the owner said yes"), default=True)
    by_on = models.DateField(_("by which day"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    missed_on = models.DateField(_("day that was missed"), null=True, blank=True)
    team = models.ForeignKey(
        "networks.Team",
        verbose_name=_("team"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    goal = models.ForeignKey(
        "goals.Goal",
        verbose_name=_("goal"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="actions",
    )
    source_kind = models.CharField(_("kind of thing it came from"), max_length=60, blank=True)
    source_uuid = models.UUIDField(_("thing it came from"), null=True, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    version = models.PositiveIntegerField(_("version"), default=1)

    objects: ClassVar[ScopedManager["Action"]] = ScopedManager()

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        constraints = [
            models.CheckConstraint(
                name="action_done_has_its_day",
                condition=Q(state="done", done_on__isnull=False)
                | (~Q(state="done") & Q(done_on=None)),
            ),
            models.CheckConstraint(
                name="action_source_is_whole",
                condition=Q(source_kind="", source_uuid=None)
                | (~Q(source_kind="") & Q(source_uuid__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(fields=["network", "state", "by_on"], name="action_by_network"),
            models.Index(fields=["owner", "state"], name="action_by_owner"),
            models.Index(
                fields=["source_uuid"],
                condition=Q(source_uuid__isnull=False),
                name="action_by_source",
            ),
        ]

    def __str__(self) -> str:
        return self.what


class ActionStep(NetworkRow):
    """One thing that happened to an action: which act, when, why, and from which day to which."""

    action = models.ForeignKey(
        Action, verbose_name=_("action"), on_delete=models.PROTECT, related_name="steps"
    )
    step = models.CharField(_("act"), max_length=10, choices=Step.choices)
    reason = models.CharField(_("why"), max_length=300, blank=True)
    from_day = models.DateField(_("from this day"), null=True, blank=True)
    to_day = models.DateField(_("to this day"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField(_("when"))

    objects: ClassVar[ScopedManager["ActionStep"]] = ScopedManager()

    class Meta:
        verbose_name = _("what happened to an action")
        constraints = [
            models.CheckConstraint(
                name="action_step_says_why",
                condition=~Q(step__in=["drop", "move"]) | ~Q(reason=""),
            )
        ]
        indexes = [models.Index(fields=["action", "at"], name="action_step_by_action")]

    def __str__(self) -> str:
        return f"{self.step} {self.action_id}"


class AskState(models.TextChoices):
    """How somebody answered."""

    ASKED = "asked", _("asked")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")


class ActionAsk(NetworkRow):
    """Somebody is asked to take an action over; nothing changes until they say yes."""

    action = models.ForeignKey(
        Action, verbose_name=_("action"), on_delete=models.PROTECT, related_name="asks"
    )
    asked_by = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("asked by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who is asked"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    words = models.CharField(_("own words"), max_length=300, blank=True)
    state = models.CharField(
        _("answer"), max_length=10, choices=AskState.choices, default=AskState.ASKED
    )
    asked_at = models.DateTimeField(_("asked"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects: ClassVar[ScopedManager["ActionAsk"]] = ScopedManager()

    class Meta:
        verbose_name = _("question to take an action over")
        constraints = [
            models.UniqueConstraint(
                fields=["action"], condition=Q(state="asked"), name="action_is_asked_once"
            ),
            models.CheckConstraint(
                name="action_ask_answer_has_time",
                condition=Q(state="asked", answered_at=None)
                | (~Q(state="asked") & Q(answered_at__isnull=False)),
            ),
        ]
        indexes = [models.Index(fields=["membership", "state"], name="action_ask_by_member")]

    def __str__(self) -> str:
        return f"{self.action_id} {self.state}"
