"""Questions that nobody answered go no further, each in a transaction of its own."""

from wijknetwerk.core import clock
from wijknetwerk.mutual_aid.access import hand_of_system
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.models import Match, MatchAct, MatchState
from wijknetwerk.mutual_aid.services import match_steps

_WAITING = (MatchState.ASKED, MatchState.WILLING)


def lapse_due() -> int:
    """Let everything lapse whose day has come; how many. Who answers at that very moment is first,
    or hears that it is over."""
    rows = Match.objects.filter(state__in=_WAITING, lapse_on__lte=clock.today())
    rows = rows.exclude(network__paused_on__lte=clock.today())  # nobody is called to anything
    count = 0
    whole = ("network", "request__asker__person", "offer__helper__person")
    for row in rows.select_related(*whole).order_by("pk"):
        try:
            match_steps.step(hand=hand_of_system(row, "worker.lapse"), act=MatchAct.LAPSE)
        except NotNow:
            continue  # answered meanwhile
        count += 1
    return count
