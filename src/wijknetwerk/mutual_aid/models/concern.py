"""Unease about a resident, told to one person (rule H6). Whom it is about stands under lock, also
for who reads the database; only after the talk a resident with an account is tied to it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.mutual_aid.models.concern_states import ConcernState
from wijknetwerk.networks.rows import NetworkRow


class Reply(models.TextChoices):
    """What the teller may hear back, as far as privacy allows."""

    SPOKEN = "spoken", _("We spoke with this person. We may tell you no more.")
    IN_TOUCH = "in_touch", _("We stay in touch. You needn't do anything now.")
    NO_TALK = "no_talk", _("We could not have a talk. Do you still worry? Please call us.")


class Concern(NetworkRow):
    """What somebody worries about, in own words, and how it went on."""

    state = models.CharField(
        _("state"), max_length=10, choices=ConcernState.choices, default=ConcernState.TOLD
    )
    told_at = models.DateTimeField(_("told"))
    speak_by = models.DateField(_("spoken with, or erased, on"))
    about = EncryptedTextField(_("about whom"), blank=True)
    words = EncryptedTextField(_("own words"), blank=True)
    not_for = EncryptedTextField(_("who may not hear this"), blank=True)
    teller = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who told it"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    teller_name = EncryptedTextField(_("who told it by phone"), blank=True)
    teller_phone = EncryptedTextField(_("their number"), blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    keeper = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who hears it"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    by_name = models.BooleanField(_("that person was named for this when it was told"))
    spoken_on = models.DateField(_("spoken with the resident on"), null=True, blank=True)
    spoken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who spoke with them"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    spoken_note = EncryptedTextField(_("what was agreed with the resident"), blank=True)
    resident = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("the resident, once spoken with"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    reply = models.CharField(
        _("what the teller hears"), max_length=10, choices=Reply.choices, blank=True
    )
    reply_words = EncryptedTextField(_("own words to the teller"), blank=True)
    replied_at = models.DateTimeField(_("answered"), null=True, blank=True)
    reply_read_at = models.DateTimeField(_("the teller read it"), null=True, blank=True)
    reminded = models.PositiveSmallIntegerField(_("times reminded"), default=0)

    objects: ClassVar[ScopedManager["Concern"]] = ScopedManager()

    class Meta:
        verbose_name = _("concern")
        constraints = [
            models.CheckConstraint(
                name="resident_of_concern_was_spoken_with",
                condition=Q(resident=None) | Q(spoken_on__isnull=False),
            ),
            models.CheckConstraint(
                name="concern_is_closed_or_not",
                condition=Q(state="closed", closed_at__isnull=False)
                | (~Q(state="closed") & Q(closed_at=None)),
            ),
        ]
        indexes = [
            models.Index(fields=["network", "state"], name="concern_by_network"),
            models.Index(fields=["speak_by"], condition=Q(spoken_on=None), name="concern_to_speak"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)
