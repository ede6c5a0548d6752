"""What in a text looks like somebody's number, address or birthday (rule T3).

    telltale.hold_back(text, sure=said.sure)      # in a service, before it is stored

`found_in` only points. `hold_back` keeps notes about work free of people's data: a citizen service
number or a date of birth never stands there; the rest may be a place's, if whoever writes says so.
"""

import re

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import InvalidInput

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


class HoldsPersonal(InvalidInput):
    """Held back: it seems to hold data about somebody. Saying 'sure' stores it all the same."""

    code = "holds_personal"


class NeverStored(InvalidInput):
    """Held back whatever one says: a number or a day by which one person is known."""

    code = "never_stored"


def hold_back(text: str, *, sure: bool = False) -> None:
    """Refuse a note that seems to hold somebody's data, with what we see. HoldsPersonal, unless
    sure; NeverStored."""
    found = found_in(text)
    what = {"what": ", ".join(str(one) for one in found)}
    if _BSN in found or _BORN in found:
        raise NeverStored(gettext("In your text we see: %(what)s. Leave that out.") % what)
    if found and not sure:
        sentence = gettext("In your text we see: %(what)s. Leave out what is about one person.")
        raise HoldsPersonal(sentence % what)


_BSN = _("a citizen service number (BSN)")
_BORN = _("a date of birth")


def found_in(text: str) -> list[str | Promise]:
    """In plain words what this text seems to hold; empty when nothing was found."""
    found: list[str | Promise] = []
    if _PHONE.search(text):
        found.append(_("a phone number"))
    if any(_is_bsn(match.group()) for match in _NUMBER.finditer(text)):
        found.append(_BSN)
    if _POSTCODE.search(text) or _ADDRESS.search(text):
        found.append(_("an address"))
    if _MAIL.search(text):
        found.append(_("an e-mail address"))
    if _BIRTHDAY.search(text):
        found.append(_BORN)
    return found


def _is_bsn(number: str) -> bool:
    """The check of eleven that every BSN passes, also written with eight digits."""
    digits = [int(sign) for sign in number if sign.isdigit()]
    if len(digits) == 8:
        digits = [0, *digits]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(digit * weight for digit, weight in zip(digits, weights, strict=True))
    return total % 11 == 0 and any(digits)
