"""What every row of a plan has: the plan, and whose it is, so that the resident's own scope finds
it in whatever network, also when they take part there no more (rule P6)."""

from typing import Any, ClassVar, TypeVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow
from wijknetwerk.plans.models.plan import ResidentPlan

RowT = TypeVar("RowT", bound="PlanRow")


class PlanRow(NetworkRow):
    """A row of one plan. Made with `of`, which sets network and resident from the plan."""

    plan = models.ForeignKey(
        ResidentPlan, verbose_name=_("plan"), on_delete=models.PROTECT, related_name="+"
    )
    resident = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("resident"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager[Any]] = ScopedManager(person_field="resident_id")

    class Meta:
        abstract = True

    @classmethod
    def of(cls: type[RowT], plan: ResidentPlan, **fields: Any) -> RowT:
        """A new row of this plan, not stored yet."""
        return cls(plan=plan, network_id=plan.network_id, resident_id=plan.resident_id, **fields)
