"""What in a text looks like somebody's number, address or birthday (after rule T3).

It only points: whoever writes decides. A neighbour's phone number may be meant to stand there.
"""

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_STREET = (
    r"\b[A-Z][\w'’.-]*(?:straat|laan|weg|plein|hof|kade|dijk|pad|singel|gracht|steeg|dreef|park)"
    r"\s+\d{1,4}\s?[a-zA-Z]?\b"
)
_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|january|february|march|may|june|july|august|october"
)
_PHONE = re.compile(r"(?<![\w+])(?:\+31|0031|0)[\s\-–./()]*(?:\d[\s\-–./()]*){8}\d(?!\d)")
_NUMBER = re.compile(r"(?<!\d)\d(?:[ .]?\d){7,8}(?!\d)")
_POSTCODE = re.compile(r"\b[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}\b")
_ADDRESS = re.compile(_STREET)
_MAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_BIRTHDAY = re.compile(
    rf"\b\d{{1,2}}(?:[-/.]\d{{1,2}}[-/.]|\s+(?:{_MONTHS})\s+)(?:19\d\d|20[0-2]\d)\b", re.IGNORECASE
)


def found_in(text: str) -> list[str | Promise]:
    """In plain words what this text seems to hold; empty when nothing was found."""
    found: list[str | Promise] = []
    if _PHONE.search(text):
        found.append(_("a phone number"))
    if any(_is_bsn(match.group()) for match in _NUMBER.finditer(text)):
        found.append(_("a citizen service number (BSN)"))
    if _POSTCODE.search(text) or _ADDRESS.search(text):
        found.append(_("an address"))
    if _MAIL.search(text):
        found.append(_("an e-mail address"))
    if _BIRTHDAY.search(text):
        found.append(_("a date of birth"))
    return found


def _is_bsn(number: str) -> bool:
    """The check of eleven that every BSN passes, also written with eight digits."""
    digits = [int(sign) for sign in number if sign.isdigit()]
    if len(digits) == 8:
        digits = [0, *digits]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(digit * weight for digit, weight in zip(digits, weights, strict=True))
    return total % 11 == 0 and any(digits)
