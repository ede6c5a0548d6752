"""Who leaves the network, and a network that rests or stops: what is open between neighbours goes
no further, what runs stops. By the system, with neutral words: nobody is named who did it."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q, QuerySet

from wijknetwerk.core import clock
from wijknetwerk.mutual_aid.access import hand_of_system
from wijknetwerk.mutual_aid.models import (
    OPEN_MATCHES,
    OPEN_REQUESTS,
    TOGETHER,
    Match,
    MatchAct,
    MatchState,
)
from wijknetwerk.mutual_aid.selectors import settled
from wijknetwerk.mutual_aid.services import in_order, match_follows, match_steps

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

_WHOLE = ("network", "request__asker__person", "offer__helper__person")
_WAITING = (MatchState.ASKED, MatchState.WILLING)


def member_left(member: Any) -> None:
    """Whoever left asks, helps and comes along no more."""
    asks = Q(request__asker__person=member.person_id)
    helps = Q(offer__helper__person=member.person_id)
    rows = Match.objects.filter(network=member.network_id)
    close(rows.filter(asks | helps), "mutual_aid.member_left")
    for row in rows.filter(meet_with=member, state=MatchState.AGREED):
        nobody_along(row)


def nobody_along(match: Match) -> None:
    """Who would come along to the first meeting does not."""
    match.meet_with = None
    match.save(update_fields=["meet_with"])
    match_follows.companion_waits(match)


def stop(network: "Network") -> None:
    """The network stops: nothing is open any more. Run again it does nothing."""
    rows = Match.objects.filter(network=network)
    in_order.lock_matches(rows, also=Q(network=network, state__in=OPEN_REQUESTS))
    close(rows, "mutual_aid.network_stopped")


def resume(network: "Network") -> None:
    """After a rest everybody has the whole time again to answer what was asked before."""
    day = clock.today() + timedelta(days=settled.of(network).lapse_days)
    waiting = Match.objects.filter(network=network, state__in=_WAITING)
    waiting.filter(lapse_on__lt=day).update(lapse_on=day)


@transaction.atomic
def close(rows: QuerySet[Match], code: str) -> None:
    """End what runs and close what is open, in the order in which rows are locked."""
    in_order.lock_matches(rows)
    open_now = rows.filter(state__in=OPEN_MATCHES).order_by("request_id", "offer_id")
    for row in open_now.select_related(*_WHOLE):
        act = MatchAct.STOP if row.state in TOGETHER else MatchAct.WITHDRAW
        match_steps.step(hand=hand_of_system(row, code), act=act)
