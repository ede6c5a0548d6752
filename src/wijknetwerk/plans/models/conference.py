"""Overleg: about one plan, with the resident, at their home unless they choose otherwise. Who comes
is the resident's yes, person by person; nobody else sees anything of it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.plans.models.base import PlanRow
from wijknetwerk.plans.models.circle import CircleMember
from wijknetwerk.plans.models.conference_session import ConferenceSession
from wijknetwerk.plans.parts import Part, one, part_of


class ConferenceState(models.TextChoices):
    """How far it is."""

    PROPOSED = "proposed", _("waits for the resident's yes")
    PLANNED = "planned", _("the resident said yes")
    HELD = "held", _("was held")
    WRITTEN = "written", _("written down")
    SENT = "sent", _("went to the resident")
    CALLED_OFF = "called_off", _("does not go on")


class ConferenceAct(models.TextChoices):
    """What is done with a conference."""

    YES = "yes", _("the resident said yes")
    MOVE = "move", _("another time or place")
    HOLD = "hold", _("was held")
    WRITE = "write", _("written down")
    SEND = "send", _("went to the resident")
    CALL_OFF = "call_off", _("does not go on")


NEXT: dict[ConferenceState, dict[ConferenceAct, ConferenceState]] = {
    ConferenceState.PROPOSED: {
        ConferenceAct.YES: ConferenceState.PLANNED,
        ConferenceAct.CALL_OFF: ConferenceState.CALLED_OFF,
    },
    # Another time asks the resident's yes again.
    ConferenceState.PLANNED: {
        ConferenceAct.MOVE: ConferenceState.PROPOSED,
        ConferenceAct.HOLD: ConferenceState.HELD,
        ConferenceAct.CALL_OFF: ConferenceState.CALLED_OFF,
    },
    ConferenceState.HELD: {ConferenceAct.WRITE: ConferenceState.WRITTEN},
    # Until it went out, it can be written better.
    ConferenceState.WRITTEN: {
        ConferenceAct.WRITE: ConferenceState.WRITTEN,
        ConferenceAct.SEND: ConferenceState.SENT,
    },
    ConferenceState.SENT: {},
    ConferenceState.CALLED_OFF: {},
}


def conference_after(state: str, act: ConferenceAct) -> ConferenceState | None:
    """The state that this act leads to, or None where it can't be done."""
    return NEXT[ConferenceState(state)].get(act)


class GuestState(models.TextChoices):
    """What the resident said about one person."""

    ASKED = "asked", _("waits for the resident's yes")
    YES = "yes", _("comes")
    NO = "no", _("does not come")


class GuestAct(models.TextChoices):
    """What is done with one person's coming."""

    YES = "yes", _("comes")
    NO = "no", _("does not come")


NEXT_GUEST: dict[GuestState, dict[GuestAct, GuestState]] = {
    GuestState.ASKED: {GuestAct.YES: GuestState.YES, GuestAct.NO: GuestState.NO},
    GuestState.YES: {GuestAct.NO: GuestState.NO},
    GuestState.NO: {GuestAct.YES: GuestState.YES},
}


def guest_after(state: str, act: GuestAct) -> GuestState | None:
    """The state that this act leads to, or None where it can't be done."""
    return NEXT_GUEST[GuestState(state)].get(act)


class Conference(PlanRow):
    """One talk about one plan. Without a chair among the guests the resident is the chair."""

    THING: ClassVar[str] = "conference"

    state = models.CharField(_("state"), max_length=10, choices=ConferenceState.choices)
    money = models.BooleanField(_("about money"), default=False)
    why = EncryptedTextField(_("what it is about"))
    at_home = models.BooleanField(_("at the resident's home"), default=True)
    place = EncryptedTextField(_("where else"), blank=True)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    changed_at = models.DateTimeField(_("changed"))
    sequence = models.PositiveIntegerField(_("how often it was moved"), default=0)
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("called by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    session = models.ForeignKey(
        ConferenceSession,
        verbose_name=_("session of a practice"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    held_at = models.DateTimeField(_("held"), null=True, blank=True)
    resident_was_there = models.BooleanField(_("the resident was there"), null=True, blank=True)
    minutes = models.PositiveIntegerField(_("how many minutes"), null=True, blank=True)
    report = EncryptedTextField(_("what was said and agreed, in plain words"), blank=True)
    report_version = models.PositiveIntegerField(_("version"), default=0)
    report_by = models.DateField(_("with the resident before or on"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    read_at = models.DateTimeField(_("read by the resident"), null=True, blank=True)

    objects: ClassVar[ScopedManager["Conference"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("conference")
        constraints = [
            models.CheckConstraint(
                name="conference_ends_after_it_begins", condition=Q(ends_at__gt=F("starts_at"))
            ),
            models.CheckConstraint(
                name="conference_that_was_held_says_when",
                condition=Q(state__in=["held", "written", "sent"], held_at__isnull=False)
                | Q(state__in=["proposed", "planned", "called_off"], held_at=None),
            ),
            models.CheckConstraint(
                name="conference_that_was_sent_says_when",
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at=None)),
            ),
        ]
        indexes = [
            models.Index(fields=["plan", "starts_at"], name="conference_of_plan"),
            models.Index(fields=["session"], name="conference_of_session"),
            models.Index(
                fields=["report_by"],
                condition=Q(state__in=["held", "written"]),
                name="conference_to_write",
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def part(self) -> Part:
        """The part of the plan that it is in."""
        return part_of(Part.CONFERENCES, money=self.money)

    @property
    def thing(self) -> str:
        """How a consent names it."""
        return one(self.THING, self.uuid)


class ConferenceGuest(PlanRow):
    """One of the circle, asked for one conference. Before the yes it opens nothing to them."""

    conference = models.ForeignKey(
        Conference, verbose_name=_("conference"), on_delete=models.PROTECT, related_name="guests"
    )
    place = models.ForeignKey(
        CircleMember,
        verbose_name=_("place in the circle"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.CharField(_("state"), max_length=10, choices=GuestState.choices)
    is_chair = models.BooleanField(_("leads the talk"), default=False)
    was_there = models.BooleanField(_("was there"), null=True, blank=True)
    consent = models.UUIDField(_("consent given with the yes"), null=True, blank=True)

    objects: ClassVar[ScopedManager["ConferenceGuest"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("guest of a conference")
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "place"], name="asked_once_for_a_conference"
            ),
            models.UniqueConstraint(
                fields=["conference"],
                condition=Q(is_chair=True),
                name="one_chair_a_conference",
            ),
            models.CheckConstraint(
                name="chair_comes", condition=Q(is_chair=False) | Q(state="yes")
            ),
        ]
        indexes = [models.Index(fields=["place", "state"], name="conference_guest_by_place")]

    def __str__(self) -> str:
        return str(self.uuid)
