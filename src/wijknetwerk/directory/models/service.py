"""What is there already: things in the neighbourhood, where they are, and who checked them.

The names of the columns are those of HSDS 3 (Open Referral) where it has one. Nothing is deleted:
what is gone ends, and each change is a version.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class ServiceStatus(models.TextChoices):
    """Whether it can be used; the codes are those of HSDS."""

    ACTIVE = "active", _("is there")
    CLOSED = "temporarily closed", _("closed for a while")
    DEFUNCT = "defunct", _("is no longer there")


class ShownTo(models.TextChoices):
    """Who may read it. Of a network that is not public, everybody means its members."""

    EVERYBODY = "everybody", _("everybody")
    MEMBERS = "members", _("members of the network only")


class Service(NetworkRow):
    """Something that is there for people: a meal, a walk-in, a practice, a club."""

    name = models.CharField(_("name"), max_length=120)
    alternate_name = models.CharField(_("also called"), max_length=200, blank=True)
    organization_name = models.CharField(_("by whom"), max_length=120, blank=True)
    description = models.TextField(_("what"), max_length=1000, blank=True)
    eligibility_description = models.CharField(_("for whom"), max_length=300, blank=True)
    audiences = models.CharField(
        max_length=200, blank=True, help_text="Codes of for whom, each after a space."
    )
    kind = models.CharField(_("kind"), max_length=40)
    url = models.URLField(_("website"), blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone number"), max_length=20, blank=True)
    phone_description = models.CharField(_("when one can call"), max_length=120, blank=True)
    contact_name = models.CharField(_("who answers"), max_length=120, blank=True)
    fees_description = models.CharField(_("what it costs"), max_length=200, blank=True)
    application_process = models.CharField(_("how to join"), max_length=300, blank=True)
    status = models.CharField(
        _("is it there?"),
        max_length=20,
        choices=ServiceStatus.choices,
        default=ServiceStatus.ACTIVE,
    )
    alert = models.CharField(_("good to know now"), max_length=200, blank=True)
    shown_to = models.CharField(_("who may read it"), max_length=10, choices=ShownTo.choices)

    assured_date = models.DateField(_("last checked"), null=True, blank=True)
    checked_by = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("checked by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    owner = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who keeps it right"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    source = models.CharField(_("where it comes from"), max_length=200, blank=True)
    source_service = models.UUIDField(null=True, blank=True, help_text="What it was copied from.")
    external_id = models.UUIDField(null=True, blank=True, help_text="Its id in an HSDS file.")
    as_given = models.TextField(
        blank=True,
        help_text="The record of the HSDS file, whole: what we don't read goes out again.",
    )
    ended_on = models.DateField(_("ended"), null=True, blank=True)
    ended_reason = models.CharField(_("why it ended"), max_length=300, blank=True)
    number = models.PositiveIntegerField(_("version"), default=1)

    name_key = models.CharField(max_length=140, help_text="The folded name, to find equals by.")
    phone_digits = models.CharField(max_length=20, blank=True)
    days = models.CharField(max_length=30, blank=True, help_text="MO TU ..., of all its places.")
    search_words = models.TextField(blank=True, help_text="Stems, each between spaces.")

    objects: ClassVar[ScopedManager["Service"]] = ScopedManager()

    class Meta:
        verbose_name = _("entry of the list")
        verbose_name_plural = _("entries of the list")
        constraints = [
            models.CheckConstraint(
                name="service_that_is_gone_has_a_last_day",
                condition=Q(status="defunct", ended_on__isnull=False)
                | (~Q(status="defunct") & Q(ended_on=None)),
            ),
        ]
        indexes = [
            models.Index(fields=["network", "ended_on", "name_key"], name="service_by_network"),
            models.Index(fields=["phone_digits"], name="service_by_phone"),
            models.Index(fields=["assured_date"], name="service_by_check"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def over(self) -> bool:
        """Whether it is no longer there."""
        return self.ended_on is not None


class LocationType(models.TextChoices):
    """What kind of place; the codes are those of HSDS."""

    PHYSICAL = "physical", _("a place to go to")
    POSTAL = "postal", _("an address for letters")
    VIRTUAL = "virtual", _("by phone or online")


class ServiceLocation(NetworkRow):
    """Where and when a service is: location, address and schedule of HSDS in one row."""

    service = models.ForeignKey(
        Service, verbose_name=_("entry"), on_delete=models.PROTECT, related_name="locations"
    )
    location_type = models.CharField(
        _("kind of place"),
        max_length=10,
        choices=LocationType.choices,
        default=LocationType.PHYSICAL,
    )
    name = models.CharField(_("where"), max_length=120, blank=True)
    address_1 = models.CharField(_("street and number"), max_length=120, blank=True)
    postal_code = models.CharField(_("postcode"), max_length=12, blank=True)
    city = models.CharField(_("place"), max_length=80, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    transportation = models.CharField(_("how to get there"), max_length=200, blank=True)
    schedule = models.CharField(_("when, in words"), max_length=200, blank=True)
    freq = models.CharField(_("how often"), max_length=10, blank=True)
    interval = models.PositiveSmallIntegerField(_("each how many"), null=True, blank=True)
    byday = models.CharField(_("days"), max_length=40, blank=True)
    opens_at = models.TimeField(_("from"), null=True, blank=True)
    closes_at = models.TimeField(_("until"), null=True, blank=True)

    objects: ClassVar[ScopedManager["ServiceLocation"]] = ScopedManager()

    class Meta:
        verbose_name = _("place of an entry")
        verbose_name_plural = _("places of entries")
        indexes = [models.Index(fields=["network", "service"], name="service_place_by_network")]

    def __str__(self) -> str:
        return self.name or self.address_1


class VersionKind(models.TextChoices):
    """What was done with an entry."""

    ADDED = "added", _("put on the list")
    CHANGED = "changed", _("changed")
    CHECKED = "checked", _("checked: still right")
    ENDED = "ended", _("is no longer there")
    BACK = "back", _("is there again")
    TAKEN_OVER = "taken_over", _("keeps it right from now on")


class ServiceVersion(NetworkRow):
    """Who did what with an entry, and when; with what stood there before and after."""

    service = models.ForeignKey(
        Service, verbose_name=_("entry"), on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField(_("version"))
    what = models.CharField(_("what"), max_length=12, choices=VersionKind.choices)
    by = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField(_("when"))
    changes = models.JSONField(default=dict, help_text="Field: what stood there, what stands now.")

    objects: ClassVar[ScopedManager["ServiceVersion"]] = ScopedManager()

    class Meta:
        verbose_name = _("version of an entry")
        verbose_name_plural = _("versions of entries")
        constraints = [
            models.UniqueConstraint(fields=["service", "number"], name="service_version_once"),
        ]
        indexes = [models.Index(fields=["network", "service"], name="service_version_by_network")]

    def __str__(self) -> str:
        return f"{self.service_id} {self.number}"
