"""Invitations by mail or letter, requests to join, and roles that change hands."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.models.base import NetworkRow
from wijknetwerk.networks.models.membership import Membership, RoleCode


class Way(models.TextChoices):
    """How an invitation travels."""

    MAIL = "mail", _("by e-mail")
    LETTER = "letter", _("by letter")


class InvitationState(models.TextChoices):
    """Where an invitation stands; lapsing follows from its date."""

    OPEN = "open", _("waiting for an answer")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")
    LAPSED = "lapsed", _("lapsed")


class Invitation(NetworkRow):
    """Somebody is asked to take part. The link or code itself is a `core.TokenLink`."""

    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"), blank=True)
    address_lines = models.TextField(_("address for the letter"), blank=True, max_length=300)
    way = models.CharField(_("how"), max_length=10, choices=Way.choices)
    role = models.CharField(_("role"), max_length=30, blank=True, choices=RoleCode.choices)
    partner = models.ForeignKey(
        "networks.Partner",
        verbose_name=_("for"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    discipline = models.CharField(_("discipline"), max_length=40, blank=True)
    message = models.TextField(_("your own words"), blank=True, max_length=1000)
    language = models.CharField(_("language"), max_length=5, default="nl")
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=InvitationState.choices,
        default=InvitationState.OPEN,
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("invited by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    sent_at = models.DateTimeField(_("sent"))
    lapses_at = models.DateTimeField(_("lapses"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    membership = models.ForeignKey(
        Membership,
        verbose_name=_("member"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["Invitation"]] = ScopedManager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.CheckConstraint(
                name="invitation_by_mail_has_address",
                condition=~Q(way="mail", state="open") | ~Q(email=""),
            ),
            models.UniqueConstraint(
                fields=["network", "email"],
                condition=Q(state="open") & ~Q(email=""),
                name="one_open_invitation_per_address",
            ),
        ]
        indexes = [models.Index(fields=["network", "state"], name="invitation_by_state")]

    def __str__(self) -> str:
        return str(self.uuid)


class JoinRequest(NetworkRow):
    """Somebody asks by themselves to take part, where the network opened that."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    words = models.TextField(_("why I want to take part"), blank=True, max_length=1000)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    accepted = models.BooleanField(_("accepted"), null=True)

    objects: ClassVar[ScopedManager["JoinRequest"]] = ScopedManager(person_field="person_id")

    class Meta:
        verbose_name = _("request to join")
        constraints = [
            models.UniqueConstraint(
                fields=["network", "person"],
                condition=Q(answered_at=None),
                name="one_open_request_to_join",
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class HandoverState(models.TextChoices):
    """Where the handing over of a role stands."""

    ASKED = "asked", _("asked")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Handover(NetworkRow):
    """A role goes from one member to another, once the other said yes."""

    role = models.CharField(_("role"), max_length=30, choices=RoleCode.choices)
    from_membership = models.ForeignKey(
        Membership, verbose_name=_("from"), on_delete=models.PROTECT, related_name="+"
    )
    to_membership = models.ForeignKey(
        Membership, verbose_name=_("to"), on_delete=models.PROTECT, related_name="+"
    )
    note = models.TextField(_("what to know"), blank=True, max_length=2000)
    state = models.CharField(
        _("state"), max_length=10, choices=HandoverState.choices, default=HandoverState.ASKED
    )
    asked_at = models.DateTimeField(_("asked"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects: ClassVar[ScopedManager["Handover"]] = ScopedManager()

    class Meta:
        verbose_name = _("handover")
        constraints = [
            models.UniqueConstraint(
                fields=["from_membership", "role"],
                condition=Q(state="asked"),
                name="one_open_handover_a_role",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.uuid}"
