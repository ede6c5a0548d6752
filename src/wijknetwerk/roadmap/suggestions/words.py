"""Reasons that say one figure."""

from collections.abc import Callable
from typing import Any

from wijknetwerk.core.registries import Facts


def counted(code: str, words: Any) -> Callable[[Facts], str]:
    """A reason with the figure of one fact as `num`. `words` is lazy; a plural one names `num`."""
    return lambda facts: str(words % {"num": facts[code]})
