"""What follows from an act on a match: what waits for whom, mail and links, the first check.

Called by `match_steps` in its transaction, after the new state was stored.
"""

from wijknetwerk.mutual_aid.access import Hand
from wijknetwerk.mutual_aid.models import Match, MatchAct


def after_step(hand: Hand, match: Match, act: MatchAct, *, was_together: bool) -> None:
    """Let others know, each as far as they may know (rule H1)."""
