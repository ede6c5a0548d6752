"""What is written for and at a conference: questions, what each brings, notes by paragraph; and how
somebody found it. Two who write at once both keep their words (P8)."""

import json
from collections.abc import Mapping
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.plans.models.base import PlanRow
from wijknetwerk.plans.models.conference import Conference, ConferenceState


class LineKind(models.TextChoices):
    """What a line of a conference is."""

    QUESTION = "question", _("question")
    BROUGHT = "brought", _("what I bring")
    NOTE = "note", _("note")


BEFORE = frozenset({ConferenceState.PROPOSED, ConferenceState.PLANNED})
WRITTEN_IN: dict[str, frozenset[ConferenceState]] = {
    LineKind.QUESTION: BEFORE,
    LineKind.BROUGHT: BEFORE,
    LineKind.NOTE: frozenset(
        {ConferenceState.PLANNED, ConferenceState.HELD, ConferenceState.WRITTEN}
    ),
}
"""In which states each kind of line is written; afterwards they are read."""


class ConferenceLine(PlanRow):
    """A question, what one person brings, or a paragraph of the notes. What stood there before is
    kept as `EarlierWords`; words that were written at the same moment stand in `beside`, until
    somebody made one text of both."""

    conference = models.ForeignKey(
        Conference, verbose_name=_("conference"), on_delete=models.PROTECT, related_name="lines"
    )
    kind = models.CharField(_("what it is"), max_length=10, choices=LineKind.choices)
    of_resident = models.BooleanField(_("of the resident"), default=False)
    text = EncryptedTextField(_("words"))
    beside = EncryptedTextField(_("words of somebody else at the same moment"), blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    version = models.PositiveIntegerField(_("version"), default=1)
    gone_at = models.DateTimeField(_("taken out"), null=True, blank=True)

    objects: ClassVar[ScopedManager["ConferenceLine"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("line of a conference")
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "written_by"],
                condition=Q(kind="brought"),
                name="one_brings_one_text_to_a_conference",
            ),
        ]
        indexes = [models.Index(fields=["conference", "kind"], name="line_of_conference")]

    def __str__(self) -> str:
        return str(self.uuid)


class AskedWhen(models.TextChoices):
    """When somebody said how they find it."""

    BEFORE = "before", _("before")
    AFTER = "after", _("afterwards")


FOUND_IN: dict[str, frozenset[ConferenceState]] = {
    AskedWhen.BEFORE: BEFORE,
    AskedWhen.AFTER: frozenset(
        {ConferenceState.HELD, ConferenceState.WRITTEN, ConferenceState.SENT}
    ),
}


class ConferenceView(PlanRow):
    """How one person found it, in own words and marks of 1 to 5 under lock: never counted together,
    never beside another's (standards D5)."""

    conference = models.ForeignKey(
        Conference, verbose_name=_("conference"), on_delete=models.PROTECT, related_name="views"
    )
    moment = models.CharField(_("when"), max_length=10, choices=AskedWhen.choices)
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("said by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    marks = EncryptedTextField(_("marks"), blank=True)
    words = EncryptedTextField(_("own words"), blank=True)

    objects: ClassVar[ScopedManager["ConferenceView"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("view of a conference")
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "moment", "said_by"], name="one_view_a_person_and_moment"
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)

    def put_marks(self, marks: Mapping[str, int]) -> None:
        """Keep marks of 1 to 5 by question. ValueError for anything else."""
        if any(type(mark) is not int or not 1 <= mark <= 5 for mark in marks.values()):
            raise ValueError("marks")
        self.marks = json.dumps(dict(marks), sort_keys=True) if marks else ""

    def read_marks(self) -> dict[str, int]:
        """The marks, by question."""
        found: dict[str, int] = json.loads(self.marks.read() or "{}")
        return found
