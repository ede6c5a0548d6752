"""Counting tries, so that nobody does something without end. Limits end by themselves.

Count outside the transaction of the act: the counts stand in the database too, so what is refused
and rolled back would take its count with it.
"""

import ipaddress

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

from wijknetwerk.core.errors import TooManyTries

HOUR, DAY = 3600, 24 * 3600


def count(key: str, *, seconds: int, most: int) -> None:
    """Count one more under this key. TooManyTries above so many within so many seconds."""
    cache.add(key, 0, timeout=seconds)
    try:
        now = cache.incr(key)
    except ValueError:  # it lapsed between these two lines
        return
    if now > most:
        raise TooManyTries


def home(address: str) -> str:
    """What tries are counted under: with IPv6 a home has 2 ** 64 addresses, so its network."""
    if ":" not in address:
        return address
    return str(ipaddress.ip_network(f"{address}/64", strict=False))


def unnamed(*parts: str) -> str:
    """A key from which nobody reads what it was made of, where that would say who did something."""
    return salted_hmac(
        "wijknetwerk.limits", "|".join(parts), secret=settings.SECRET_KEY
    ).hexdigest()
