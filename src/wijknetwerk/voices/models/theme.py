"""What stories are about, as people saw it. Nothing is deleted: stories leave, themes close."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow
from wijknetwerk.voices.models.story import Story


class ThemeState(models.TextChoices):
    """Whether a theme still gathers stories."""

    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")
    MERGED = "merged", _("went into another theme")


class Theme(NetworkRow):
    """What a number of stories are about, in the words of who made it."""

    title = models.CharField(_("title"), max_length=120)
    about = models.CharField(_("what it is about"), max_length=1000, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=ThemeState.choices, default=ThemeState.OPEN
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    made_on = models.DateField(_("made on"))
    merged_into = models.ForeignKey(
        "self", verbose_name=_("went into"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    brought = models.CharField(_("what came of it"), max_length=500, blank=True)

    objects: ClassVar[ScopedManager["Theme"]] = ScopedManager()

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        constraints = [
            models.CheckConstraint(
                name="merged_theme_names_the_other",
                condition=Q(state="merged", merged_into__isnull=False)
                | (~Q(state="merged") & Q(merged_into=None)),
            ),
        ]
        indexes = [models.Index(fields=["network", "state"], name="theme_by_network")]

    def __str__(self) -> str:
        return self.title


class ThemeStory(NetworkRow):
    """A story that somebody put into a theme."""

    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), on_delete=models.PROTECT, related_name="places"
    )
    story = models.ForeignKey(
        Story, verbose_name=_("story"), on_delete=models.PROTECT, related_name="places"
    )

    objects: ClassVar[ScopedManager["ThemeStory"]] = ScopedManager()

    class Meta:
        verbose_name = _("story in a theme")
        constraints = [
            models.UniqueConstraint(fields=["theme", "story"], name="story_is_in_theme_once")
        ]

    def __str__(self) -> str:
        return f"{self.story_id} in {self.theme_id}"


class ThemeDeed(models.TextChoices):
    """What was done to a theme."""

    MADE = "made", _("made")
    CHANGED = "changed", _("changed")
    SORTED = "sorted", _("stories chosen")
    MERGED = "merged", _("another theme came in")
    CLOSED = "closed", _("closed")
    OPENED = "opened", _("opened again")


class ThemeChange(NetworkRow):
    """One line of a theme's history: what was done, by whom, and the words before."""

    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), on_delete=models.PROTECT, related_name="changes"
    )
    deed = models.CharField(_("what was done"), max_length=10, choices=ThemeDeed.choices)
    before = models.CharField(_("title before"), max_length=120, blank=True)
    about_before = models.CharField(_("text before"), max_length=1000, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    done_at = models.DateTimeField(_("when"))

    objects: ClassVar[ScopedManager["ThemeChange"]] = ScopedManager()

    class Meta:
        verbose_name = _("change of a theme")

    def __str__(self) -> str:
        return f"{self.deed} {self.theme_id}"
