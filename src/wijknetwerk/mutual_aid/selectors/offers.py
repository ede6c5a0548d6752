"""Which offers are open, and how much room they have."""

from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from wijknetwerk.mutual_aid.models import TOGETHER, HelpOffer, Match, OfferState


def open_on(day: date) -> Q:
    """The condition that an offer may be asked on a day: not ended, begun, and not in a pause."""
    begun = Q(from_on=None) | Q(from_on__lte=day)
    not_over = Q(until_on=None) | Q(until_on__gte=day)
    before, after = Q(paused_from=None) | Q(paused_from__gt=day), Q(paused_until__lte=day)
    return Q(state=OfferState.OPEN) & begun & not_over & (before | after)


def running() -> Coalesce:
    """How many matches of an offer are together now, for `annotate()` and `filter()`."""
    rows = Match.objects.filter(offer=OuterRef("pk"), state__in=TOGETHER).order_by()
    counted = rows.values("offer").annotate(together=Count("pk")).values("together")
    return Coalesce(Subquery(counted), 0)


def with_room(rows: "QuerySet[HelpOffer]", day: date) -> "QuerySet[HelpOffer]":
    """Those that may be asked on that day and carry less than their owner set (rule H2)."""
    return rows.filter(open_on(day), room__gt=running())
