"""What may be noted down for somebody else: a closed list of events (decision 0013).

Every change and every look is a line of the log in its own transaction. So who notes for somebody
can do what is in this list and nothing else: what isn't in it is refused and rolled back.
"""

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed

# Filled by the apps whose services note down for somebody, when they are ready.
noted_events: set[str] = set()


def check(actor: Actor, event: str) -> None:
    """Refuse an actor who notes for somebody and does what nobody may do for another."""
    if actor.noting_for is not None and event not in noted_events:
        raise NotAllowed
