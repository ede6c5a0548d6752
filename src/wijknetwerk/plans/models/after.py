"""What is asked around a plan, if the resident likes: well-being before and after what was done;
a goal that came from the card; at the end where one would otherwise have gone."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow
from wijknetwerk.plans.models.base import PlanRow
from wijknetwerk.plans.models.card import WellbeingSnapshot
from wijknetwerk.plans.models.lines import Need, PlanGoal


class BeforeAfter(PlanRow):
    """How somebody felt before and after what was done for one need, 0 to 10. Under lock, so that
    no query adds them up."""

    need = models.OneToOneField(
        Need, verbose_name=_("need"), on_delete=models.CASCADE, related_name="before_after"
    )
    before = EncryptedTextField(_("before"), blank=True)
    after = EncryptedTextField(_("after"), blank=True)

    objects: ClassVar[ScopedManager["BeforeAfter"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("well-being before and after")

    def __str__(self) -> str:
        return str(self.uuid)


class CardGoal(PlanRow):
    """A goal that came from one side of life on a card."""

    card = models.ForeignKey(
        WellbeingSnapshot,
        verbose_name=_("conversation card"),
        on_delete=models.CASCADE,
        related_name="goals",
    )
    goal = models.OneToOneField(
        PlanGoal, verbose_name=_("goal"), on_delete=models.CASCADE, related_name="from_card"
    )
    side = EncryptedTextField(_("side of life"))

    objects: ClassVar[ScopedManager["CardGoal"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("goal from a card")

    def __str__(self) -> str:
        return str(self.uuid)


class Otherwise(models.TextChoices):
    """Where somebody would otherwise have gone."""

    GP = "gp", _("to the general practice")
    MUNICIPALITY = "municipality", _("to the municipality")
    CARE = "care", _("to home care")
    FAMILY = "family", _("to family or friends")
    PAID = "paid", _("paid for it")
    NOWHERE = "nowhere", _("nowhere")


class OtherwiseSaid(PlanRow):
    """That this was answered for a closed plan. Not what: that is only counted."""

    objects: ClassVar[ScopedManager["OtherwiseSaid"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("end of a plan answered")
        constraints = [
            models.UniqueConstraint(fields=["plan"], name="end_of_a_plan_answered_once"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class OtherwiseCount(NetworkRow):
    """How often each answer was given in a network. Hangs on nobody and on no plan."""

    where = models.CharField(_("where to"), max_length=20, choices=Otherwise.choices)
    times = models.PositiveIntegerField(_("how often"), default=0)

    objects: ClassVar[ScopedManager["OtherwiseCount"]] = ScopedManager()

    class Meta:
        verbose_name = _("where people would otherwise have gone")
        constraints = [
            models.UniqueConstraint(fields=["network", "where"], name="otherwise_once_a_network"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)
