"""Languages that people speak, by their two-letter code (ISO 639-1), in the reader's language."""

from functools import cache

from babel import Locale
from django.utils.translation import get_language

# The languages that one can tick; a spreadsheet may bring any other.
TO_TICK = ("nl", "en", "ar", "tr", "pl", "uk", "ti", "fa", "fr", "es", "de", "zh", "pap", "fy")


def choices() -> list[tuple[str, str]]:
    """Codes with their names, to tick."""
    return [(code, name(code).capitalize()) for code in TO_TICK]


def name(code: str) -> str:
    """'Pools' for 'pl'; the code itself when nobody knows it."""
    return _names(get_language() or "nl").get(code, code)


@cache
def _names(language: str) -> dict[str, str]:
    return dict(Locale.parse(language, sep="-").languages)
