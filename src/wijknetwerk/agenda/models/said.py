"""What was said at the tables, and the page afterwards."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.agenda.models.event import Event
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class TableNote(NetworkRow):
    """One thing that was said at a table, and who takes it up by when."""

    event = models.ForeignKey(
        Event, verbose_name=_("event"), on_delete=models.PROTECT, related_name="notes"
    )
    table = models.CharField(_("table"), max_length=60)
    said = models.CharField(_("what was said"), max_length=600)
    owner = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who takes it up"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    taker = models.CharField(_("who takes it up, without account"), max_length=120, blank=True)
    by_on = models.DateField(_("by when"), null=True, blank=True)
    action = models.UUIDField(_("action"), null=True, blank=True)
    removed_at = models.DateTimeField(_("taken off"), null=True, blank=True)

    objects: ClassVar[ScopedManager["TableNote"]] = ScopedManager()

    class Meta:
        verbose_name = _("note of a table")
        indexes = [models.Index(fields=["event", "removed_at"], name="table_note_by_event")]

    def __str__(self) -> str:
        return self.table


class EventPage(NetworkRow):
    """The page for all who came. A draft until it is published; published ones stay as they are.

    `tables` is what the notes were when it was published: [{table, lines: [{note, said, by}]}].
    Names are looked up in the notes, so that they go when a person goes.
    """

    event = models.ForeignKey(
        Event, verbose_name=_("event"), on_delete=models.PROTECT, related_name="pages"
    )
    number = models.PositiveIntegerField(_("version"))
    opening = models.TextField(_("what it was about"), max_length=3000, blank=True)
    follows = models.TextField(_("what happens now"), max_length=2000, blank=True)
    tables = models.JSONField(default=list, blank=True)
    changed_at = models.DateTimeField(_("last changed"))
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    objects: ClassVar[ScopedManager["EventPage"]] = ScopedManager()

    class Meta:
        verbose_name = _("page afterwards")
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="event_page_version"),
            models.UniqueConstraint(
                fields=["event"], condition=Q(published_at=None), name="event_page_has_one_draft"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.number}"
