"""What waits for whom."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.core.models import Thing


class Waiting(Thing):
    """One thing that waits for one person; opened and closed by the service that causes it.

    Good-to-know that its reader put away stays open (`away_at`) as long as the matter lasts, so
    that it doesn't come back. When it is done, `words` are emptied: a closed row names nobody.
    """

    kind = models.CharField(_("kind"), max_length=60)
    duty = models.BooleanField(_("somebody waits for it"), default=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    subject = models.UUIDField(_("about"))
    network_uuid = models.UUIDField(_("network"), null=True, blank=True)
    place = models.JSONField(_("where it is done"), default=dict, blank=True)
    words = models.JSONField(_("what its title names"), default=dict, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    opened_at = models.DateTimeField(_("waits since"), default=clock.now)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    away_at = models.DateTimeField(_("put away"), null=True, blank=True)

    objects: ClassVar[ScopedManager["Waiting"]] = ScopedManager(
        person_field="person_id", network_field="network_uuid", networkless=True
    )

    class Meta:
        verbose_name = _("waiting thing")
        verbose_name_plural = _("waiting things")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "subject"],
                condition=Q(done_at=None),
                name="waits_once_for_a_person",
            ),
        ]
        indexes = [
            models.Index(
                fields=["person", "opened_at"],
                condition=Q(done_at=None, away_at=None),
                name="waiting_of_a_person",
            ),
            models.Index(
                fields=["subject"], condition=Q(done_at=None), name="waiting_about_a_thing"
            ),
            models.Index(
                fields=["done_at"], condition=Q(done_at__isnull=False), name="waiting_done"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"


class Rhythm(models.TextChoices):
    """How often somebody wants to read in a mail what waits."""

    DAILY = "daily", _("every working day")
    WEEKLY = "weekly", _("once a week")
    NEVER = "never", _("no mail")


class DigestChoice(Thing):
    """What a person chose; who chose nothing gets the mail on working days."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    rhythm = models.CharField(
        _("how often"), max_length=10, choices=Rhythm.choices, default=Rhythm.DAILY
    )
    weekday = models.PositiveSmallIntegerField(_("on which day"), default=0)

    class Meta:
        verbose_name = _("choice of mail about what waits")
        constraints = [
            models.CheckConstraint(name="digest_day_is_a_weekday", condition=Q(weekday__lte=6)),
        ]

    def __str__(self) -> str:
        return f"{self.rhythm} {self.person_id}"


class DigestSent(Thing):
    """That a person got a mail on a day; stored together with the mail, so at most one a day."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    on = models.DateField(_("day"))

    class Meta:
        verbose_name = _("mail about what waits")
        constraints = [
            models.UniqueConstraint(fields=["person", "on"], name="one_digest_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.person_id}"
