"""Questions that several parties answer separately before they compare (rule R3).

A round is asked once of several people. Each has a sheet of their own in it; on a sheet stand the
answers. A changed answer supersedes the one before, which is kept.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class CheckKind(models.TextChoices):
    """The two lists of questions."""

    READINESS = "readiness", _("Are we ready to begin?")
    SELF_CHECK = "self_check", _("How do we do?")


class CheckReply(models.TextChoices):
    """What one can answer; no answer at all is no row."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")
    UNKNOWN = "unknown", _("I don't know")


class CheckVoice(models.TextChoices):
    """In whose name somebody answers."""

    RESIDENT = "resident", _("as a resident")
    PARTY = "party", _("for a party")
    NETWORK = "network", _("for the network itself")
    LEARNER = "learner", _("as a learner")


class CheckOutcome(models.TextChoices):
    """All that the readiness check ever says (rule R3): it forbids nothing."""

    BEGIN_SMALL = "begin_small", _("begin small with who wants to")
    TALK_FIRST = "talk_first", _("talk about this first")


class CheckRound(NetworkRow):
    """One asking of a list of questions, until it is closed with what was decided."""

    kind = models.CharField(_("list of questions"), max_length=12, choices=CheckKind.choices)
    opened_on = models.DateField(_("asked on"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("closed by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    outcome = models.CharField(
        _("outcome"), max_length=12, blank=True, choices=CheckOutcome.choices
    )
    decision = models.TextField(_("what was decided"), blank=True, max_length=1000)
    look_again_on = models.DateField(_("look again on"), null=True, blank=True)

    objects: ClassVar[ScopedManager["CheckRound"]] = ScopedManager()

    class Meta:
        verbose_name = _("round of questions")
        constraints = [
            models.UniqueConstraint(
                fields=["network", "kind"],
                condition=Q(closed_on=None),
                name="one_open_round_of_a_kind",
            ),
            models.CheckConstraint(
                name="round_closes_after_opening",
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")),
            ),
        ]
        indexes = [models.Index(fields=["network", "kind"], name="check_round_by_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.opened_on}"


class CheckSheet(NetworkRow):
    """One person's place in a round: asked, or answered by themselves or with the desk's pen.

    In whose name they answer is kept as it was then. `number` counts the times it was saved; a
    writer names the number that was on the screen.
    """

    round = models.ForeignKey(
        CheckRound, verbose_name=_("round"), on_delete=models.PROTECT, related_name="sheets"
    )
    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who answers"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty once the name was taken out.",
    )
    is_asked = models.BooleanField(_("was asked"), default=False)
    voice = models.CharField(
        _("in whose name"), max_length=10, blank=True, choices=CheckVoice.choices
    )
    partner = models.ForeignKey(
        "networks.Partner",
        verbose_name=_("for"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    number = models.PositiveIntegerField(_("version"), default=0)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    changed_at = models.DateTimeField(_("changed"), null=True, blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["CheckSheet"]] = ScopedManager()

    class Meta:
        verbose_name = _("answers of one person")
        constraints = [
            models.UniqueConstraint(fields=["round", "membership"], name="one_sheet_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.membership_id}"


class CheckAnswer(NetworkRow):
    """One answer on a sheet; superseded when it changes, never overwritten."""

    sheet = models.ForeignKey(
        CheckSheet, verbose_name=_("sheet"), on_delete=models.PROTECT, related_name="answers"
    )
    question = models.CharField(_("question"), max_length=60)
    reply = models.CharField(_("answer"), max_length=8, choices=CheckReply.choices)
    note = models.CharField(_("note"), max_length=300, blank=True)
    given_at = models.DateTimeField(_("answered"))
    superseded_at = models.DateTimeField(_("until"), null=True, blank=True)

    objects: ClassVar[ScopedManager["CheckAnswer"]] = ScopedManager()

    class Meta:
        verbose_name = _("answer")
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "question"],
                condition=Q(superseded_at=None),
                name="question_is_answered_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question} {self.reply}"
