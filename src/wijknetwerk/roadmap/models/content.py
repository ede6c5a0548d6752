"""The shipped content of the route, a row per language. Loaded whole, never edited here.

Rows refer to each other by code; `content_check` sees to it that every code is known before
anything is stored. Lists are kept as JSON because they are only read whole and in order.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.models import Thing


class ContentVersion(Thing):
    """One loading of the content files. Earlier ones stay, for progress that refers to them."""

    label = models.CharField(_("version"), max_length=20)
    digest = models.CharField(_("digest of the content"), max_length=64, unique=True)
    is_current = models.BooleanField(_("in use"), default=False)

    class Meta:
        verbose_name = _("version of the route content")
        constraints = [
            models.UniqueConstraint(
                fields=["is_current"],
                condition=Q(is_current=True),
                name="one_content_version_in_use",
            ),
        ]

    def __str__(self) -> str:
        return self.label


class ContentRow(models.Model):
    """One piece of content in one language of one version."""

    id = models.BigAutoField(primary_key=True)
    version = models.ForeignKey(ContentVersion, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(_("language"), max_length=5)
    position = models.PositiveSmallIntegerField(_("position"))
    code = models.CharField(_("code"), max_length=60)

    class Meta:
        abstract = True
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "language", "code"], name="%(class)s_has_code_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} ({self.language})"


class Phase(ContentRow):
    """A place on the path: explore, shape, deepen or anchor."""

    name = models.CharField(_("name"), max_length=40)
    what = models.TextField(_("what we do there"))
    start_here = models.TextField(_("when to begin here"))
    sources = models.JSONField(_("sources"), default=list)


class Question(ContentRow):
    """A question to talk about together in a phase."""

    phase = models.CharField(_("phase"), max_length=60)
    text = models.TextField(_("question"))


class Step(ContentRow):
    """Something that a network can do; nothing forces its order."""

    phase = models.CharField(_("phase"), max_length=60)
    title = models.CharField(_("title"), max_length=120)
    summary = models.TextField(_("in one sentence"))
    why = models.TextField(_("why"))
    how = models.JSONField(_("how"), default=list)
    who = models.JSONField(_("who"), default=list)
    duration = models.CharField(_("how long"), max_length=120)
    yields = models.TextField(_("what it yields"))
    place = models.CharField(_("where in the platform"), max_length=60)
    place_text = models.TextField(_("where in the platform, in words"))
    factors = models.JSONField(_("success factors"), default=list)
    sources = models.JSONField(_("sources"), default=list)


class SuccessFactor(ContentRow):
    """One of the eight things that networks that last have in common."""

    title = models.CharField(_("title"), max_length=120)
    explanation = models.TextField(_("explanation"))
    in_practice = models.TextField(_("in practice"))
    sources = models.JSONField(_("sources"), default=list)


class CheckQuestion(ContentRow):
    """A question that several parties answer separately; `group` 'stop' is a stop sign."""

    check_kind = models.CharField(_("list of questions"), max_length=12)
    group = models.CharField(_("group"), max_length=12)
    text = models.TextField(_("question"))
    lesson = models.TextField(_("lesson"))
    lesson_from = models.CharField(_("where the lesson comes from"), max_length=120)
    talk_with = models.CharField(_("with whom to talk"), max_length=160)
    steps = models.JSONField(_("steps that help"), default=list)
    sources = models.JSONField(_("sources"), default=list)


class RecommendationGroup(ContentRow):
    """One of the three main recommendations of the project."""

    title = models.CharField(_("title"), max_length=160)
    why = models.TextField(_("why"))
    sources = models.JSONField(_("sources"), default=list)


class Recommendation(ContentRow):
    """A recommendation, with the readers it is for."""

    group = models.CharField(_("main recommendation"), max_length=60)
    readers = models.JSONField(_("readers"), default=list)
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("text"))
    points = models.JSONField(_("points"), default=list)
    sources = models.JSONField(_("sources"), default=list)


class Reader(ContentRow):
    """A kind of reader, with the recommendations to begin with, in that reader's words."""

    name = models.CharField(_("name"), max_length=80)
    intro = models.TextField(_("introduction"))
    reading = models.JSONField(_("what to read first"), default=list)


class Source(ContentRow):
    """What the texts lean on."""

    title = models.CharField(_("title"), max_length=200)
    who = models.CharField(_("who made it"), max_length=200)
    kind = models.CharField(_("kind"), max_length=60)
    year = models.CharField(_("year"), max_length=60)
