"""The kernteam talk: questions A to D, who was there, what was agreed, when to look again."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.models.base import NetworkRow
from wijknetwerk.networks.models.versions import Version, versions_of


class TalkState(models.TextChoices):
    """Whether the team is still talking."""

    BUSY = "busy", _("busy")
    HELD = "held", _("held")


class TeamTalk(NetworkRow):
    """One talk of a team. A later one shows the answers of the one before beside its own."""

    team = models.ForeignKey(
        "networks.Team", verbose_name=_("team"), on_delete=models.PROTECT, related_name="talks"
    )
    begun_on = models.DateField(_("begun"))
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("begun by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    others_there = models.CharField(_("who else was there"), max_length=300, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=TalkState.choices, default=TalkState.BUSY
    )
    held_on = models.DateField(_("finished"), null=True, blank=True)
    look_again_on = models.DateField(_("look again on"), null=True, blank=True)

    objects: ClassVar[ScopedManager["TeamTalk"]] = ScopedManager()

    class Meta:
        verbose_name = _("kernteam talk")
        constraints = [
            models.UniqueConstraint(
                fields=["team"], condition=Q(state="busy"), name="team_has_one_talk_going_on"
            ),
            models.CheckConstraint(
                name="held_talk_has_its_days",
                condition=Q(state="busy", held_on=None)
                | Q(state="held", held_on__isnull=False, look_again_on__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["look_again_on"], name="talk_by_look_again")]

    def __str__(self) -> str:
        return f"{self.team_id} {self.begun_on}"

    @property
    def busy(self) -> bool:
        """Whether answers can still be written."""
        return self.state == TalkState.BUSY


class TalkPresence(NetworkRow):
    """A member who was there."""

    talk = models.ForeignKey(
        TeamTalk, verbose_name=_("talk"), on_delete=models.PROTECT, related_name="presences"
    )
    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("member"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["TalkPresence"]] = ScopedManager()

    class Meta:
        verbose_name = _("presence at a talk")
        constraints = [
            models.UniqueConstraint(fields=["talk", "membership"], name="member_is_at_talk_once"),
        ]

    def __str__(self) -> str:
        return f"{self.membership_id} at {self.talk_id}"


class TeamTalkAnswer(NetworkRow, Version):
    """What the team agreed on one question, and where it differs."""

    talk = models.ForeignKey(
        TeamTalk, verbose_name=_("talk"), on_delete=models.PROTECT, related_name="answers"
    )
    question = models.CharField(_("question"), max_length=40)
    agreed = models.TextField(_("what we agreed"), blank=True, max_length=1500)
    differ = models.TextField(_("where we differ"), blank=True, max_length=1500)

    objects: ClassVar[ScopedManager["TeamTalkAnswer"]] = ScopedManager()

    class Meta:
        verbose_name = _("answer in a talk")
        constraints = versions_of("talk_answer", "talk", "question")

    def __str__(self) -> str:
        return f"{self.question} {self.number}"
