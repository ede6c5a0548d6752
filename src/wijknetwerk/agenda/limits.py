"""Limits for who signs up without an account: by the address they come from, and by where the
mail goes. They end by themselves; nobody solves a puzzle."""

import ipaddress
from hashlib import sha256

from django.core.cache import cache

from wijknetwerk.core.errors import TooManyTries

HOUR, DAY = 3600, 24 * 3600
MOST_FROM_ONE_HOME = 12  # an hour; a library or a care home has one address too
MOST_MAILS = 5  # a day to one address
MOST_NEWS = 25  # a day to one address: moved, cancelled, goes on after all


def count_visitor(address: str) -> None:
    """Count one more sign-up from this internet address. TooManyTries above the limit."""
    _count(f"agenda.sign-up:{_home(address)}", HOUR, MOST_FROM_ONE_HOME)


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
        _count(key, DAY, most)
    except TooManyTries:
        return False
    return True


def _count(key: str, seconds: int, most: int) -> None:
    cache.add(key, 0, timeout=seconds)
    try:
        count = cache.incr(key)
    except ValueError:  # it lapsed between these two lines
        return
    if count > most:
        raise TooManyTries


def _home(address: str) -> str:
    """With IPv6 a home has 2 ** 64 addresses, so its network."""
    if ":" not in address:
        return address
    return str(ipaddress.ip_network(f"{address}/64", strict=False))
