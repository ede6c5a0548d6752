"""The circle around a resident. A place hangs on a membership and keeps the party of that time
(decision 21): leaving, stopping or another employer end what it gives, without anybody doing so."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import Period
from wijknetwerk.plans.models.base import PlanRow
from wijknetwerk.privacy.purposes import Given


class CircleRole(models.TextChoices):
    """As what somebody is in the circle. The contact person is a mark beside it."""

    FAMILY = "family", _("family or friend")
    CARER = "carer", _("informal carer")
    VOLUNTEER = "volunteer", _("volunteer")
    PROFESSIONAL = "professional", _("professional")
    CASE_LEAD = "case_lead", _("keeps the overview of care")
    CLIENT_SUPPORTER = "client_supporter", _("stands beside you")


OWN_PEOPLE = frozenset({CircleRole.FAMILY, CircleRole.CARER, CircleRole.VOLUNTEER})
"""A consent for one's own people counts for these, a consent for care for the others."""
COMES_TO_ME = frozenset({CircleRole.PROFESSIONAL, CircleRole.CASE_LEAD})
"""'Het team dat bij mij komt'."""
WORKS_FOR_A_PARTY = COMES_TO_ME


class PlaceState(models.TextChoices):
    """How somebody's place in the circle stands."""

    ASKED = "asked", _("waits for the resident's yes")
    IN = "in", _("in the circle")
    REFUSED = "refused", _("went no further")
    LEFT = "left", _("in the circle no more")


class PlaceAct(models.TextChoices):
    """What is done with a place."""

    YES = "yes", _("the resident said yes")
    NO = "no", _("went no further")
    LEAVE = "leave", _("left")


NEXT: dict[PlaceState, dict[PlaceAct, PlaceState]] = {
    PlaceState.ASKED: {
        PlaceAct.YES: PlaceState.IN,
        PlaceAct.NO: PlaceState.REFUSED,
        PlaceAct.LEAVE: PlaceState.REFUSED,
    },
    PlaceState.IN: {PlaceAct.LEAVE: PlaceState.LEFT},
    PlaceState.REFUSED: {},
    PlaceState.LEFT: {},
}


def place_after(state: str, act: PlaceAct) -> PlaceState | None:
    """The state that this act leads to, or None where it can't be done."""
    return NEXT[PlaceState(state)].get(act)


class CircleMember(PlanRow, Period):
    """Somebody around the resident: a member of the network, or only a name and a number."""

    role = models.CharField(_("as"), max_length=20, choices=CircleRole.choices)
    state = models.CharField(_("state"), max_length=10, choices=PlaceState.choices)
    is_contact = models.BooleanField(_("contact person"), default=False)
    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("member"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    organisation = models.ForeignKey(
        "networks.Organisation",
        verbose_name=_("for which party"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    name = EncryptedTextField(_("name of who is no member"), blank=True)
    phone = EncryptedTextField(_("number of who is no member"), blank=True)
    relation = EncryptedTextField(_("who this is to me"), blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    said_how = models.CharField(
        _("how the resident said yes or no"), max_length=10, choices=Given.choices, blank=True
    )
    said_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who noted the answer"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    news_at = models.DateTimeField(_("something new since"), null=True, blank=True)

    objects: ClassVar[ScopedManager["CircleMember"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("place in a circle")
        constraints = [
            models.CheckConstraint(
                name="place_that_is_over_has_a_last_day",
                condition=Q(state__in=["asked", "in"], until_on=None)
                | Q(state__in=["refused", "left"], until_on__isnull=False),
            ),
            models.CheckConstraint(
                name="who_works_for_a_party_says_which",
                condition=Q(organisation__isnull=False)
                | Q(membership=None)
                | ~Q(role__in=["professional", "case_lead"]),
            ),
            models.CheckConstraint(
                name="contact_person_is_in_the_circle",
                condition=Q(is_contact=False) | Q(state="in"),
            ),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(is_contact=True), name="one_contact_person_a_plan"
            ),
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(role="case_lead", state="in"),
                name="one_case_lead_a_plan",
            ),
            models.UniqueConstraint(
                fields=["plan", "membership"],
                condition=Q(state__in=["asked", "in"]),
                name="member_has_one_place_in_a_circle",
            ),
        ]
        indexes = [models.Index(fields=["membership", "state"], name="circle_by_membership")]

    def __str__(self) -> str:
        return str(self.uuid)
