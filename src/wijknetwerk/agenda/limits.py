"""Limits for who signs up without an account: by the address they come from, and by where the
mail goes. They end by themselves; nobody solves a puzzle."""

from hashlib import sha256

from wijknetwerk.core import limits
from wijknetwerk.core.errors import TooManyTries
from wijknetwerk.core.limits import DAY, HOUR

MOST_FROM_ONE_HOME = 12  # an hour; a library or a care home has one address too
MOST_MAILS = 5  # a day to one address
MOST_NEWS = 25  # a day to one address: moved, cancelled, goes on after all


def count_visitor(address: str) -> None:
    """Count one more sign-up from this internet address. TooManyTries above the limit."""
    key = f"agenda.sign-up:{limits.home(address)}"
    limits.count(key, seconds=HOUR, most=MOST_FROM_ONE_HOME)


def may_mail(email: str) -> bool:
    """Count one more mail to an address that a stranger typed; False above the limit."""
    return _may(f"agenda.mail:{_digest(email)}", MOST_MAILS)


def may_tell(email: str) -> bool:
    """The same for what changed: whoever plans events could else move one all day long, with
    somebody on its list who never asked for it."""
    return _may(f"agenda.news:{_digest(email)}", MOST_NEWS)


def _digest(email: str) -> str:
    return sha256(email.lower().encode()).hexdigest()


def _may(key: str, most: int) -> bool:
    try:
        limits.count(key, seconds=DAY, most=most)
    except TooManyTries:
        return False
    return True
