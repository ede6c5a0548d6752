"""Addresses of pages, remembered: a page asks for some twenty, most of them the same each time."""

from functools import lru_cache
from typing import Any

from django.urls import get_script_prefix, get_urlconf, reverse

REMEMBERED = 8192


def address(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page by its URL name. NoReverseMatch when there is none."""
    return _address(get_urlconf(), get_script_prefix(), name, args, tuple(kwargs.items()))


@lru_cache(maxsize=REMEMBERED)
def _address(
    urlconf: str | None,
    prefix: str,
    name: str,
    args: tuple[Any, ...],
    kwargs: tuple[tuple[str, Any], ...],
) -> str:
    return reverse(name, urlconf=urlconf, args=args or None, kwargs=dict(kwargs) or None)
