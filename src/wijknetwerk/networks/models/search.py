"""The index of what can be found (docs/search.md). Rows that everybody may find have no network,
so that the policy of a network's rows guards all others (rules A4, N4)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.core.models import Thing
from wijknetwerk.core.registries import Audience
from wijknetwerk.core.stems import LONGEST


class SearchEntry(Thing):
    """One thing as it can be found. `home` is the network it is of; `network` is empty when
    everybody may find it. Changed by `services.search` only."""

    network = models.ForeignKey(
        "networks.Network",
        verbose_name=_("network"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    home = models.ForeignKey(
        "networks.Network", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=60)
    subject = models.UUIDField()
    audience = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Audience])
    language = models.CharField(max_length=5)
    title = models.CharField(max_length=300)
    body = models.TextField(blank=True)

    objects: ClassVar[ScopedManager["SearchEntry"]] = ScopedManager(networkless=True)

    class Meta:
        verbose_name = _("what can be found")
        constraints = [
            models.UniqueConstraint(fields=["kind", "subject"], name="thing_is_found_once"),
            models.CheckConstraint(
                name="found_by_its_own_members",
                condition=Q(network=None) | Q(network=models.F("home")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"


class SearchWord(models.Model):
    """A stem of an entry, and what it weighs there: more in the title than in the text.

    A table of stems with an ordinary index, and no full-text index: comparing text is leakproof
    on PostgreSQL, so its index works under a row policy; `@@` is not (decision 16).
    """

    network = models.ForeignKey(
        "networks.Network",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="words")
    stem = models.CharField(max_length=LONGEST)
    weight = models.PositiveSmallIntegerField()

    objects: ClassVar[ScopedManager["SearchWord"]] = ScopedManager(networkless=True)

    class Meta:
        verbose_name = _("stem of what can be found")
        constraints = [
            models.UniqueConstraint(fields=["entry", "stem"], name="stem_once_in_an_entry"),
        ]
        indexes = [
            models.Index(fields=["stem", "network", "-weight", "-entry"], name="entries_by_stem"),
        ]

    def __str__(self) -> str:
        return self.stem


class SearchNear(models.Model):
    """A word of the index under itself and under itself without each of its letters: words that
    share a key are one or two slips apart. For 'did you mean'."""

    network = models.ForeignKey(
        "networks.Network",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    key = models.CharField(max_length=LONGEST)
    word = models.CharField(max_length=LONGEST)
    stem = models.CharField(max_length=LONGEST)

    objects: ClassVar[ScopedManager["SearchNear"]] = ScopedManager(networkless=True)

    class Meta:
        verbose_name = _("word near others")
        indexes = [
            models.Index(fields=["key", "network"], name="words_by_slip"),
            models.Index(fields=["stem", "network"], name="words_near_by_stem"),
        ]

    def __str__(self) -> str:
        return self.word
