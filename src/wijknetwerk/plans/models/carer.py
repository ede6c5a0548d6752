"""The carer's own question: how are you holding up? Of the carer, no part of the resident's plan:
the resident sees nothing of it, unless the carer chooses so."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class HoldsUp(models.TextChoices):
    """How it goes with who cares for somebody. Words, because it is no measurement."""

    WELL = "well", _("I am holding up well")
    JUST = "just", _("I am just holding up")
    HARD = "hard", _("it is getting too much")
    NOT = "not", _("I can't go on like this")


class CarerWord(NetworkRow):
    """What a carer said on one day, about themselves."""

    place = models.ForeignKey(
        "plans.CircleMember",
        verbose_name=_("place in the circle"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    carer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("carer"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    on = models.DateField(_("day"))
    holds_up = EncryptedTextField(_("how it goes"))
    words = EncryptedTextField(_("what would help"), blank=True)

    objects: ClassVar[ScopedManager["CarerWord"]] = ScopedManager(person_field="carer_id")

    class Meta:
        verbose_name = _("word of a carer")
        indexes = [models.Index(fields=["place", "on"], name="carer_word_of_place")]

    def __str__(self) -> str:
        return str(self.uuid)


class CarerReader(NetworkRow):
    """Somebody to whom a carer shows all this, while both are of the circle."""

    place = models.ForeignKey(
        "plans.CircleMember",
        verbose_name=_("place in the circle"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    carer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("carer"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who may read it"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["CarerReader"]] = ScopedManager(person_field="carer_id")

    class Meta:
        verbose_name = _("reader of a carer")
        constraints = [
            models.UniqueConstraint(fields=["place", "person"], name="carer_reader_once"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)
