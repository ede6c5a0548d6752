"""Who comes, and who came. Most of them have no account."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.agenda.models.event import Event
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class SignUp(NetworkRow):
    """Somebody says that they come, with so many others. Without account: a name and a way to
    reach them, kept for a while only."""

    event = models.ForeignKey(
        Event, verbose_name=_("event"), on_delete=models.PROTECT, related_name="sign_ups"
    )
    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("member"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    phone = models.CharField(_("phone number"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    brings = models.PositiveSmallIntegerField(_("brings along"), default=0)
    held = models.PositiveSmallIntegerField(
        _("places asked again"),
        default=0,
        help_text="Asked with the same address once more. They are free for who plans the event.",
    )
    language = models.CharField(max_length=5, default="nl")
    cancelled_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    reminded_for = models.DateTimeField(_("reminded of"), null=True, blank=True)

    objects: ClassVar[ScopedManager["SignUp"]] = ScopedManager()

    class Meta:
        verbose_name = _("sign-up")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "membership"],
                condition=Q(cancelled_at=None),
                name="member_signs_up_once",
            ),
            models.CheckConstraint(
                name="sign_up_is_of_somebody",
                condition=Q(membership__isnull=False, name="", phone="", email="")
                | Q(membership=None),
            ),
        ]
        indexes = [models.Index(fields=["event", "cancelled_at"], name="sign_up_by_event")]

    def __str__(self) -> str:
        return f"{self.event_id}"


class Attendee(NetworkRow):
    """Somebody who came. The rest are counted on the event."""

    event = models.ForeignKey(
        Event, verbose_name=_("event"), on_delete=models.PROTECT, related_name="attendees"
    )
    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("member"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    sign_up = models.ForeignKey(
        SignUp,
        verbose_name=_("sign-up"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    mailed_number = models.PositiveIntegerField(_("page that was mailed"), default=0)

    objects: ClassVar[ScopedManager["Attendee"]] = ScopedManager()

    class Meta:
        verbose_name = _("somebody who came")
        constraints = [
            models.UniqueConstraint(fields=["event", "membership"], name="member_came_once"),
            models.UniqueConstraint(fields=["event", "sign_up"], name="sign_up_came_once"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id}"
