"""What columns a spreadsheet of a desk may have, whatever they are called, and what a cell says."""

import re
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.stems import fold

# Field: (what it is called, other headings for it, folded and without spaces).
COLUMNS: dict[str, tuple[str | Promise, str]] = {
    "name": (_("name"), "naam name wie deelnemer bewoner inwoner vrijwilliger volledigenaam"),
    "phone": (_("phone number"), "telefoon telefoonnummer tel mobiel nummer phone"),
    "email": (_("e-mail address"), "email mail emailadres mailadres"),
    "address": (_("street and number"), "adres straat address straatennummer"),
    "pc4": (_("postcode"), "postcode pc pc4 zip"),
    "asks": (_("what is asked"), "vraag hulpvraag vraagt nodig request verzoek"),
    "offers": (_("what is offered"), "aanbod biedt biedtaan hulpaanbod offer kan wilhelpenmet"),
    "since": (_("since"), "sinds datum date aangemeld aangemeldop binnengekomen"),
    "handy": (_("good to know"), "opmerking opmerkingen bijzonderheden notitie note remarks"),
    "yes": (_("said yes to being written down"), "toestemming akkoord ja consent avg"),
}
_KEPT = re.compile(r"[\s()./\-–]+")
_DAYS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%y")
_YES = frozenset(["ja", "j", "yes", "y", "x", "1", "true", "waar", "akkoord", "ok"])


def matched(headings: tuple[str, ...]) -> dict[int, str]:
    """Which column is which field, as far as its heading says; each field once."""
    found: dict[int, str] = {}
    for place, head in enumerate(headings):
        folded = re.sub(r"[^a-z0-9]", "", fold(head))
        code = next((code for code, (_n, words) in COLUMNS.items() if folded in words.split()), "")
        if code and code not in found.values():
            found[place] = code
    return found


def phone(cell: str) -> str | None:
    """The number without decoration, empty for an empty cell; None when it can't be one."""
    number = _KEPT.sub("", cell)
    return number if not number or re.fullmatch(r"\+?\d{3,15}", number) else None


def pc4(cell: str) -> str | None:
    """Four digits of a postcode; None when it is none."""
    found = re.match(r"^\s*([1-9]\d{3})\b|^\s*([1-9]\d{3})\s?[A-Za-z]{2}\s*$", cell)
    if not cell.strip():
        return ""
    return (found.group(1) or found.group(2)) if found else None


def email(cell: str) -> str | None:
    """A mail address; None when it can't be one."""
    if cell:
        try:
            validate_email(cell)
        except ValidationError:
            return None
    return cell


def day(cell: str) -> date | None:
    """A day as people and spreadsheets write it; None when it is none."""
    for shape in _DAYS:
        try:
            return datetime.strptime(cell.strip()[:10], shape).date()
        except ValueError:
            continue
    return None


def says_yes(cell: str) -> bool:
    """Whether a cell says that this person said yes."""
    return fold(cell.strip()) in _YES
