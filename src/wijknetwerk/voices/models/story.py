"""What people tell: a story, a question or an idea, in their own words (rule W3, decision 0018).

The words are always under lock, however far they may go: a story that is narrowed leaves nothing
readable behind. A story that is taken back stays as an empty row, so that nothing points nowhere.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class StoryKind(models.TextChoices):
    """What it is."""

    STORY = "story", _("story")
    QUESTION = "question", _("question")
    IDEA = "idea", _("idea")


class Source(models.TextChoices):
    """How it came to us."""

    HERE = "here", _("written here")
    TALK = "talk", _("a talk")
    DIARY = "diary", _("a diary")
    GROUP = "group", _("a group conversation")
    WALK = "walk", _("a walk")
    POLL = "poll", _("a poll")
    LETTER = "letter", _("a letter")
    PHONE = "phone", _("a phone call")


class Reach(models.TextChoices):
    """How far it may go, as the teller said."""

    OWN = "own", _("only you")
    NETWORK = "network", _("the network")
    EVERYBODY = "everybody", _("everybody")


class YesHow(models.TextChoices):
    """How the teller said how far it may go."""

    IN_APP = "in_app", _("here, by themselves")
    PHONE = "phone", _("spoken, by phone")
    IN_PERSON = "in_person", _("spoken, face to face")
    PAPER = "paper", _("on paper")
    SLIP = "slip", _("with the slip of paper")


class Story(NetworkRow):
    """Something that one person told. Who told it stays empty where nobody is to know."""

    kind = models.CharField(_("what it is"), max_length=10, choices=StoryKind.choices)
    source = models.CharField(_("from"), max_length=10, choices=Source.choices)
    told_on = models.DateField(_("told on"))
    reach = models.CharField(_("how far it may go"), max_length=10, choices=Reach.choices)
    named = models.BooleanField(_("with a name"), default=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who told it"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written down by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    teller_name = EncryptedTextField(_("name of who has no account"), blank=True)
    shown_name = EncryptedTextField(_("name as they want it"), blank=True)
    title = EncryptedTextField(_("title"), blank=True)
    words = EncryptedTextField(_("own words"), blank=True)
    words_changed_on = models.DateField(_("words changed on"), null=True)
    photo = models.ForeignKey(
        "core.PrivateFile",
        verbose_name=_("photo"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    photo_words = EncryptedTextField(_("what the photo shows"), blank=True)
    sound = models.ForeignKey(
        "core.PrivateFile",
        verbose_name=_("sound"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    talk = models.UUIDField(_("group conversation"), null=True)
    from_kind = models.CharField(_("kind of thing it came from"), max_length=40, blank=True)
    from_uuid = models.UUIDField(_("thing it came from"), null=True)
    answer = EncryptedTextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("answered by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    answered_at = models.DateTimeField(_("answered"), null=True)
    withdrawn_at = models.DateTimeField(_("taken back"), null=True)

    objects: ClassVar[ScopedManager["Story"]] = ScopedManager(person_field="person_id")

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        constraints = [
            models.CheckConstraint(
                name="story_taken_back_is_nobodys",
                condition=Q(withdrawn_at=None)
                | Q(reach="own", named=False, person=None, noted_by=None, photo=None, sound=None),
            ),
        ]
        indexes = [
            models.Index(fields=["network", "reach", "told_on"], name="story_by_network"),
            models.Index(fields=["person"], name="story_by_teller"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class StoryYes(NetworkRow):
    """One yes of a teller: how far, with or without name, and the exact sentence. Only added to."""

    story = models.ForeignKey(
        Story, verbose_name=_("story"), on_delete=models.PROTECT, related_name="yeses"
    )
    reach = models.CharField(_("how far it may go"), max_length=10, choices=Reach.choices)
    named = models.BooleanField(_("with a name"), default=False)
    how = models.CharField(_("how it was said"), max_length=20, choices=YesHow.choices)
    sentence = models.TextField(_("the sentence that was read"))
    sentence_hash = models.CharField(max_length=64)
    language = models.CharField(_("language"), max_length=5)
    said_at = models.DateTimeField(_("said"))
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["StoryYes"]] = ScopedManager()

    class Meta:
        verbose_name = _("yes to a story")

    def __str__(self) -> str:
        return str(self.uuid)
