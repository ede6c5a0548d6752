"""Who still has to hear that help has stopped: nobody waits at the window for somebody who won't
come. Who stopped it knows, and who was mailed; the desk calls the others.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, Q, Subquery

from wijknetwerk.mutual_aid.models import (
    EndedHow,
    Match,
    MatchAct,
    MatchState,
    MatchStep,
    Neighbour,
    ReachedBy,
)
from wijknetwerk.mutual_aid.selectors.neighbours import email_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

LATELY = timedelta(days=14)


def rows(network: Any, since: Any) -> "QuerySet[Any]":
    """What stopped after a day between two who were together; for `must_hear`. Of a network and a
    day, or slots for them."""
    last = MatchStep.objects.filter(
        match=OuterRef("pk"), act__in=(MatchAct.STOP, MatchAct.END)
    ).order_by("-pk")
    return (
        Match.objects.filter(_stopped(), network=network, ended_on__gt=since)
        .select_related("request__asker__person", "offer__helper__person")
        .annotate(ended_by=Subquery(last.values("by")[:1]))
        .order_by("ended_on", "pk")
    )


def _stopped() -> Q:
    """What is done or not needed any more was agreed between them."""
    agreed = (EndedHow.DONE, EndedHow.NOT_NEEDED)
    return Q(state=MatchState.ENDED, end_told_at=None) & ~Q(ended_how__in=agreed)


def must_hear(match: Any) -> list[tuple[Neighbour, Neighbour]]:
    """Of a row of `rows`: each side that has to be told, with the other."""
    asker, helper = match.request.asker, match.offer.helper
    mailed = match.asked_how == ReachedBy.MAIL
    told = [] if _knows(match, asker, mailed=False) else [(asker, helper)]
    return told if _knows(match, helper, mailed=mailed) else [*told, (helper, asker)]


def _knows(match: Any, one: Neighbour, *, mailed: bool) -> bool:
    if one.person_id is not None and one.person_id == match.ended_by:
        return True
    return (mailed or one.reached_by == ReachedBy.MAIL) and bool(email_of(one))


def still(match: Match, day: date) -> list[tuple[Neighbour, Neighbour]]:
    """The same for one match, for its page at the desk. One query."""
    if match.state != MatchState.ENDED or match.end_told_at is not None:
        return []
    found = rows(match.network, day - LATELY).filter(pk=match.pk).first()
    return must_hear(found) if found else []
