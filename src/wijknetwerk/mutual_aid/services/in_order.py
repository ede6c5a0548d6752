"""Everybody locks requests, then offers, then matches, the oldest first. Whoever ends many at once
takes all these locks before the first of them: else somebody who answers at that moment holds the
request that comes later and waits for the offer, and the database ends one of both with a fault.
"""

from typing import Any

from django.db.models import Q, QuerySet

from wijknetwerk.mutual_aid.models import OPEN_MATCHES, HelpOffer, HelpRequest, Match


def lock_requests(requests: QuerySet[HelpRequest]) -> None:
    """These requests and the offers that are open with them; within a transaction."""
    _lock(requests)
    matches = Match.objects.filter(request__in=requests.values("pk"), state__in=OPEN_MATCHES)
    _lock(HelpOffer.objects.filter(pk__in=matches.values("offer_id")))


def lock_matches(matches: QuerySet[Match], *, also: Q | None = None) -> None:
    """The requests and the offers of those that are open, and other requests: `also`."""
    open_now = matches.filter(state__in=OPEN_MATCHES)
    whose = Q(pk__in=open_now.values("request_id"))
    _lock(HelpRequest.objects.filter(whose | also if also else whose))
    _lock(HelpOffer.objects.filter(pk__in=open_now.values("offer_id")))


def _lock(rows: QuerySet[Any]) -> None:
    list(rows.select_for_update().order_by("pk").values_list("pk"))
