"""Teams and groups: who is in them, the fixed connector of each discipline, lines to colleagues.

Nothing is deleted: places, connectors and lines end, so that a team's history can be read.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.models.base import NetworkRow, Period, period_constraint


class TeamStatus(models.TextChoices):
    """How a team is doing, as it says itself."""

    FORMING = "being_formed", _("being formed")
    WORKS = "works", _("works")
    PAUSED = "paused", _("paused")
    ENDED = "ended", _("ended")


class OpenTo(models.TextChoices):
    """Whether residents and volunteers, who take part for themselves, can be in the team."""

    YES = "yes", _("yes")
    INVITED = "by_invitation", _("when the team asks them")
    NO = "no", _("no, only people who work for a party")


class Represents(models.TextChoices):
    """For whom somebody speaks in a team."""

    SELF = "self", _("themselves")
    ORGANISATION = "organisation", _("the people of their organisation")
    PROFESSION = "profession", _("their profession in this neighbourhood")


class Often(models.TextChoices):
    """How often somebody takes things back to colleagues."""

    WEEKLY = "weekly", _("every week")
    TWO_WEEKLY = "two_weekly", _("every two weeks")
    MONTHLY = "monthly", _("every month")
    QUARTERLY = "quarterly", _("every three months")
    AS_NEEDED = "as_needed", _("when there is something to tell")


class Team(NetworkRow, Period):
    """People who meet in a fixed group for a purpose. Its period is from its making to its end."""

    name = models.CharField(_("name"), max_length=80)
    kind = models.CharField(_("kind"), max_length=30)
    purpose = models.CharField(_("what for"), max_length=300, blank=True)
    status = models.CharField(
        _("how it is doing"),
        max_length=20,
        choices=TeamStatus.choices,
        default=TeamStatus.FORMING,
    )
    fixed_from = models.DateField(_("same people from"), null=True, blank=True)
    fixed_until = models.DateField(_("same people until"), null=True, blank=True)
    changes_agreed = models.CharField(_("agreed on changes"), max_length=300, blank=True)
    hours = models.CharField(_("who gives the time"), max_length=300, blank=True)
    hours_a_month = models.DecimalField(
        _("hours a month"), max_digits=5, decimal_places=1, null=True, blank=True
    )
    open_to_residents = models.CharField(
        _("open to residents"), max_length=20, choices=OpenTo.choices, default=OpenTo.YES
    )
    joins_freely = models.BooleanField(_("members join without asking"), default=False)
    meets = models.CharField(_("when and where"), max_length=300, blank=True)
    wanted = models.JSONField(
        _("disciplines that need a connector"),
        default=list,
        blank=True,
        help_text="Codes of disciplines; one without a connector is a vacancy that all see.",
    )
    ended_reason = models.CharField(_("why it ended"), max_length=300, blank=True)
    brought = models.CharField(_("what it brought"), max_length=1000, blank=True)

    objects: ClassVar[ScopedManager["Team"]] = ScopedManager()

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        constraints = [
            period_constraint("team_period_is_forward"),
            models.CheckConstraint(
                name="team_that_ended_has_a_last_day",
                condition=Q(status="ended", until_on__isnull=False)
                | (~Q(status="ended") & Q(until_on=None)),
            ),
        ]
        indexes = [models.Index(fields=["network", "until_on"], name="team_by_network")]

    def __str__(self) -> str:
        return self.name

    @property
    def over(self) -> bool:
        """Whether the team has ended."""
        return self.status == TeamStatus.ENDED


class TeamMember(NetworkRow, Period):
    """A member's place in a team. Who leads it begins a new period, so that history stays."""

    team = models.ForeignKey(
        Team, verbose_name=_("team"), on_delete=models.PROTECT, related_name="places"
    )
    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("member"),
        on_delete=models.PROTECT,
        related_name="team_places",
    )
    is_lead = models.BooleanField(_("arranges and chairs"), default=False)
    represents = models.CharField(
        _("speaks for"), max_length=20, choices=Represents.choices, default=Represents.SELF
    )

    objects: ClassVar[ScopedManager["TeamMember"]] = ScopedManager()

    class Meta:
        verbose_name = _("place in a team")
        constraints = [
            period_constraint("team_place_period_is_forward"),
            models.UniqueConstraint(
                fields=["team", "membership"],
                condition=Q(until_on=None),
                name="member_is_in_team_once",
            ),
        ]
        indexes = [
            models.Index(fields=["network", "until_on"], name="team_place_by_network"),
            models.Index(fields=["membership", "until_on"], name="team_place_by_member"),
        ]

    def __str__(self) -> str:
        return f"{self.membership_id} in {self.team_id}"


