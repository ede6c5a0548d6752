"""How much one person or one stranger may send in, so that nobody is flooded by it: not the desk,
not who hears concerns, and nobody's mailbox.

Count before the transaction of the act: what is refused and rolled back would take its count along.
"""

from wijknetwerk.core import limits
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import TooManyTries

MOST_A_DAY = 20
"""Of concerns, and of requests for others: more than anybody has in one neighbourhood."""
MOST_RECEIPTS = 3


def count_of(actor: Actor, what: str) -> None:
    """One more of this by who is signed in. TooManyTries above so many a day."""
    key = limits.unnamed(f"mutual_aid.{what}", str(actor.own_id))
    limits.count(key, seconds=limits.DAY, most=MOST_A_DAY)


def may_mail_receipt(address: str) -> bool:
    """Whether a receipt may go to this address, that a stranger typed: a few a day. The receipt is
    on the screen too, and on paper."""
    key = limits.unnamed("mutual_aid.receipt", address.casefold())
    try:
        limits.count(key, seconds=limits.DAY, most=MOST_RECEIPTS)
    except TooManyTries:
        return False
    return True
