"""What is counted of requests, for the facts of a network: counts, never of a person."""

from datetime import timedelta

from django.db.models import Count, Q

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Facts
from wijknetwerk.mutual_aid.models import OPEN_REQUESTS, HelpRequest, RequestState

LONG = timedelta(days=14)
YEAR = timedelta(days=365)


def count(network_id: int) -> Facts:
    """Open requests, those that wait longer than two weeks, and what ended within a year."""
    waits = Q(state__in=[RequestState.NEW, RequestState.WAITING])
    ended = Q(state=RequestState.ENDED, ended_on__gte=clock.today() - YEAR)
    return HelpRequest.objects.filter(network=network_id).aggregate(
        help_requests_open=Count("pk", filter=Q(state__in=OPEN_REQUESTS)),
        help_requests_waiting_long=Count(
            "pk", filter=waits & Q(waits_since__lt=clock.now() - LONG)
        ),
        help_requests_ended_year=Count("pk", filter=ended),
    )
