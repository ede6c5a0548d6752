"""Who takes part in a network, for whom, in which roles, from when until when."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.models.base import NetworkRow, Period, period_constraint


class RoleCode(models.TextChoices):
    """The closed list of roles (design 3). Resident and volunteer are no roles."""

    COORDINATOR = "coordinator", _("coordinator")
    ADMINISTRATOR = "administrator", _("administrator")
    VILLAGE_SUPPORTER = "village_supporter", _("village supporter")
    BOARD = "board", _("board member")
    PRIVACY_OFFICER = "privacy_officer", _("privacy officer")
    LEARNER = "learner", _("learner")
    PROFESSIONAL = "professional", _("professional")


class Membership(NetworkRow, Period):
    """A person in a network, for a partner or for themselves. Ended, never deleted (rule N2)."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    partner = models.ForeignKey(
        "networks.Partner",
        verbose_name=_("for"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    organisation = models.ForeignKey(
        "networks.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The partner's organisation, kept here so that signing in asks one query.",
    )
    discipline = models.CharField(_("discipline"), max_length=40, blank=True)
    energies = models.JSONField(_("what gives energy"), default=list, blank=True)
    introduction = models.CharField(_("in one sentence"), max_length=300, blank=True)
    shown_publicly = models.BooleanField(_("on the public page"), default=False)
    phone_shown = models.BooleanField(_("phone number for members"), default=False)
    ended_reason = models.CharField(_("why it ended"), max_length=20, blank=True)

    objects: ClassVar[ScopedManager["Membership"]] = ScopedManager(person_field="person_id")

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            period_constraint("membership_period_is_forward"),
            models.CheckConstraint(
                name="partner_and_organisation_go_together",
                condition=Q(partner=None, organisation=None)
                | Q(partner__isnull=False, organisation__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["network", "person"],
                condition=Q(until_on=None),
                name="person_is_member_once",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "until_on"], name="membership_by_person"),
            models.Index(fields=["network", "until_on"], name="membership_by_network"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.network_id}"


class MembershipRole(NetworkRow, Period):
    """A role that a member holds, from/until. A learner's role has a supervisor and an end."""

    membership = models.ForeignKey(
        Membership, verbose_name=_("member"), on_delete=models.PROTECT, related_name="roles"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The member's person, so that the row-level policy shows people their own roles.",
    )
    role = models.CharField(_("role"), max_length=30, choices=RoleCode.choices)
    supervisor = models.ForeignKey(
        Membership,
        verbose_name=_("supervisor"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    paid_by = models.CharField(_("who pays"), max_length=120, blank=True)
    hours_a_week = models.DecimalField(
        _("hours a week"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    assent_text = models.CharField(_("how members agreed"), max_length=200, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("given by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Themselves for who started the network (decision 0014).",
    )

    objects: ClassVar[ScopedManager["MembershipRole"]] = ScopedManager(person_field="person_id")

    class Meta:
        verbose_name = _("role of a member")
        constraints = [
            period_constraint("role_period_is_forward"),
            models.UniqueConstraint(
                fields=["membership", "role"],
                condition=Q(until_on=None),
                name="member_holds_role_once",
            ),
            models.CheckConstraint(
                name="learner_has_supervisor_and_end",
                condition=~Q(role="learner")
                | (Q(supervisor__isnull=False) & Q(until_on__isnull=False)),
            ),
        ]
        indexes = [models.Index(fields=["network", "role"], name="role_by_network")]

    def __str__(self) -> str:
        return f"{self.role} {self.membership_id}"
