"""Who keeps the desk for whom, and on which days."""

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from wijknetwerk.core import clock
from wijknetwerk.mutual_aid.models import AwayState, DeskAway
from wijknetwerk.networks.rows import within

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Membership, Network


def holding(day: date) -> Q:
    """The condition that a handover counts on a day: accepted, on its days, and both still take
    part."""
    here = within(day, "who__") & within(day, "substitute__")
    return within(day) & here & Q(state=AwayState.ACCEPTED)


def substitute_of(network: "Network", membership_id: int) -> "Membership | None":
    """Who keeps the desk for this member today; None when nobody does. Ends by itself. The caller
    asks whether the substitute still keeps a desk (`networks.selectors.leading`), for what only
    the desk may do."""
    rows = DeskAway.objects.filter(holding(clock.today()), network=network, who=membership_id)
    found = rows.select_related("substitute__person").order_by("-answered_at", "-pk").first()
    return found.substitute if found else None


def coming(network: "Network") -> "QuerySet[DeskAway]":
    """What runs or comes, with both people: asked or accepted, the first day first."""
    rows = DeskAway.objects.filter(
        network=network,
        state__in=[AwayState.ASKED, AwayState.ACCEPTED],
        until_on__gt=clock.today(),
    )
    return rows.select_related("who__person", "substitute__person").order_by("from_on", "pk")
