"""Initiatives: an idea that somebody takes up, and what they need from the network."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow, Period


class InitiativeState(models.TextChoices):
    """How an initiative is doing. `initiative_states` says which follows which."""

    IDEA = "idea", _("idea")
    LOOKING = "looking", _("looking for people")
    BUSY = "busy", _("busy")
    DONE = "done", _("done")
    STOPPED = "stopped", _("stopped and learned")


class Initiative(NetworkRow):
    """Something that residents do together. Public or for members, as its people choose."""

    title = models.CharField(_("what it is called"), max_length=100)
    what = models.CharField(_("what"), max_length=600)
    wanted = models.CharField(_("who is wanted"), max_length=300, blank=True)
    state = models.CharField(
        _("how it is doing"),
        max_length=10,
        choices=InitiativeState.choices,
        default=InitiativeState.IDEA,
    )
    public = models.BooleanField(_("everybody may see it"), default=False)
    story = models.ForeignKey(
        "voices.Story",
        verbose_name=_("from the idea"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    theme = models.ForeignKey(
        "voices.Theme",
        verbose_name=_("theme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    made_by = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("written by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty when that person was erased.",
    )
    supporter = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("supporter"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who helps on behalf of the network, and does not take over.",
    )
    begun_on = models.DateField(_("begun"))
    without_since = models.DateField(
        _("nobody pulls since"),
        null=True,
        blank=True,
        help_text="Empty while somebody pulls it, and when it is over.",
    )
    ended_on = models.DateField(_("ended"), null=True, blank=True)
    lesson = models.CharField(_("what we learned"), max_length=1000, blank=True)

    objects: ClassVar[ScopedManager["Initiative"]] = ScopedManager()

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")
        constraints = [
            models.CheckConstraint(
                name="initiative_that_is_over_has_day_and_lesson",
                condition=(Q(state__in=["done", "stopped"], ended_on__isnull=False) & ~Q(lesson=""))
                | (~Q(state__in=["done", "stopped"]) & Q(ended_on=None)),
            ),
        ]
        indexes = [models.Index(fields=["network", "state"], name="initiative_by_network")]

    def __str__(self) -> str:
        return self.title

    @property
    def over(self) -> bool:
        """Whether it is done, or stopped and learned."""
        return self.state in {InitiativeState.DONE, InitiativeState.STOPPED}


class InitiativePerson(NetworkRow, Period):
    """A member who takes part; who pulls it begins a new period."""

    initiative = models.ForeignKey(
        Initiative, verbose_name=_("initiative"), on_delete=models.CASCADE, related_name="people"
    )
    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("member"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    pulls = models.BooleanField(_("pulls it"), default=False)

    objects: ClassVar[ScopedManager["InitiativePerson"]] = ScopedManager()

    class Meta:
        verbose_name = _("person in an initiative")
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "membership"],
                condition=Q(until_on=None),
                name="member_is_in_initiative_once",
            ),
        ]
        indexes = [
            models.Index(fields=["initiative", "until_on"], name="person_by_initiative"),
            models.Index(fields=["membership", "until_on"], name="initiative_by_member"),
        ]

    def __str__(self) -> str:
        return f"{self.membership_id} in {self.initiative_id}"


class NeedKind(models.TextChoices):
    """What initiatives mostly need."""

    ROOM = "room", _("a room")
    COPIES = "copies", _("copies")
    INSURANCE = "insurance", _("insurance")
    MONEY = "money", _("money")
    PHONE = "phone", _("a phone number or an introduction")
    OTHER = "other", _("something else")


class NeedState(models.TextChoices):
    """How far it is."""

    ASKED = "asked", _("asked")
    PROMISED = "promised", _("promised")
    DELIVERED = "delivered", _("there")
    GONE = "gone", _("no longer needed")


class InitiativeNeed(NetworkRow):
    """What an initiative asks of the network: asked, promised by somebody by a day, delivered."""

    initiative = models.ForeignKey(
        Initiative, verbose_name=_("initiative"), on_delete=models.CASCADE, related_name="needs"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=NeedKind.choices)
    what = models.CharField(_("what exactly"), max_length=200)
    state = models.CharField(
        _("how far it is"), max_length=10, choices=NeedState.choices, default=NeedState.ASKED
    )
    asked_on = models.DateField(_("asked"))
    promised_by = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("promised by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    by_on = models.DateField(_("by"), null=True, blank=True)
    action = models.UUIDField(
        _("action"), null=True, blank=True, help_text="In goals, of who promised it."
    )
    delivered_on = models.DateField(_("delivered"), null=True, blank=True)

    objects: ClassVar[ScopedManager["InitiativeNeed"]] = ScopedManager()

    class Meta:
        verbose_name = _("what an initiative needs")
        constraints = [
            models.CheckConstraint(
                name="promise_has_name_and_day",
                condition=~Q(state="promised") | Q(promised_by__isnull=False, by_on__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["network", "state"], name="need_by_network")]

    def __str__(self) -> str:
        return self.what
