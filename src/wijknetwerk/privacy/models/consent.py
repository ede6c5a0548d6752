"""The consent ledger: only ever added to (standards A2). A withdrawal is a line of its own."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.core.models import Thing
from wijknetwerk.privacy.purposes import Given, Ground, PartyKind


class ConsentText(models.Model):
    """The exact words that were read, once for all who read them."""

    text_hash = models.CharField(max_length=64, primary_key=True)
    text = models.TextField()
    language = models.CharField(max_length=5)
    first_shown_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.text_hash


class Consent(Thing):
    """One person lets one party do something, for one purpose, until a date."""

    network_uuid = models.UUIDField(_("network"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    party_kind = models.CharField(_("kind of party"), max_length=20, choices=PartyKind.choices)
    party_uuid = models.UUIDField(_("party"), null=True, blank=True)
    purpose = models.CharField(_("purpose"), max_length=40)
    ground = models.CharField(_("ground"), max_length=30, choices=Ground.choices)
    ground_note = models.CharField(_("article or task"), max_length=120, blank=True)
    parts = models.JSONField(_("which data"), default=list)
    deeds = models.JSONField(_("may do"), default=list)
    valid_from = models.DateTimeField(_("from"))
    valid_until = models.DateTimeField(_("until"))
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("given by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    how = models.CharField(_("how it was given"), max_length=20, choices=Given.choices)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    text = models.ForeignKey(
        ConsentText, verbose_name=_("text"), on_delete=models.PROTECT, related_name="+"
    )

    objects: ClassVar[ScopedManager["Consent"]] = ScopedManager(
        person_field="person_id", network_field="network_uuid"
    )

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.CheckConstraint(
                name="consent_ends_after_it_begins", condition=Q(valid_until__gt=F("valid_from"))
            ),
            models.CheckConstraint(
                name="party_is_named_unless_public",
                condition=Q(party_kind="public", party_uuid=None)
                | (~Q(party_kind="public") & Q(party_uuid__isnull=False)),
            ),
        ]
        indexes = [models.Index(fields=["person", "purpose"], name="consent_by_person")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.uuid}"


class Withdrawal(Thing):
    """The end of one consent, at an instant; it counts from the next request."""

    network_uuid = models.UUIDField(_("network"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    consent = models.OneToOneField(
        Consent, verbose_name=_("consent"), on_delete=models.PROTECT, related_name="withdrawal"
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"))
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("withdrawn by"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["Withdrawal"]] = ScopedManager(
        person_field="person_id", network_field="network_uuid"
    )

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")

    def __str__(self) -> str:
        return str(self.uuid)
