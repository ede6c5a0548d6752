"""Expectations and roles said aloud, and what a network or team is for and what not."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.models.base import NetworkRow
from wijknetwerk.networks.models.versions import Version, versions_of


class ExpectationRound(NetworkRow):
    """Members of a network, or of one team, say what they bring and expect. Twice a year."""

    team = models.ForeignKey(
        "networks.Team",
        verbose_name=_("team"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="expectation_rounds",
        help_text="Empty: all members of the network.",
    )
    opened_on = models.DateField(_("opened"))
    closes_on = models.DateField(_("open until"))
    next_on = models.DateField(_("next round"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("opened by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    reminded_on = models.DateField(_("reminded"), null=True, blank=True)
    closed_on = models.DateField(_("closed"), null=True, blank=True)

    objects: ClassVar[ScopedManager["ExpectationRound"]] = ScopedManager()

    class Meta:
        verbose_name = _("round of expectations")
        constraints = [
            models.UniqueConstraint(
                fields=["network"],
                condition=Q(closed_on=None, team=None),
                name="network_has_one_open_round",
            ),
            models.UniqueConstraint(
                fields=["team"],
                condition=Q(closed_on=None, team__isnull=False),
                name="team_has_one_open_round",
            ),
            models.CheckConstraint(
                name="round_days_are_in_order",
                condition=Q(closes_on__gt=F("opened_on")) & Q(next_on__gte=F("closes_on")),
            ),
        ]
        indexes = [models.Index(fields=["network", "opened_on"], name="round_by_network")]

    def __str__(self) -> str:
        return f"{self.network_id} {self.opened_on}"

    @property
    def is_open(self) -> bool:
        """Whether members can still give or change their words."""
        return self.closed_on is None


class Expectation(NetworkRow, Version):
    """What one member brings and expects, in two sentences each, and their role in one line."""

    round = models.ForeignKey(
        ExpectationRound,
        verbose_name=_("round"),
        on_delete=models.PROTECT,
        related_name="expectations",
    )
    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("member"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    brings = models.CharField(_("what I bring"), max_length=300, blank=True)
    expects = models.CharField(_("what I expect"), max_length=300, blank=True)
    role = models.CharField(_("my role in one line"), max_length=120, blank=True)
    noted = models.BooleanField(
        _("noted for the member"),
        default=False,
        help_text="Somebody else wrote it down; `written_by` says who.",
    )

    objects: ClassVar[ScopedManager["Expectation"]] = ScopedManager()

    class Meta:
        verbose_name = _("expectation")
        constraints = versions_of("expectation", "round", "membership")

    def __str__(self) -> str:
        return f"{self.membership_id} {self.number}"


class Remit(NetworkRow, Version):
    """What a network or team is for, and what not, with who is then."""

    team = models.ForeignKey(
        "networks.Team",
        verbose_name=_("team"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="remits",
        help_text="Empty: of the network itself.",
    )
    ours = models.JSONField(_("what we are for"), default=list, blank=True)
    others = models.JSONField(
        _("what we are not for"),
        default=list,
        blank=True,
        help_text="Each with 'text' and 'who': who is for it then.",
    )
    shown_publicly = models.BooleanField(_("on the public page"), default=False)

    objects: ClassVar[ScopedManager["Remit"]] = ScopedManager()

    class Meta:
        verbose_name = _("what we are for")
        constraints = [
            models.UniqueConstraint(
                fields=["network"],
                condition=Q(superseded_at=None, team=None),
                name="network_has_one_remit",
            ),
            models.UniqueConstraint(
                fields=["network", "number"],
                condition=Q(team=None),
                name="network_remit_version_is_unique",
            ),
            models.UniqueConstraint(
                fields=["team", "number"],
                condition=Q(team__isnull=False),
                name="team_remit_version_is_unique",
            ),
            models.UniqueConstraint(
                fields=["team"],
                condition=Q(superseded_at=None, team__isnull=False),
                name="team_has_one_remit",
            ),
            models.CheckConstraint(
                name="only_a_network_shows_its_remit",
                condition=Q(shown_publicly=False) | Q(team=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.network_id} {self.number}"
