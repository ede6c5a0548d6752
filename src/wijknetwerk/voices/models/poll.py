"""A simple question to many. Nothing says who chose what (decision 0018)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class Poll(NetworkRow):
    """A question with chosen answers and own words, until a day.

    Answers are only counted: `counts` has a number for each choice, and `own_words` is one list
    under lock in an order without meaning.
    """

    question = models.CharField(_("question"), max_length=200)
    choices = models.JSONField(_("answers to choose from"), default=list)
    several = models.BooleanField(_("several answers at once"), default=False)
    closes_on = models.DateField(_("last day"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    answered = models.PositiveIntegerField(_("answers"), default=0)
    counts = models.JSONField(_("how often chosen"), default=list)
    own_words = EncryptedTextField(_("own words"), blank=True)

    objects: ClassVar[ScopedManager["Poll"]] = ScopedManager()

    class Meta:
        verbose_name = _("poll")

    def __str__(self) -> str:
        return self.question


class PollVoter(NetworkRow):
    """A member who answered, so that nobody answers twice. It says nothing of the answer."""

    poll = models.ForeignKey(
        Poll, verbose_name=_("poll"), on_delete=models.CASCADE, related_name="voters"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["PollVoter"]] = ScopedManager()

    class Meta:
        verbose_name = _("who answered a poll")
        constraints = [
            models.UniqueConstraint(fields=["poll", "person"], name="poll_answered_once")
        ]

    def __str__(self) -> str:
        return str(self.uuid)