class Connector(NetworkRow, Period):
    """The fixed person of one discipline in a team: at most one at a time."""

    team = models.ForeignKey(
        Team, verbose_name=_("team"), on_delete=models.PROTECT, related_name="connectors"
    )
    discipline = models.CharField(_("discipline"), max_length=40)
    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("connector"),
        on_delete=models.PROTECT,
        related_name="connectorships",
    )
    substitute = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("substitute"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    phone_shown = models.BooleanField(_("number for members"), default=False)
    phone = models.CharField(
        _("number for this task"),
        max_length=20,
        blank=True,
        help_text="Empty: the number of the account. Only kept while phone_shown.",
    )

    objects: ClassVar[ScopedManager["Connector"]] = ScopedManager()

    class Meta:
        verbose_name = _("connector")
        verbose_name_plural = _("connectors")
        constraints = [
            period_constraint("connector_period_is_forward"),
            models.UniqueConstraint(
                fields=["team", "discipline"],
                condition=Q(until_on=None),
                name="discipline_has_one_connector",
            ),
            models.CheckConstraint(
                name="connector_number_only_when_shown",
                condition=Q(phone_shown=True) | Q(phone=""),
            ),
        ]
        indexes = [
            models.Index(fields=["network", "until_on"], name="connector_by_network"),
            models.Index(fields=["membership", "until_on"], name="connector_by_member"),
        ]

    def __str__(self) -> str:
        return f"{self.discipline} {self.team_id}"


class TeamLine(NetworkRow, Period):
    """What somebody takes back from the team: to whom, how, how often, when last looked at."""

    team = models.ForeignKey(
        Team, verbose_name=_("team"), on_delete=models.PROTECT, related_name="lines"
    )
    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("member"),
        on_delete=models.PROTECT,
        related_name="team_lines",
    )
    to_whom = models.CharField(_("to which colleagues or meeting"), max_length=120)
    how = models.CharField(_("how"), max_length=200)
    often = models.CharField(_("how often"), max_length=20, choices=Often.choices)
    checked_on = models.DateField(_("last looked at"))

    objects: ClassVar[ScopedManager["TeamLine"]] = ScopedManager()

    class Meta:
        verbose_name = _("line to colleagues")
        constraints = [
            period_constraint("team_line_period_is_forward"),
            models.UniqueConstraint(
                fields=["team", "membership"],
                condition=Q(until_on=None),
                name="member_has_one_line_in_team",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership_id} {self.to_whom}"


class AskKind(models.TextChoices):
    """What is asked in a team."""

    JOIN = "join", _("to join a team")
    CONNECTOR = "connector", _("to be connector")


class AskState(models.TextChoices):
    """How a question was answered."""

    ASKED = "asked", _("asked")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")


class TeamAsk(NetworkRow):
    """A question that waits for somebody's yes: may I join, will you be connector."""

    team = models.ForeignKey(
        Team, verbose_name=_("team"), on_delete=models.PROTECT, related_name="asks"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=AskKind.choices)
    discipline = models.CharField(_("discipline"), max_length=40, blank=True)
    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("for whom"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    asked_by = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("asked by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    words = models.CharField(_("own words"), max_length=300, blank=True)
    state = models.CharField(
        _("answer"), max_length=10, choices=AskState.choices, default=AskState.ASKED
    )
    asked_at = models.DateTimeField(_("asked"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects: ClassVar[ScopedManager["TeamAsk"]] = ScopedManager()

    class Meta:
        verbose_name = _("question in a team")
        constraints = [
            models.UniqueConstraint(
                fields=["team", "membership", "kind", "discipline"],
                condition=Q(state="asked"),
                name="team_ask_waits_once",
            ),
            models.CheckConstraint(
                name="connector_ask_names_discipline",
                condition=Q(kind="join", discipline="") | (Q(kind="connector") & ~Q(discipline="")),
            ),
        ]
        indexes = [models.Index(fields=["network", "state"], name="team_ask_by_network")]

    def __str__(self) -> str:
        return f"{self.kind} {self.team_id}"
