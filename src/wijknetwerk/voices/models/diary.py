"""A diary: week after week, on paper, by phone or here. It belongs to who tells it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow
from wijknetwerk.voices.models.story import Story


class Diary(NetworkRow):
    """The diary of one person; private. Its keeper wrote it down where they don't do it here."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("whose"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kept by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    teller_name = EncryptedTextField(_("name of who has no account"), blank=True)
    begun_on = models.DateField(_("begun"))
    ended_on = models.DateField(_("ended"), null=True)

    objects: ClassVar[ScopedManager["Diary"]] = ScopedManager(person_field="person_id")

    class Meta:
        verbose_name = _("diary")

    def __str__(self) -> str:
        return str(self.uuid)


class DiaryEntry(NetworkRow):
    """What somebody told on one day, often as the answer to the question of that week."""

    diary = models.ForeignKey(
        Diary, verbose_name=_("diary"), on_delete=models.CASCADE, related_name="entries"
    )
    on_day = models.DateField(_("day"))
    question = models.CharField(_("question"), max_length=200, blank=True)
    words = EncryptedTextField(_("own words"))
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    story = models.ForeignKey(
        Story,
        verbose_name=_("story that came of it"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["DiaryEntry"]] = ScopedManager()

    class Meta:
        verbose_name = _("day in a diary")
        indexes = [models.Index(fields=["diary", "on_day"], name="diary_by_day")]

    def __str__(self) -> str:
        return str(self.uuid)
