"""Afspraken: who does what, by when. It comes back to the resident, who can say that it is not
right, and it is followed until it is done or let go (rule P7). Late is computed, never stored."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.plans.models.base import PlanRow
from wijknetwerk.plans.models.circle import CircleMember
from wijknetwerk.plans.parts import Part, part_of


class Owner(models.TextChoices):
    """Who does it: exactly one."""

    RESIDENT = "resident", _("the resident")
    CIRCLE = "circle", _("somebody of the circle")
    NAMED = "named", _("somebody who takes no part here")


class CameFrom(models.TextChoices):
    """Where it was agreed. The thing itself stands in `source`."""

    ITSELF = "itself", _("on its own")
    NEED = "need", _("something the resident needs")
    CONFERENCE = "conference", _("a talk")


class AgreementState(models.TextChoices):
    """How an agreement stands."""

    MADE = "made", _("waits for the resident's yes")
    AGREED = "agreed", _("agreed")
    SENT_BACK = "sent_back", _("the resident says: this is not right")
    DONE = "done", _("done")
    DROPPED = "dropped", _("let go")


class AgreementAct(models.TextChoices):
    """What is done with an agreement."""

    AGREE = "agree", _("the resident says: this is right")
    WRONG = "wrong", _("the resident says: this is not right")
    CHANGE = "change", _("said in other words")
    MOVE = "move", _("moved to another day")
    DONE = "done", _("done")
    DROP = "drop", _("let go")


OPEN = (AgreementState.MADE, AgreementState.AGREED, AgreementState.SENT_BACK)
NEXT: dict[AgreementState, dict[AgreementAct, AgreementState]] = {
    AgreementState.MADE: {
        AgreementAct.AGREE: AgreementState.AGREED,
        AgreementAct.WRONG: AgreementState.SENT_BACK,
        AgreementAct.CHANGE: AgreementState.MADE,
        AgreementAct.MOVE: AgreementState.MADE,
        AgreementAct.DONE: AgreementState.DONE,
        AgreementAct.DROP: AgreementState.DROPPED,
    },
    AgreementState.AGREED: {
        AgreementAct.WRONG: AgreementState.SENT_BACK,
        AgreementAct.CHANGE: AgreementState.MADE,
        AgreementAct.MOVE: AgreementState.MADE,
        AgreementAct.DONE: AgreementState.DONE,
        AgreementAct.DROP: AgreementState.DROPPED,
    },
    AgreementState.SENT_BACK: {
        AgreementAct.AGREE: AgreementState.AGREED,
        AgreementAct.CHANGE: AgreementState.MADE,
        AgreementAct.MOVE: AgreementState.MADE,
        AgreementAct.DROP: AgreementState.DROPPED,
    },
    AgreementState.DONE: {AgreementAct.WRONG: AgreementState.SENT_BACK},
    AgreementState.DROPPED: {AgreementAct.WRONG: AgreementState.SENT_BACK},
}


def agreement_after(state: str, act: AgreementAct) -> AgreementState | None:
    """The state that this act leads to, or None where it can't be done."""
    return NEXT[AgreementState(state)].get(act)


class Agreement(PlanRow):
    """One thing that somebody does before a day, in plain words."""

    THING: ClassVar[str] = "agreement"

    what = EncryptedTextField(_("what was agreed"))
    money = models.BooleanField(_("about money"), default=False)
    owner = models.CharField(_("who does it"), max_length=10, choices=Owner.choices)
    place = models.ForeignKey(
        CircleMember,
        verbose_name=_("who of the circle"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    owner_name = EncryptedTextField(_("name of who takes no part"), blank=True)
    owner_mail = EncryptedTextField(_("e-mail address of who takes no part"), blank=True)
    due_on = models.DateField(_("before or on"))
    state = models.CharField(
        _("state"), max_length=10, choices=AgreementState.choices, default=AgreementState.MADE
    )
    came_from = models.CharField(
        _("where it was agreed"), max_length=12, choices=CameFrom.choices, default=CameFrom.ITSELF
    )
    source = models.UUIDField(_("in which one"), null=True, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    version = models.PositiveIntegerField(_("version"), default=1)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    reminded_for = models.DateField(_("reminded of this day"), null=True, blank=True)

    objects: ClassVar[ScopedManager["Agreement"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("agreement")
        constraints = [
            models.CheckConstraint(
                name="agreement_has_one_owner",
                condition=Q(owner="circle", place__isnull=False)
                | (Q(place=None) & ~Q(owner="circle")),
            ),
            models.CheckConstraint(
                name="agreement_done_has_a_day",
                condition=Q(state="done", done_on__isnull=False)
                | (~Q(state="done") & Q(done_on=None)),
            ),
            models.CheckConstraint(
                name="agreement_says_where_it_was_made",
                condition=Q(came_from="itself", source=None)
                | (~Q(came_from="itself") & Q(source__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(fields=["plan", "due_on"], name="agreement_of_plan"),
            models.Index(fields=["network", "due_on"], name="agreement_of_network"),
            models.Index(
                fields=["due_on"],
                condition=Q(state__in=["made", "agreed", "sent_back"]),
                name="agreement_open_by_day",
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def part(self) -> Part:
        """The part of the plan that it is in."""
        return part_of(Part.AGREEMENTS, money=self.money)

    @property
    def is_open(self) -> bool:
        """Whether it is followed still."""
        return self.state in OPEN

    def is_late_on(self, day: date) -> bool:
        """Whether its day went by and it is neither done nor let go."""
        return self.is_open and self.due_on < day


class AgreementStep(PlanRow):
    """What happened with an agreement, with the reason or the resident's words. Only added to."""

    agreement = models.ForeignKey(
        Agreement, verbose_name=_("agreement"), on_delete=models.CASCADE, related_name="steps"
    )
    act = models.CharField(_("what happened"), max_length=10, choices=AgreementAct.choices)
    at = models.DateTimeField(_("when"))
    words = EncryptedTextField(_("why"), blank=True)
    due_before = models.DateField(_("the day before that"), null=True, blank=True)
    by_link = models.BooleanField(_("from a link"), default=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["AgreementStep"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("step of an agreement")
        indexes = [models.Index(fields=["plan"], name="agreement_step_of_plan")]

    def __str__(self) -> str:
        return str(self.uuid)
