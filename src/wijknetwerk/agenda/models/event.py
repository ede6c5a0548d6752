"""What is on the agenda: one event, and the series that it may be one of."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.agenda.models.place import Place
from wijknetwerk.core import clock
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow, Period


class Kind(models.TextChoices):
    """What people come for."""

    GATHERING = "gathering", _("gathering")
    WALK_IN = "walk_in", _("walk-in")
    ACTIVITY = "activity", _("activity")
    DESK = "desk", _("desk hours")
    LEARNING = "learning", _("learning meeting")


class Rhythm(models.TextChoices):
    """How often a series comes back, counted from its first day."""

    WEEKLY = "weekly", _("every week")
    TWO_WEEKLY = "two_weekly", _("every two weeks")
    MONTHLY = "monthly", _("every month, on the same weekday")
    MONTHLY_LAST = "monthly_last", _("every month, on the last such weekday")

    @property
    def short(self) -> str:
        """In two or three words."""
        return str(_("every month") if self.value.startswith("monthly") else self.label)


class Happening(models.Model):
    """What is said about an event, and about all of a series."""

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    title = models.CharField(_("what is it called"), max_length=100)
    about = models.TextField(_("what people can expect"), max_length=2000, blank=True)
    place = models.ForeignKey(
        Place,
        verbose_name=_("place"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    elsewhere = models.CharField(_("somewhere else"), max_length=160, blank=True)
    part_of = models.CharField(_("part of"), max_length=120, blank=True)
    costs = models.CharField(_("what it costs"), max_length=80, blank=True)
    phone = models.CharField(_("whom to call"), max_length=20, blank=True)
    is_public = models.BooleanField(_("everybody may come"), default=False)
    takes_sign_ups = models.BooleanField(_("one says beforehand that one comes"), default=False)
    room = models.PositiveSmallIntegerField(_("for how many people"), null=True, blank=True)
    organiser = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who sees to it"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        abstract = True


class Activity(NetworkRow, Period, Happening):
    """A series: the same again and again, from a day until a day. Its dates are events."""

    rhythm = models.CharField(_("how often"), max_length=12, choices=Rhythm.choices)
    starts = models.TimeField(_("begins at"))
    ends = models.TimeField(_("ends at"))

    objects: ClassVar[ScopedManager["Activity"]] = ScopedManager()

    class Meta:
        verbose_name = _("activity that comes back")
        constraints = [
            models.CheckConstraint(
                name="activity_period_is_forward",
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
            ),
            models.CheckConstraint(
                name="activity_ends_after_it_begins", condition=Q(ends__gt=F("starts"))
            ),
        ]
        indexes = [models.Index(fields=["network", "until_on"], name="activity_by_network")]

    def __str__(self) -> str:
        return self.title


class Event(NetworkRow, Happening):
    """One time that people come together: by itself, or one date of a series.

    `planned_on` is the date that the rhythm of its series gave it; `by_hand` says that this date
    was changed, so that a change of the series leaves it alone.
    """

    activity = models.ForeignKey(
        Activity,
        verbose_name=_("series"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
    )
    planned_on = models.DateField(_("date in the series"), null=True, blank=True)
    by_hand = models.BooleanField(_("differs from its series"), default=False)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)
    cancelled_because = models.CharField(_("why it was cancelled"), max_length=200, blank=True)
    unnamed = models.PositiveSmallIntegerField(_("people without a name"), default=0)
    counted_at = models.DateTimeField(_("who came was filled in"), null=True, blank=True)
    changed_at = models.DateTimeField(_("last changed"), default=clock.now)
    sequence = models.PositiveIntegerField(_("number of changes"), default=0)

    objects: ClassVar[ScopedManager["Event"]] = ScopedManager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.CheckConstraint(
                name="event_ends_after_it_begins", condition=Q(ends_at__gt=F("starts_at"))
            ),
            models.CheckConstraint(
                name="event_of_series_has_its_date",
                condition=Q(activity=None, planned_on=None)
                | Q(activity__isnull=False, planned_on__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["activity", "planned_on"], name="series_has_a_date_once"
            ),
        ]
        indexes = [models.Index(fields=["network", "starts_at"], name="event_by_network")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.ends_at <= clock.now()

    @property
    def is_cancelled(self) -> bool:
        """Whether it doesn't go on."""
        return self.cancelled_at is not None
