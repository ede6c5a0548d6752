"""Experiments: a question, what we try until when, and what we learned."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class Outcome(models.TextChoices):
    """What happens after an experiment. Stopping is a result too."""

    GO_ON = "go_on", _("we go on with it")
    CHANGE = "change", _("we try it differently")
    STOP = "stop", _("we stop, and know more")


class Experiment(NetworkRow):
    """Something tried for a while. Without an outcome it still runs, or waits for its lesson."""

    question = models.CharField(_("question"), max_length=200)
    tries = models.CharField(_("what we try"), max_length=600)
    with_whom = models.CharField(_("with whom"), max_length=300, blank=True)
    looks_at = models.CharField(_("what we look at"), max_length=400)
    begun_on = models.DateField(_("begun"))
    ends_on = models.DateField(_("until"))
    owner = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("owner"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    initiative = models.ForeignKey(
        "voices.Initiative",
        verbose_name=_("initiative"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="experiments",
    )
    follows = models.OneToOneField(
        "self",
        verbose_name=_("comes after"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="next",
    )
    outcome = models.CharField(
        _("and then"), max_length=10, choices=Outcome.choices, blank=True, default=""
    )
    lesson = models.CharField(_("what we learned"), max_length=1000, blank=True)
    closed_on = models.DateField(_("closed"), null=True, blank=True)

    objects: ClassVar[ScopedManager["Experiment"]] = ScopedManager()

    class Meta:
        verbose_name = _("experiment")
        verbose_name_plural = _("experiments")
        constraints = [
            models.CheckConstraint(
                name="experiment_has_days", condition=Q(ends_on__gt=F("begun_on"))
            ),
            models.CheckConstraint(
                name="experiment_that_is_over_has_lesson",
                condition=Q(outcome="", closed_on=None)
                | (~Q(outcome="") & ~Q(lesson="") & Q(closed_on__isnull=False)),
            ),
        ]
        indexes = [models.Index(fields=["network", "outcome"], name="experiment_by_network")]

    def __str__(self) -> str:
        return self.question
