"""Which offers are open, and how much room they have."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from wijknetwerk.core import clock
from wijknetwerk.mutual_aid.models import TOGETHER, HelpOffer, Match, OfferState


def open_on(day: Any) -> Q:
    """The condition that an offer may be asked on a day: not ended, begun, and not in a pause."""
    return not_closed_on(day) & (Q(from_on=None) | Q(from_on__lte=day))


def not_closed_on(day: Any) -> Q:
    """The condition that an offer may be asked on a day for that day or a later one: not ended, not
    over, and not in a pause, in which nothing is asked of this helper at all."""
    not_over = Q(until_on=None) | Q(until_on__gte=day)
    before, after = Q(paused_from=None) | Q(paused_from__gt=day), Q(paused_until__lte=day)
    return Q(state=OfferState.OPEN) & not_over & (before | after)


def running() -> Coalesce:
    """How many matches of an offer are together now, for `annotate()` and `filter()`."""
    rows = Match.objects.filter(offer=OuterRef("pk"), state__in=TOGETHER).order_by()
    counted = rows.values("offer").annotate(together=Count("pk")).values("together")
    return Coalesce(Subquery(counted), 0)


def with_room(rows: "QuerySet[HelpOffer]", day: Any) -> "QuerySet[HelpOffer]":
    """Those that may be asked on that day and carry less than their owner set (rule H2)."""
    return rows.filter(open_on(day), room__gt=running())


LONG = timedelta(days=90)


def long_not_asked(rows: "QuerySet[HelpOffer]") -> "QuerySet[HelpOffer]":
    """Those with room that nobody asked anything of for 90 days: somebody waits to be of use."""
    before = clock.now() - LONG
    quiet = rows.annotate(quiet_since=Coalesce("last_asked_at", "noted_at"))
    return with_room(quiet.filter(quiet_since__lt=before), clock.today())


def waits_to_be_asked(offer: HelpOffer, running_now: int) -> bool:
    """The same of one offer that was read already, with how many run."""
    today = clock.today()
    begins, back = offer.paused_from, offer.paused_until
    pauses = begins is not None and begins <= today and (back is None or back > today)
    begun = offer.from_on is None or offer.from_on <= today
    over = offer.until_on is not None and offer.until_on < today
    open_now = offer.state == OfferState.OPEN and begun and not over and not pauses
    quiet = (offer.last_asked_at or offer.noted_at) < clock.now() - LONG
    return open_now and quiet and running_now < offer.room
