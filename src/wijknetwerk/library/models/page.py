"""Pages of the library: tools, questions, news. What one says stands in its versions.

A page of no network is the platform's own, and everybody may read it once it is published. Of a
network's page strangers read what is meant for everybody, where the network itself is public.
"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager, check_write
from wijknetwerk.core.models import Thing
from wijknetwerk.library.models.states import State


class PageKind(models.TextChoices):
    """What a page is."""

    TOOL = "tool", _("tool")
    QUESTION = "question", _("question")
    NEWS = "news", _("news")


class Language(models.TextChoices):
    """In which language a page is written."""

    NL = "nl", "Nederlands"
    EN = "en", "English"


class Audience(models.TextChoices):
    """How far a page of a network goes."""

    EVERYBODY = "everybody", _("everybody")
    MEMBERS = "members", _("members of the network")


class LibraryRow(Thing):
    """A row of one network, or of the platform itself."""

    network = models.ForeignKey(
        "networks.Network",
        verbose_name=_("network"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager[Any]] = ScopedManager(networkless=True)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the row; of a network only where that is in scope."""
        if self.network_id is not None:
            check_write(self.network_id)
        super().save(*args, **kwargs)


class Page(LibraryRow):
    """One page in one language; its address stays when its words change."""

    kind = models.CharField(_("kind"), max_length=10, choices=PageKind.choices)
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    code = models.SlugField(
        _("code"), max_length=60, blank=True, help_text="Its address; of the platform's pages only."
    )
    adapts = models.SlugField(
        _("own version of"),
        max_length=60,
        blank=True,
        help_text="The code of the platform's tool that a network shows its own version of.",
    )
    translation_of = models.ForeignKey(
        "self",
        verbose_name=_("translation of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="translations",
    )
    shipped = models.BooleanField(_("came with the platform"), default=False)
    first_published_at = models.DateTimeField(_("first published"), null=True, blank=True)

    objects: ClassVar[ScopedManager["Page"]] = ScopedManager(networkless=True)

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "language", "code"],
                condition=Q(network=None),
                name="library_page_code_is_unique",
            ),
            models.CheckConstraint(
                name="library_page_has_a_code_or_a_network",
                condition=(Q(network=None) & ~Q(code="")) | (Q(network__isnull=False) & Q(code="")),
            ),
            models.UniqueConstraint(
                fields=["translation_of", "language"],
                condition=Q(translation_of__isnull=False),
                name="library_page_is_translated_once",
            ),
        ]
        indexes = [models.Index(fields=["network", "kind"], name="library_page_by_network")]

    def __str__(self) -> str:
        return self.code or str(self.uuid)


class Revision(LibraryRow):
    """One version of a page. At most one is published, and at most one is being written.

    `edition` counts how often its words were saved: who saves names the edition that was read.
    """

    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.PROTECT, related_name="revisions"
    )
    number = models.PositiveIntegerField(_("version"))
    edition = models.PositiveIntegerField(_("times saved"), default=1)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    title = models.CharField(_("title"), max_length=120)
    summary = models.CharField(_("in one sentence"), max_length=300, blank=True)
    body = models.TextField(_("text"), blank=True)
    words = models.TextField(_("only the words"), blank=True)
    about = models.JSONField(
        _("what it is for"),
        default=dict,
        blank=True,
        help_text="Of a tool: phases, steps, readers, minutes, group, material, source.",
    )
    success = models.BooleanField(_("a success"), default=False)
    audience = models.CharField(
        _("for whom"), max_length=10, choices=Audience.choices, default=Audience.EVERYBODY
    )
    pictures = models.JSONField(
        _("pictures"), default=list, blank=True, help_text="The numbers that it shows, in order."
    )
    what_changed = models.CharField(_("what changed"), max_length=300, blank=True)
    sent_back_why = models.CharField(_("why it came back"), max_length=500, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("last saved by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    saved_at = models.DateTimeField(_("last saved"))
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("published by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    own_look = models.BooleanField(
        _("nobody else looked"), default=False, help_text="There was nobody else who could."
    )
    superseded_at = models.DateTimeField(_("in use until"), null=True, blank=True)
    digest = models.CharField(
        _("of a file"), max_length=64, blank=True, help_text="What tells loaded texts apart."
    )

    objects: ClassVar[ScopedManager["Revision"]] = ScopedManager(networkless=True)

    class Meta:
        verbose_name = _("version of a page")
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="library_version_is_unique"),
            models.UniqueConstraint(
                fields=["page"],
                condition=Q(state="published"),
                name="library_page_is_published_once",
            ),
            models.UniqueConstraint(
                fields=["page"],
                condition=Q(state__in=["draft", "review"]),
                name="library_page_is_written_once",
            ),
            models.CheckConstraint(
                name="library_published_has_a_moment",
                condition=~Q(state="published") | Q(published_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["network", "state"], name="library_version_by_network"),
            models.Index(fields=["written_by"], name="library_version_by_writer"),
        ]

    def __str__(self) -> str:
        return self.title


class Picture(LibraryRow):
    """A picture of a page, with what it says to who can't see it; only decoration says nothing."""

    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.PROTECT, related_name="all_pictures"
    )
    number = models.PositiveIntegerField(_("number"))
    file = models.ForeignKey(
        "core.PrivateFile", verbose_name=_("file"), on_delete=models.PROTECT, related_name="+"
    )
    alt = models.CharField(_("what one sees"), max_length=300, blank=True)
    decoration = models.BooleanField(_("only decoration"), default=False)
    width = models.PositiveIntegerField(_("width"))
    height = models.PositiveIntegerField(_("height"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("added by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["Picture"]] = ScopedManager(networkless=True)

    class Meta:
        verbose_name = _("picture")
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="library_picture_is_unique"),
            models.CheckConstraint(
                name="library_picture_says_what_it_shows",
                condition=(Q(decoration=True) & Q(alt="")) | (Q(decoration=False) & ~Q(alt="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} {self.number}"
