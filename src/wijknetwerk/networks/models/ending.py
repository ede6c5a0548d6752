"""A network that rests or stops: what was said, arranged, answered and learned (rule N6).

What must be known outside the network's scope, for ever, stands on `Network` itself: the days and
the lessons. Everything here is read by its members only, and nobody reads it after the stop.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.models.base import NetworkRow


class Pause(NetworkRow):
    """A time of rest: since when, until about when, why, and whom to call meanwhile."""

    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until about"), null=True, blank=True)
    why = models.CharField(_("why"), max_length=300)
    call_name = models.CharField(_("whom to call"), max_length=80, blank=True)
    call_phone = models.CharField(_("phone number"), max_length=20, blank=True)
    ended_on = models.DateField(_("taken up again"), null=True, blank=True)

    objects: ClassVar[ScopedManager["Pause"]] = ScopedManager()

    class Meta:
        verbose_name = _("time of rest")
        constraints = [
            models.UniqueConstraint(
                fields=["network"], condition=Q(ended_on=None), name="network_rests_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.network_id} {self.from_on}"


class StopState(models.TextChoices):
    """Where a stop stands."""

    OPEN = "open", _("on its way")
    CALLED_OFF = "called_off", _("called off")
    LAPSED = "lapsed", _("not agreed in time")
    DONE = "done", _("done")


class Stop(NetworkRow):
    """Stopping: begun by a leader, agreed by a second one or by members, done on its day."""

    state = models.CharField(
        _("state"), max_length=10, choices=StopState.choices, default=StopState.OPEN
    )
    stops_on = models.DateField(_("stops on"))
    why = models.CharField(_("why"), max_length=500)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("started by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    started_at = models.DateTimeField(_("started"))
    second_roles = models.JSONField(
        _("who else led then"),
        default=list,
        blank=True,
        help_text="Roles (uuid) of other leaders at the start, not from the starter's hands.",
    )
    others_at_start = models.PositiveIntegerField(
        _("other members then"), help_text="How many others took part when it was started."
    )
    ended_at = models.DateTimeField(_("over"), null=True, blank=True)
    lessons = models.TextField(_("what we learned"), max_length=1500, blank=True)
    page_stays = models.BooleanField(_("the public page stays"), default=False)
    lessons_shared = models.BooleanField(_("others may read the lessons"), default=False)

    objects: ClassVar[ScopedManager["Stop"]] = ScopedManager()

    class Meta:
        verbose_name = _("stop of a network")
        constraints = [
            models.UniqueConstraint(
                fields=["network"], condition=Q(state="open"), name="network_stops_once"
            ),
            models.CheckConstraint(
                name="stop_is_open_or_over",
                condition=Q(state="open", ended_at=None)
                | (~Q(state="open") & Q(ended_at__isnull=False)),
            ),
        ]
        indexes = [models.Index(fields=["state", "stops_on"], name="stop_by_day")]

    def __str__(self) -> str:
        return f"{self.network_id} {self.stops_on}"


class Said(models.TextChoices):
    """What a member answered to the news."""

    READ = "read", _("I read this")
    AGREES = "agrees", _("I agree")
    DISAGREES = "disagrees", _("I'd rather go on")


class StopVoice(NetworkRow):
    """One member's answer; the last one counts."""

    stop = models.ForeignKey(Stop, verbose_name=_("stop"), on_delete=models.CASCADE)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    said = models.CharField(_("said"), max_length=10, choices=Said.choices)
    said_at = models.DateTimeField(_("said on"))

    objects: ClassVar[ScopedManager["StopVoice"]] = ScopedManager(person_field="person_id")

    class Meta:
        verbose_name = _("answer of a member")
        constraints = [
            models.UniqueConstraint(fields=["stop", "person"], name="member_answers_stop_once"),
        ]

    def __str__(self) -> str:
        return f"{self.said} {self.person_id}"


class StopPart(NetworkRow):
    """Who arranges one part of the stop, and by when; or that there is nothing to arrange."""

    stop = models.ForeignKey(Stop, verbose_name=_("stop"), on_delete=models.CASCADE)
    code = models.CharField(_("part"), max_length=40)
    applies = models.BooleanField(_("something to arrange"), default=True)
    who = models.CharField(_("who"), max_length=80, blank=True)
    by_on = models.DateField(_("by when"), null=True, blank=True)
    note = models.CharField(_("what"), max_length=300, blank=True)

    objects: ClassVar[ScopedManager["StopPart"]] = ScopedManager()

    class Meta:
        verbose_name = _("part of a stop")
        constraints = [
            models.UniqueConstraint(fields=["stop", "code"], name="part_is_arranged_once"),
            models.CheckConstraint(
                name="part_has_name_and_day",
                condition=Q(applies=False) | (~Q(who="") & Q(by_on__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.stop_id}"


class WhereNext(NetworkRow):
    """Where residents go with one thing when the network is gone."""

    stop = models.ForeignKey(Stop, verbose_name=_("stop"), on_delete=models.CASCADE)
    what = models.CharField(_("for what"), max_length=100)
    name = models.CharField(_("who"), max_length=80)
    phone = models.CharField(_("phone number"), max_length=20)

    objects: ClassVar[ScopedManager["WhereNext"]] = ScopedManager()

    class Meta:
        verbose_name = _("where residents go next")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.what


class StopCall(NetworkRow):
    """That a member without e-mail was told, by phone or at the door."""

    stop = models.ForeignKey(Stop, verbose_name=_("stop"), on_delete=models.CASCADE)
    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("member"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("told by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    told_at = models.DateTimeField(_("told on"))

    objects: ClassVar[ScopedManager["StopCall"]] = ScopedManager()

    class Meta:
        verbose_name = _("member who was told")
        constraints = [
            models.UniqueConstraint(fields=["stop", "membership"], name="member_is_told_once"),
        ]

    def __str__(self) -> str:
        return f"{self.membership_id} {self.stop_id}"


class ExitAnswer(NetworkRow):
    """An answer in the exit talk: a member's own, with or without the name, or noted at a talk."""

    stop = models.ForeignKey(Stop, verbose_name=_("stop"), on_delete=models.CASCADE)
    question = models.CharField(_("question"), max_length=40)
    text = models.TextField(_("answer"), max_length=1000)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty when it was noted at a talk, and after the stop of who was not named.",
    )
    named = models.BooleanField(_("with my name"), default=False)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    written_at = models.DateTimeField(_("written"))

    objects: ClassVar[ScopedManager["ExitAnswer"]] = ScopedManager(person_field="person_id")

    class Meta:
        verbose_name = _("answer in the exit talk")
        constraints = [
            models.UniqueConstraint(
                fields=["stop", "question", "person"],
                condition=Q(person__isnull=False),
                name="member_answers_question_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question} {self.stop_id}"
