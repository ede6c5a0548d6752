"""What somebody offers to do."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.mutual_aid.models.neighbour import Neighbour
from wijknetwerk.mutual_aid.models.request import PARTS_OF_THE_WEEK, Rhythm, Via
from wijknetwerk.mutual_aid.models.states import OfferState
from wijknetwerk.networks.rows import NetworkRow

MOST_AT_ONCE = 9


class HelpOffer(NetworkRow):
    """What a helper would like to do: how far, how often, for how many at once (rule H2), what not.

    `can` holds the wishes of askers that are no problem ('dog'); `reach_m` is None for the whole
    neighbourhood. A pause lies in the offer as a period and needs nobody to end it.
    """

    helper = models.ForeignKey(
        Neighbour, verbose_name=_("who helps"), on_delete=models.PROTECT, related_name="offers"
    )
    kinds = models.JSONField(_("kinds of help"), default=list)
    words = EncryptedTextField(_("own words"), blank=True)
    not_words = EncryptedTextField(_("what not"), blank=True)
    parts = models.PositiveIntegerField(_("parts of the week"), default=0)
    rhythm = models.CharField(
        _("how often"), max_length=20, choices=Rhythm.choices, default=Rhythm.NOW_AND_THEN
    )
    reach_m = models.PositiveIntegerField(_("how far, in metres"), null=True, blank=True)
    room = models.PositiveSmallIntegerField(
        _("for how many people at once"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_AT_ONCE)],
    )
    can = models.JSONField(_("is no problem"), default=list, blank=True)
    from_on = models.DateField(_("from"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)
    paused_from = models.DateField(_("pauses from"), null=True, blank=True)
    paused_until = models.DateField(_("pauses until"), null=True, blank=True)
    via = models.CharField(_("how it came in"), max_length=20, choices=Via.choices)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    noted_at = models.DateTimeField(_("noted"))
    state = models.CharField(
        _("state"), max_length=10, choices=OfferState.choices, default=OfferState.OPEN
    )
    last_asked_at = models.DateTimeField(_("last asked"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    objects: ClassVar[ScopedManager["HelpOffer"]] = ScopedManager()

    class Meta:
        verbose_name = _("offer of help")
        constraints = [
            models.CheckConstraint(
                name="offer_room_is_1_to_9", condition=Q(room__gte=1, room__lte=MOST_AT_ONCE)
            ),
            models.CheckConstraint(
                name="offer_parts_fit_a_week", condition=Q(parts__lt=1 << PARTS_OF_THE_WEEK)
            ),
            models.CheckConstraint(
                name="offer_pause_is_forward",
                condition=Q(paused_from=None, paused_until=None)
                | Q(paused_from__isnull=False, paused_until=None)
                | Q(paused_until__gt=F("paused_from")),
            ),
            models.CheckConstraint(
                name="offer_ended_has_its_day",
                condition=Q(state="ended", ended_on__isnull=False)
                | (~Q(state="ended") & Q(ended_on=None)),
            ),
        ]
        indexes = [
            models.Index(fields=["network", "state"], name="offer_by_state"),
            models.Index(fields=["helper"], name="offer_by_helper"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)
