"""Rounds of dots: what weighs most, for residents and for professionals, side by side (rule W4).

No ballot is stored. A vote adds to the counts of its group and is gone; who voted stands in a row
without a time and without an order (decision 0017). Closing keeps what may be shown, and deletes
the counts.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow, Period


class VoterGroup(models.TextChoices):
    """As whom somebody votes. They choose it themselves."""

    RESIDENT = "resident", _("residents and volunteers")
    PROFESSIONAL = "professional", _("professionals")
    OFFICIAL = "official", _("people of the municipality and managers")


class PriorityRound(NetworkRow, Period):
    """One question with options. Its period is the days on which people can vote."""

    question = models.CharField(_("question"), max_length=160)
    why = models.CharField(_("what happens with it"), max_length=300, blank=True)
    dots = models.PositiveSmallIntegerField(_("dots for each person"), default=3)
    most_on_one = models.PositiveSmallIntegerField(_("at most on one"), default=1)
    opened_by = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("arranged by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    result = models.JSONField(
        _("result"),
        null=True,
        blank=True,
        help_text="Only what may be shown; made once, at closing.",
    )

    objects: ClassVar[ScopedManager["PriorityRound"]] = ScopedManager()

    class Meta:
        verbose_name = _("round of dots")
        verbose_name_plural = _("rounds of dots")
        constraints = [
            models.CheckConstraint(
                name="dots_round_has_days", condition=Q(until_on__gt=F("from_on"))
            ),
            models.CheckConstraint(
                name="dots_are_few",
                condition=Q(dots__gte=1, dots__lte=10, most_on_one__gte=1)
                & Q(most_on_one__lte=F("dots")),
            ),
            models.CheckConstraint(
                name="dots_round_closed_with_result",
                condition=Q(closed_on=None, result=None)
                | Q(closed_on__isnull=False, result__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["network", "until_on"], name="dots_round_by_network")]

    def __str__(self) -> str:
        return self.question

    @property
    def closed(self) -> bool:
        """Whether nobody votes any more and the result is there."""
        return self.closed_on is not None


class RoundOption(NetworkRow):
    """Something one can put dots on: a theme, or words of its own."""

    round = models.ForeignKey(
        PriorityRound, verbose_name=_("round"), on_delete=models.CASCADE, related_name="options"
    )
    place = models.PositiveSmallIntegerField(_("place"))
    text = models.CharField(_("text"), max_length=120)
    theme = models.ForeignKey(
        "voices.Theme",
        verbose_name=_("theme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["RoundOption"]] = ScopedManager()

    class Meta:
        verbose_name = _("option")
        ordering = ("place",)
        constraints = [
            models.UniqueConstraint(fields=["round", "place"], name="option_has_own_place")
        ]

    def __str__(self) -> str:
        return self.text


class VoteWay(models.TextChoices):
    """By which way votes came in: each is counted apart, because it decides what may show."""

    SCREEN = "screen", _("on the screen")
    LINK = "link", _("with a link or on a telephone")
    BALLOT = "ballot", _("on a ballot, typed over")
    SHEET = "sheet", _("on the sheet on the wall")


class RoundCount(NetworkRow):
    """What was counted of one group by one way: its people, or with an option the dots on it.

    `by` is who could have made it up: who typed it over, or printed the ballot of a link.
    """

    round = models.ForeignKey(
        PriorityRound, verbose_name=_("round"), on_delete=models.CASCADE, related_name="counts"
    )
    group = models.CharField(_("group"), max_length=20, choices=VoterGroup.choices)
    way = models.CharField(_("way"), max_length=10, choices=VoteWay.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("typed over or printed by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    option = models.ForeignKey(
        RoundOption,
        verbose_name=_("option"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    people = models.PositiveIntegerField(
        _("people"), default=0, help_text="With an option: at least so many put a dot on it."
    )
    dots = models.PositiveIntegerField(_("dots"), default=0)

    objects: ClassVar[ScopedManager["RoundCount"]] = ScopedManager()

    class Meta:
        verbose_name = _("count of a round")
        constraints = [
            models.UniqueConstraint(
                fields=["round", "group"],
                condition=Q(option=None, by=None),
                name="group_is_counted_once",
            ),
            models.UniqueConstraint(
                fields=["option", "group"],
                condition=Q(option__isnull=False, by=None),
                name="option_is_counted_once_a_group",
            ),
            models.UniqueConstraint(
                fields=["round", "group", "way", "by"],
                condition=Q(option=None, by__isnull=False),
                name="group_is_counted_once_a_source",
            ),
            models.UniqueConstraint(
                fields=["option", "group", "way", "by"],
                condition=Q(option__isnull=False, by__isnull=False),
                name="option_is_counted_once_a_source",
            ),
            models.CheckConstraint(
                name="votes_on_the_screen_are_nobodys",
                condition=Q(way="screen", by=None) | (~Q(way="screen") & Q(by__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.round_id}"


class RoundVoter(NetworkRow):
    """Who voted on the screen, so that nobody does it twice. Not what, not when, in no order."""

    created_at = None  # type: ignore[assignment]
    round = models.ForeignKey(
        PriorityRound, verbose_name=_("round"), on_delete=models.CASCADE, related_name="+"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["RoundVoter"]] = ScopedManager()

    class Meta:
        verbose_name = _("person who voted")
        constraints = [
            models.UniqueConstraint(fields=["round", "person"], name="person_votes_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.round_id}"


class RoundBallot(NetworkRow):
    """A ballot on paper, or a link: whoever holds it votes once. Its code stands in core's
    tokens."""

    round = models.ForeignKey(
        PriorityRound, verbose_name=_("round"), on_delete=models.CASCADE, related_name="ballots"
    )
    used = models.BooleanField(_("counted"), default=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("printed by"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["RoundBallot"]] = ScopedManager()

    class Meta:
        verbose_name = _("ballot")

    def __str__(self) -> str:
        return f"{self.round_id} {self.used}"
