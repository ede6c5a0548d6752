"""A complaint about a helper, a professional or the platform, for a named independent person."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.mutual_aid.models.neighbour import ReachedBy
from wijknetwerk.networks.rows import NetworkRow


class ComplaintState(models.TextChoices):
    """Where a complaint stands."""

    RECEIVED = "received", _("received")
    LOOKING = "looking", _("being looked at")
    ANSWERED = "answered", _("answered")
    WITHDRAWN = "withdrawn", _("taken back")


class ComplaintAct(models.TextChoices):
    """What is done with it."""

    LOOK_INTO = "look_into", _("began to look at it")
    ANSWER = "answer", _("answered")
    WITHDRAW = "withdraw", _("took it back")


COMPLAINT_NEXT: dict[ComplaintState, dict[ComplaintAct, ComplaintState]] = {
    ComplaintState.RECEIVED: {
        ComplaintAct.LOOK_INTO: ComplaintState.LOOKING,
        ComplaintAct.ANSWER: ComplaintState.ANSWERED,
        ComplaintAct.WITHDRAW: ComplaintState.WITHDRAWN,
    },
    ComplaintState.LOOKING: {
        ComplaintAct.ANSWER: ComplaintState.ANSWERED,
        ComplaintAct.WITHDRAW: ComplaintState.WITHDRAWN,
    },
    ComplaintState.ANSWERED: {},
    ComplaintState.WITHDRAWN: {},
}
OPEN_COMPLAINTS = (ComplaintState.RECEIVED, ComplaintState.LOOKING)


def complaint_after(state: str, act: ComplaintAct) -> ComplaintState | None:
    """The state that this act leads to, or None where it can't be done."""
    return COMPLAINT_NEXT[ComplaintState(state)].get(act)


class Against(models.TextChoices):
    """What a complaint is about."""

    HELPER = "helper", _("a volunteer or neighbour who helps")
    PROFESSIONAL = "professional", _("a professional or the desk")
    PLATFORM = "platform", _("this website or the network itself")


class CameBy(models.TextChoices):
    """How it came in."""

    ONLINE = "online", _("on this website")
    PHONE = "phone", _("by phone")
    PAPER = "paper", _("on paper")


class Complaint(NetworkRow):
    """The complaint and its answer. The independent person stands with it as named on that day, so
    that naming another one opens nothing."""

    state = models.CharField(
        _("state"), max_length=10, choices=ComplaintState.choices, default=ComplaintState.RECEIVED
    )
    against = models.CharField(_("about"), max_length=20, choices=Against.choices)
    about = EncryptedTextField(_("about whom"), blank=True)
    words = EncryptedTextField(_("what happened"))
    wish = EncryptedTextField(_("what would help"), blank=True)
    came_by = models.CharField(_("how it came in"), max_length=10, choices=CameBy.choices)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who complains"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    name = EncryptedTextField(_("their name"), blank=True)
    phone = EncryptedTextField(_("their number"), blank=True)
    email = EncryptedTextField(_("their e-mail address"), blank=True)
    address = EncryptedTextField(_("their address"), blank=True)
    reached_by = models.CharField(
        _("how to be reached"), max_length=10, choices=ReachedBy.choices, default=ReachedBy.MAIL
    )
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    to_name = models.CharField(_("independent person"), max_length=120)
    to_phone = models.CharField(_("their number"), max_length=20, blank=True)
    to_email = models.EmailField(_("their e-mail address"))
    received_at = models.DateTimeField(_("received"))
    answer_by = models.DateField(_("answer by"))
    looked_at = models.DateTimeField(_("began to look at it"), null=True, blank=True)
    answer = EncryptedTextField(_("answer"), blank=True)
    closed_at = models.DateTimeField(_("answered or taken back"), null=True, blank=True)
    reminded = models.PositiveSmallIntegerField(_("times reminded"), default=0)

    objects: ClassVar[ScopedManager["Complaint"]] = ScopedManager()

    class Meta:
        verbose_name = _("complaint")
        constraints = [
            models.CheckConstraint(
                name="complaint_is_closed_or_not",
                condition=Q(state__in=["answered", "withdrawn"], closed_at__isnull=False)
                | Q(state__in=["received", "looking"], closed_at=None),
            ),
        ]
        indexes = [models.Index(fields=["network", "state"], name="complaint_by_network")]

    def __str__(self) -> str:
        return str(self.uuid)
