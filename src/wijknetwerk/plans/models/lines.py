"""The resident's words: I want, I can, I need, my goals; and what stood there before."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.plans.models.base import PlanRow
from wijknetwerk.plans.parts import Part, part_of


class Line(PlanRow):
    """One thing in own words. Let go, never deleted while the plan lives."""

    THING: ClassVar[str]
    PART: ClassVar[Part]

    text = EncryptedTextField(_("own words"))
    money = models.BooleanField(_("about money"), default=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    version = models.PositiveIntegerField(_("version"), default=1)
    gone_at = models.DateTimeField(_("let go"), null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def part(self) -> Part:
        """The part of the plan that it is in."""
        return part_of(self.PART, money=self.money)


class Want(Line):
    """Ik wil."""

    THING = "want"
    PART = Part.WORDS

    objects: ClassVar[ScopedManager["Want"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("I want")
        indexes = [models.Index(fields=["plan", "gone_at"], name="want_of_plan")]


class Whose(models.TextChoices):
    """Who can do it."""

    SELF = "self", _("I can do this myself")
    OWN_PEOPLE = "own_people", _("my own people can")


class Strength(Line):
    """Ik kan: myself, or my own people."""

    THING = "strength"
    PART = Part.WORDS

    whose = models.CharField(_("who can"), max_length=12, choices=Whose.choices)

    objects: ClassVar[ScopedManager["Strength"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("I can")
        indexes = [models.Index(fields=["plan", "gone_at"], name="strength_of_plan")]


class Choice(models.TextChoices):
    """What was chosen for a need."""

    OWN_PEOPLE = "own_people", _("my own people do this")
    HELP = "help", _("somebody of the neighbourhood helps")
    REFERRAL = "referral", _("a party takes this up")
    AGREEMENT = "agreement", _("we agreed who does what")


class Need(Line):
    """Ik heb nodig. It holds the key to what came of it; that knows nothing of a plan."""

    THING = "need"
    PART = Part.NEEDS

    choice = models.CharField(_("what was chosen"), max_length=12, choices=Choice.choices)
    chosen_on = models.DateField(_("chosen on"), null=True, blank=True)
    help_request = models.ForeignKey(
        "mutual_aid.HelpRequest",
        verbose_name=_("request for help"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    agreement = models.ForeignKey(
        "plans.Agreement",
        verbose_name=_("agreement"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    referral = models.ForeignKey(
        "plans.Referral",
        verbose_name=_("referral"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["Need"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("I need")
        constraints = [
            models.CheckConstraint(
                name="chosen_need_has_a_day",
                condition=Q(choice="", chosen_on=None)
                | (~Q(choice="") & Q(chosen_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="request_belongs_to_need_for_help",
                condition=Q(help_request=None) | Q(choice="help"),
            ),
            models.CheckConstraint(
                name="agreement_belongs_to_need_for_one",
                condition=Q(agreement=None) | Q(choice="agreement"),
            ),
            models.CheckConstraint(
                name="referral_belongs_to_need_for_one",
                condition=Q(referral=None) | Q(choice="referral"),
            ),
        ]
        indexes = [models.Index(fields=["plan", "gone_at"], name="need_of_plan")]


class Went(models.TextChoices):
    """What somebody says of a goal when they look back."""

    GO_ON = "go_on", _("I go on with it")
    ENOUGH = "enough", _("it is enough like this")
    OTHERWISE = "otherwise", _("I want it otherwise")


class PlanGoal(Line):
    """What the resident wants to reach, in own words, and when to look back."""

    THING = "goal"
    PART = Part.GOALS

    look_back_on = models.DateField(_("we look back on"), null=True, blank=True)
    went = models.CharField(_("how it goes on"), max_length=10, choices=Went.choices, blank=True)
    looked_back_on = models.DateField(_("looked back on"), null=True, blank=True)

    objects: ClassVar[ScopedManager["PlanGoal"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("goal")
        indexes = [models.Index(fields=["plan", "gone_at"], name="goal_of_plan")]


class LookedBack(PlanRow):
    """How it went with a goal, each time that somebody looked back."""

    goal = models.ForeignKey(
        PlanGoal, verbose_name=_("goal"), on_delete=models.CASCADE, related_name="looks"
    )
    on = models.DateField(_("day"))
    words = EncryptedTextField(_("how it went"))
    went = models.CharField(_("how it goes on"), max_length=10, choices=Went.choices)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["LookedBack"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("look back at a goal")
        indexes = [models.Index(fields=["goal", "on"], name="look_back_of_goal")]

    def __str__(self) -> str:
        return str(self.uuid)


class EarlierWords(PlanRow):
    """What a line said before it was changed: superseded, never overwritten."""

    thing = models.CharField(_("what it was"), max_length=12)
    subject = models.UUIDField(_("of which line"))
    text = EncryptedTextField(_("own words"))
    money = models.BooleanField(_("about money"), default=False)
    version = models.PositiveIntegerField(_("version"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    replaced_at = models.DateTimeField(_("replaced"))

    objects: ClassVar[ScopedManager["EarlierWords"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("earlier words")
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "version"], name="one_line_has_a_version_once"
            ),
        ]
        indexes = [models.Index(fields=["plan"], name="earlier_words_of_plan")]

    def __str__(self) -> str:
        return str(self.uuid)
