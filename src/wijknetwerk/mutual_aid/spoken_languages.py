"""Languages that people speak, by their two-letter code (ISO 639-1), in the reader's language."""

from functools import cache

from babel import Locale
from django.utils.translation import get_language


def name(code: str) -> str:
    """'Pools' for 'pl'; the code itself when nobody knows it."""
    return _names(get_language() or "nl").get(code, code)


@cache
def _names(language: str) -> dict[str, str]:
    return dict(Locale.parse(language, sep="-").languages)
