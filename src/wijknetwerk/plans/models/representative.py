"""Who may decide for a resident, in what, since when, and who saw the proof."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow, Period


class RepresentativeKind(models.TextChoices):
    """In the legal order (design 3): who stands higher goes before, but the platform only shows
    it. A bewindvoerder decides about money and nothing else."""

    CURATOR = "curator", _("curator, named by a court")
    MENTOR = "mentor", _("mentor, named by a court")
    BEWINDVOERDER = "bewindvoerder", _("administrator of money, named by a court")
    AUTHORISED = "authorised", _("authorised in writing")
    PARTNER = "partner", _("husband, wife or partner")
    PARENT = "parent", _("parent")
    CHILD = "child", _("son or daughter")
    SIBLING = "sibling", _("brother or sister")


LEGAL_ORDER = tuple(RepresentativeKind)


class Representative(NetworkRow, Period):
    """One person who may decide for a resident in this network. Counts once the proof was seen,
    by somebody else. Of the resident, not of one plan: it outlives a plan that is closed."""

    resident = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("resident"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who represents"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    kind = models.CharField(_("as"), max_length=20, choices=RepresentativeKind.choices)
    parts = models.JSONField(_("for which parts"), default=list)
    decisions = EncryptedTextField(_("for which decisions"), blank=True)
    proof = EncryptedTextField(_("what the proof is"), blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("proof seen by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    seen_at = models.DateTimeField(_("proof seen"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects: ClassVar[ScopedManager["Representative"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("representative")
        constraints = [
            models.CheckConstraint(
                name="representative_period_is_forward",
                condition=Q(until_on=None) | Q(until_on__gte=models.F("from_on")),
            ),
        ]
        indexes = [
            models.Index(fields=["network", "resident"], name="representative_of"),
            models.Index(fields=["membership"], name="representative_by"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class DecidedFor(NetworkRow):
    """What somebody decided for a resident, and why the resident couldn't: incapacity is per
    decision (design 3). Goes with the representative that it hangs on."""

    representative = models.ForeignKey(
        Representative,
        verbose_name=_("who decided"),
        on_delete=models.CASCADE,
        related_name="decided",
    )
    resident = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("resident"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    words = EncryptedTextField(_("which decision, and why"))
    made_at = models.DateTimeField(_("written"))

    objects: ClassVar[ScopedManager["DecidedFor"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("decision for a resident")

    def __str__(self) -> str:
        return str(self.uuid)
