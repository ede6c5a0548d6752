"""Documents of a plan: each a file under lock, with readers of its own."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.plans.models.base import PlanRow
from wijknetwerk.plans.parts import Part, part_of


class PlanDocument(PlanRow):
    """One document. The file's content and name are under lock in the file storage."""

    THING: ClassVar[str] = "document"

    title = EncryptedTextField(_("what it is"))
    money = models.BooleanField(_("about money"), default=False)
    file = models.ForeignKey(
        "core.PrivateFile", verbose_name=_("file"), on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(_("added"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("added by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["PlanDocument"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("document of a plan")
        indexes = [models.Index(fields=["plan", "added_at"], name="document_of_plan")]

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def part(self) -> Part:
        """The part of the plan that it is in."""
        return part_of(Part.DOCUMENTS, money=self.money)


class DocumentReader(PlanRow):
    """Somebody who may read one document, as long as they may read documents of this plan."""

    document = models.ForeignKey(
        PlanDocument, verbose_name=_("document"), on_delete=models.CASCADE, related_name="readers"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reader"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["DocumentReader"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("reader of a document")
        constraints = [
            models.UniqueConstraint(fields=["document", "person"], name="document_reader_once"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)
