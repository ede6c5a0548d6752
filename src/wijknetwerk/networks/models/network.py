"""A network: the tenant to which nearly everything else belongs."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.core.models import Thing
from wijknetwerk.networks.models.base import NetworkRow


class Visibility(models.TextChoices):
    """Whether strangers see the network's page. Members can use it from the first minute."""

    DRAFT = "draft", _("being started")
    MEMBERS = "members", _("for members only")
    ASKED = "asked", _("waiting for approval")
    PUBLIC = "public", _("public")
    DECLINED = "declined", _("not approved")


class Network(Thing):
    """A neighbourhood or village whose people work together.

    Its own row holds only what may be known about it; who sees the page of which network is
    decided in `networks.access`.
    """

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    place_text = models.CharField(_("place"), max_length=120, blank=True)
    summary = models.CharField(_("in one sentence"), max_length=200, blank=True)
    why = models.TextField(_("why we start"), blank=True, max_length=2000)
    phone = models.CharField(_("phone number"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    desk_place = models.CharField(_("where the desk is"), max_length=120, blank=True)
    desk_hours = models.CharField(_("when the desk is open"), max_length=120, blank=True)
    open_for_joining = models.BooleanField(_("people may ask to join"), default=False)
    is_example = models.BooleanField(_("example"), default=False)
    search_words = models.CharField(
        max_length=2000,
        blank=True,
        editable=False,
        help_text="Folded name, place and areas (`services.place.remember_words`).",
    )
    latitude = models.FloatField(
        null=True,
        blank=True,
        editable=False,
        help_text="The middle of its areas; none without areas (`services.place.remember_words`).",
    )
    longitude = models.FloatField(null=True, blank=True, editable=False)

    visibility = models.CharField(
        _("visibility"), max_length=10, choices=Visibility.choices, default=Visibility.DRAFT
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("started by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    asked_at = models.DateTimeField(_("approval asked"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decision_reason = models.CharField(_("reason of the decision"), max_length=300, blank=True)

    paused_on = models.DateField(_("rests since"), null=True, blank=True)
    stops_on = models.DateField(_("stops on"), null=True, blank=True)
    stopped_on = models.DateField(_("stopped on"), null=True, blank=True)
    lessons = models.TextField(_("what was learned"), max_length=1500, blank=True)
    lessons_shared = models.BooleanField(_("others may read the lessons"), default=False)
    continues = models.ForeignKey(
        "self",
        verbose_name=_("goes on where this stopped"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("network")
        verbose_name_plural = _("networks")
        constraints = [
            models.CheckConstraint(
                name="network_public_after_decision",
                condition=~Q(visibility__in=["public", "declined"]) | Q(decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="stopped_network_rests_no_more",
                condition=Q(stopped_on=None) | Q(paused_on=None, stops_on=None),
            ),
        ]
        indexes = [models.Index(fields=["visibility", "name"], name="network_by_visibility")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_resting(self) -> bool:
        """Whether it rests today: everything is read, nobody is called to anything."""
        return self.paused_on is not None and self.paused_on <= clock.today()


class StartPlan(NetworkRow):
    """What the starter said about their own part, kept until the network exists."""

    as_coordinator = models.BooleanField(_("I am the coordinator"), default=True)
    paid_by = models.CharField(_("who pays"), max_length=120, blank=True)
    hours_a_week = models.DecimalField(
        _("hours a week"), max_digits=4, decimal_places=1, null=True, blank=True
    )

    objects: ClassVar[ScopedManager["StartPlan"]] = ScopedManager()

    class Meta:
        verbose_name = _("part of the starter")
        constraints = [
            models.UniqueConstraint(fields=["network"], name="one_start_plan_a_network"),
        ]

    def __str__(self) -> str:
        return str(self.network_id)


class NetworkArea(NetworkRow):
    """An area that the network covers; a place can be several (Presikhaaf is two districts)."""

    area = models.ForeignKey(
        "networks.Area", verbose_name=_("area"), on_delete=models.PROTECT, related_name="+"
    )

    objects: ClassVar[ScopedManager["NetworkArea"]] = ScopedManager()

    class Meta:
        verbose_name = _("area of a network")
        constraints = [
            models.UniqueConstraint(fields=["network", "area"], name="network_has_area_once"),
        ]

    def __str__(self) -> str:
        return f"{self.network_id} {self.area_id}"


class RoleName(NetworkRow):
    """How this network calls a role on the screen: a 'dorpsondersteuner' is here a
    'buurtverbinder'."""

    role = models.CharField(_("role"), max_length=30)
    name = models.CharField(_("name on the screen"), max_length=40)

    objects: ClassVar[ScopedManager["RoleName"]] = ScopedManager()

    class Meta:
        verbose_name = _("name of a role")
        constraints = [
            models.UniqueConstraint(fields=["network", "role"], name="role_has_one_name"),
        ]

    def __str__(self) -> str:
        return self.name
