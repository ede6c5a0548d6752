"""Doorgeleiding: a need that is handed to somebody of a party in the circle. It opens by the
resident's yes, to that one thing, and shuts when it is done or goes no further."""

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
from wijknetwerk.privacy.purposes import Ground


class ReferralState(models.TextChoices):
    """How a referral stands."""

    PROPOSED = "proposed", _("waits for the resident's yes")
    ASKED = "asked", _("asked")
    ACCEPTED = "accepted", _("taken up")
    REFUSED = "refused", _("not taken up")
    DONE = "done", _("done")
    STOPPED = "stopped", _("went no further")


class ReferralAct(models.TextChoices):
    """What is done with a referral."""

    YES = "yes", _("the resident said yes")
    STOP = "stop", _("stopped by the resident")
    ACCEPT = "accept", _("taken up")
    REFUSE = "refuse", _("not taken up")
    FINISH = "finish", _("done")


NEXT_REFERRAL: dict[ReferralState, dict[ReferralAct, ReferralState]] = {
    ReferralState.PROPOSED: {
        ReferralAct.YES: ReferralState.ASKED,
        ReferralAct.STOP: ReferralState.STOPPED,
    },
    ReferralState.ASKED: {
        ReferralAct.ACCEPT: ReferralState.ACCEPTED,
        ReferralAct.REFUSE: ReferralState.REFUSED,
        ReferralAct.STOP: ReferralState.STOPPED,
    },
    ReferralState.ACCEPTED: {
        ReferralAct.FINISH: ReferralState.DONE,
        ReferralAct.REFUSE: ReferralState.REFUSED,
        ReferralAct.STOP: ReferralState.STOPPED,
    },
    ReferralState.REFUSED: {},
    ReferralState.DONE: {},
    ReferralState.STOPPED: {},
}
RUNNING = (ReferralState.ASKED, ReferralState.ACCEPTED)


def referral_after(state: str, act: ReferralAct) -> ReferralState | None:
    """The state that this act leads to, or None where it can't be done."""
    return NEXT_REFERRAL[ReferralState(state)].get(act)


class Referral(PlanRow):
    """One need, in words that the resident reads first, handed to one person of a party."""

    THING: ClassVar[str] = "referral"

    what = EncryptedTextField(_("what is asked"))
    money = models.BooleanField(_("about money"), default=False)
    place = models.ForeignKey(
        CircleMember,
        verbose_name=_("to whom"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.CharField(
        _("state"), max_length=10, choices=ReferralState.choices, default=ReferralState.PROPOSED
    )
    ground = models.CharField(
        _("on what it rests"), max_length=30, choices=Ground.choices, default=Ground.CONSENT
    )
    task = EncryptedTextField(_("task and article of the law"), blank=True)
    asked_on = models.DateField(_("asked on"), null=True, blank=True)
    ended_on = models.DateField(_("over since"), null=True, blank=True)
    answer = EncryptedTextField(_("the reason, or what came of it"), blank=True)
    consent = models.UUIDField(_("the yes that opened it"), null=True, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["Referral"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("referral")
        constraints = [
            models.CheckConstraint(
                name="referral_that_is_over_opens_nothing",
                condition=Q(state__in=["asked", "accepted"])
                | Q(state="proposed", consent=None)
                | Q(consent=None, ended_on__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["plan", "state"], name="referral_of_plan")]

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def part(self) -> Part:
        """The part of the plan that it is in."""
        return part_of(Part.NEEDS, money=self.money)
