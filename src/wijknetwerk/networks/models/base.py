"""What every row of a network has (rule A4), and periods with a beginning and an end."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager, check_write
from wijknetwerk.core.models import Thing

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import Expression


class NetworkRow(Thing):
    """A row that belongs to one network: read and written only within its scope."""

    network = models.ForeignKey(
        "networks.Network",
        verbose_name=_("network"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager[Any]] = ScopedManager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the row, if its network is in scope."""
        check_write(self.network_id)
        super().save(*args, **kwargs)


class Period(models.Model):
    """A half-open period of local days: from_on is in it, until_on is not (design 4)."""

    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        abstract = True

    def holds_on(self, day: "date") -> bool:
        """Whether this period covers the day."""
        return self.from_on <= day and (self.until_on is None or day < self.until_on)


def within(day: "date | Expression", prefix: str = "") -> Q:
    """The condition that a period covers the day; `prefix` for a related row ('roles__')."""
    begun = Q(**{f"{prefix}from_on__lte": day})
    not_over = Q(**{f"{prefix}until_on": None}) | Q(**{f"{prefix}until_on__gt": day})
    return begun & not_over


def period_constraint(name: str) -> models.CheckConstraint:
    """A period can be empty (ended on its first day), never backwards."""
    return models.CheckConstraint(
        name=name, condition=Q(until_on=None) | Q(until_on__gte=F("from_on"))
    )
