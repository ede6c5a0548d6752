"""Messages within the circle: to all, unless somebody is left out, which the resident sees."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.plans.models.base import PlanRow
from wijknetwerk.plans.parts import Part, part_of


class Message(PlanRow):
    """What somebody writes to the circle. Who reads it is asked when it is read."""

    text = EncryptedTextField(_("message"))
    money = models.BooleanField(_("about money"), default=False)
    written_at = models.DateTimeField(_("written"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["Message"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("message in a circle")
        indexes = [models.Index(fields=["plan", "written_at"], name="message_of_plan")]

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def part(self) -> Part:
        """The part of the plan that it is in."""
        return part_of(Part.MESSAGES, money=self.money)


class LeftOut(PlanRow):
    """Somebody for whom one message is not. Never the resident."""

    message = models.ForeignKey(
        Message, verbose_name=_("message"), on_delete=models.CASCADE, related_name="left_out"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("left out"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["LeftOut"]] = ScopedManager(person_field="resident_id")

    class Meta:
        verbose_name = _("left out of a message")
        constraints = [
            models.UniqueConstraint(fields=["message", "person"], name="left_out_once"),
            models.CheckConstraint(
                name="resident_is_never_left_out",
                condition=~models.Q(person=models.F("resident")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)
