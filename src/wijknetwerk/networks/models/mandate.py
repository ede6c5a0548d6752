"""Who may note down for whom, and the calls at the desk (decision 0013)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.models.base import NetworkRow, Period, period_constraint


class MandateAct(models.TextChoices):
    """What may be noted down for somebody. What is not here, no mandate covers."""

    CALLS = "calls", _("what you tell us")
    CONTACT = "contact", _("your phone number")
    CARD = "card", _("what gives you energy")


class SaidHow(models.TextChoices):
    """How somebody said that the desk may note down for them."""

    PHONE = "phone", _("spoken, by phone")
    IN_PERSON = "in_person", _("spoken, face to face")
    PAPER = "paper", _("on paper")
    REPRESENTATIVE = "representative", _("by who may decide for them")


class CallState(models.TextChoices):
    """Whether a call asks something yet."""

    OPEN = "open", _("call back")
    DONE = "done", _("done")


class Mandate(NetworkRow, Period):
    """The desk of this network may note down for one member, until a day at most a year away."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("for whom"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    membership = models.ForeignKey(
        "networks.Membership", verbose_name=_("member"), on_delete=models.PROTECT, related_name="+"
    )
    acts = models.JSONField(_("what may be noted"), default=list)
    ground = models.CharField(_("how it was said"), max_length=20, choices=SaidHow.choices)
    sentence = models.TextField(_("the sentence that was read aloud"))
    sentence_hash = models.CharField(max_length=64)
    language = models.CharField(_("language"), max_length=5)
    given_at = models.DateTimeField(_("given"))
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    ended_at = models.DateTimeField(_("ended"), null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ended by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["Mandate"]] = ScopedManager()

    class Meta:
        verbose_name = _("mandate")
        constraints = [
            period_constraint("mandate_period_is_forward"),
            models.CheckConstraint(name="mandate_has_an_end", condition=Q(until_on__isnull=False)),
            models.UniqueConstraint(
                fields=["network", "person"],
                condition=Q(ended_at=None),
                name="one_open_mandate_per_person",
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class DeskCall(NetworkRow):
    """One entry of the desk for somebody: own words of a caller, or one act done for them.

    A caller who takes part in nothing has no person and no membership, but a name and a number.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who called"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("member"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    caller_name = EncryptedTextField(_("name of who takes part in nothing"), blank=True)
    caller_phone = EncryptedTextField(_("number of who takes part in nothing"), blank=True)
    mandate = models.ForeignKey(
        Mandate,
        verbose_name=_("mandate"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    act = models.CharField(_("what was noted"), max_length=20)
    words = EncryptedTextField(_("own words"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=CallState.choices)
    call_back_on = models.DateField(_("call back on"), null=True)
    call_back_by = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who calls back"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty for an open call: the whole desk.",
    )
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    noted_at = models.DateTimeField(_("noted"))
    done_at = models.DateTimeField(_("done at"), null=True)

    objects: ClassVar[ScopedManager["DeskCall"]] = ScopedManager()

    class Meta:
        verbose_name = _("call at the desk")
        constraints = [
            models.CheckConstraint(
                name="call_of_a_member_or_of_nobody_here",
                condition=Q(person=None, membership=None)
                | Q(person__isnull=False, membership__isnull=False),
            ),
            models.CheckConstraint(
                name="open_call_has_a_day",
                condition=Q(state="done", done_at__isnull=False)
                | Q(state="open", call_back_on__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["network", "state", "call_back_on"], name="call_by_day"),
            models.Index(fields=["noted_by", "noted_at"], name="call_by_noter"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)
