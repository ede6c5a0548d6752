"""An asker and a helper who come together, from the first thought until it ended."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.mutual_aid.models.neighbour import ReachedBy
from wijknetwerk.mutual_aid.models.offer import HelpOffer
from wijknetwerk.mutual_aid.models.request import HelpRequest
from wijknetwerk.mutual_aid.models.states import OPEN_MATCHES, MatchAct, MatchState
from wijknetwerk.networks.rows import NetworkRow

_TOGETHER = ["agreed", "running"]


class EndedHow(models.TextChoices):
    """How it ended, for the figures; the own words stand beside it."""

    DONE = "done", _("it was done")
    NOT_NEEDED = "not_needed", _("it isn't needed any more")
    OTHER_HELP = "other_help", _("there is other help now")
    STOPPED = "stopped", _("stopped")
    MOVED = "moved", _("moved house, ill or passed away")


class Match(NetworkRow):
    """One request with one offer. `states.NEXT` says what may follow what.

    `slot` is the place of the offer that it takes while both are together: no two of one offer have
    the same (rule H2). `told` is what the asker had approved when the helper was asked (rule H1).
    `lapse_on` is the day on which a question that nobody answered goes no further.
    """

    request = models.ForeignKey(
        HelpRequest, verbose_name=_("request"), on_delete=models.PROTECT, related_name="matches"
    )
    offer = models.ForeignKey(
        HelpOffer, verbose_name=_("offer"), on_delete=models.PROTECT, related_name="matches"
    )
    state = models.CharField(
        _("state"), max_length=10, choices=MatchState.choices, default=MatchState.SUGGESTED
    )
    slot = models.PositiveSmallIntegerField(_("place of the offer"), null=True, blank=True)
    rank = models.PositiveSmallIntegerField(_("which comes first"), default=0)
    reasons = models.JSONField(_("why, and what speaks against it"), default=list, blank=True)
    by_hand = models.BooleanField(_("somebody thought of it"), default=False)
    why = EncryptedTextField(_("why this helper all the same"), blank=True)
    told = EncryptedTextField(_("what the helper was told"), blank=True)
    asked_at = models.DateTimeField(_("the helper was asked"), null=True, blank=True)
    asked_how = models.CharField(_("how"), max_length=10, choices=ReachedBy.choices, blank=True)
    lapse_on = models.DateField(_("goes no further on"), null=True, blank=True)
    willing_at = models.DateTimeField(_("the helper said yes"), null=True, blank=True)
    agreed_at = models.DateTimeField(_("both said yes"), null=True, blank=True)
    meet_on = models.DateField(_("first meeting"), null=True, blank=True)
    meet_with = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who comes along the first time"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    began_on = models.DateField(_("running since"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    ended_how = models.CharField(_("how"), max_length=20, choices=EndedHow.choices, blank=True)
    end_told_at = models.DateTimeField(
        _("who had to hear of the end heard it"), null=True, blank=True
    )
    outcome = EncryptedTextField(_("how it went, in own words"), blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    objects: ClassVar[ScopedManager["Match"]] = ScopedManager()

    class Meta:
        verbose_name = _("asker and helper")
        constraints = [
            models.UniqueConstraint(
                fields=["offer", "slot"],
                condition=Q(state__in=_TOGETHER),
                name="place_of_an_offer_is_taken_once",
            ),
            models.UniqueConstraint(
                fields=["request", "offer"],
                condition=Q(state__in=[state.value for state in OPEN_MATCHES]),
                name="request_and_offer_are_open_once",
            ),
            models.CheckConstraint(
                name="together_has_a_place",
                condition=Q(state__in=_TOGETHER, slot__isnull=False, agreed_at__isnull=False)
                | (~Q(state__in=_TOGETHER) & Q(slot=None)),
            ),
            models.CheckConstraint(
                name="asked_match_says_when",
                condition=~Q(state__in=["asked", "willing"])
                | Q(asked_at__isnull=False, lapse_on__isnull=False),
            ),
            models.CheckConstraint(
                name="ended_match_has_its_day",
                condition=Q(state="ended", ended_on__isnull=False)
                | (~Q(state="ended") & Q(ended_on=None)),
            ),
        ]
        indexes = [
            models.Index(fields=["network", "state", "lapse_on"], name="match_by_state"),
            models.Index(fields=["request", "rank"], name="match_by_request"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class MatchStep(NetworkRow):
    """One thing that happened: which act, when, at whose hand; never a reason."""

    match = models.ForeignKey(
        Match, verbose_name=_("asker and helper"), on_delete=models.CASCADE, related_name="steps"
    )
    act = models.CharField(_("act"), max_length=12, choices=MatchAct.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    how = models.CharField(_("how"), max_length=10, choices=ReachedBy.choices, blank=True)
    at = models.DateTimeField(_("when"))

    objects: ClassVar[ScopedManager["MatchStep"]] = ScopedManager()

    class Meta:
        verbose_name = _("what happened between asker and helper")
        indexes = [models.Index(fields=["match", "at"], name="match_step_by_match")]

    def __str__(self) -> str:
        return f"{self.act} {self.match_id}"
