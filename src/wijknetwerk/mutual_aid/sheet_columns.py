"""What columns a spreadsheet of a desk may have, whatever they are called, and what a cell says."""

import re
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.stems import fold
from wijknetwerk.mutual_aid.models import MOST_AT_ONCE

# Field: (what it is called, other headings for it, folded and without spaces).
COLUMNS: dict[str, tuple[str | Promise, str]] = {
    "name": (_("name"), "naam name wie deelnemer bewoner inwoner vrijwilliger volledigenaam"),
    "phone": (_("phone number"), "telefoon telefoonnummer tel mobiel nummer phone"),
    "email": (_("e-mail address"), "email mail emailadres mailadres"),
    "address": (_("street and number"), "adres straat address straatennummer"),
    "pc4": (_("postcode"), "postcode pc pc4 zip"),
    "asks": (_("what is asked"), "vraag hulpvraag vraagt nodig request verzoek"),
    "kind": (_("kind of help"), "soorthulp soort categorie kind"),
    "offers": (_("what is offered"), "aanbod biedt biedtaan hulpaanbod offer kan wilhelpenmet"),
    "room": (_("for how many people at once"), "plekken plaatsen aantalplekken voorhoeveelmensen"),
    "helper": (
        _("who helps already"),
        "helper vrijwilliger geholpendoor gekoppeldaan koppeling match wiehelpt maatje",
    ),
    "began": (_("helps since"), "helptsinds gekoppeldop startdatum start begonnen begonnenop"),
    "since": (_("since"), "sinds datum date aangemeld aangemeldop binnengekomen"),
    "handy": (_("good to know"), "opmerking opmerkingen bijzonderheden notitie note remarks"),
    "yes": (_("said yes to being written down"), "toestemming akkoord ja consent avg"),
}
FIRST_YEAR = 1990
LONGEST = 2000  # signs of what is asked, as anywhere
KINDS_APART = ";"
"""Between kinds of help in one cell."""
_KEPT = re.compile(r"[\s()./\-–]+")
_DAYS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%y")
_YES = frozenset(["ja", "j", "yes", "y", "x", "1", "true", "waar", "akkoord", "ok"])


def matched(headings: tuple[str, ...]) -> dict[int, str]:
    """Which column is which field, as far as its heading says; each field once. A heading that may
    be two things is the one that no other column is."""
    may_be = {place: _may_be(head) for place, head in enumerate(headings)}
    found: dict[int, str] = {}
    for place in sorted(may_be, key=lambda place: len(may_be[place])):
        code = next((code for code in may_be[place] if code not in found.values()), "")
        if code:
            found[place] = code
    return dict(sorted(found.items()))


def _may_be(head: str) -> list[str]:
    """The fields of a heading: what we call it ourselves, or one of its other names."""
    folded = _bare(head)
    return [
        code
        for code, (name, words) in COLUMNS.items()
        if folded and (folded == _bare(str(name)) or folded in words.split())
    ]


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))


def room(cell: str) -> int | None:
    """For how many people at once, 0 for an empty cell; None when it can't be so many."""
    bare = cell.strip().removesuffix(".0")
    if not bare:
        return 0
    return (
        int(bare) if re.fullmatch("[0-9]{1,3}", bare) and 1 <= int(bare) <= MOST_AT_ONCE else None
    )


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
    """A day as people and spreadsheets write it; None when it is none, or before any such list."""
    for shape in _DAYS:
        try:
            found = datetime.strptime(cell.strip()[:10], shape).date()
        except ValueError:
            continue
        return found if found.year >= FIRST_YEAR else None
    return None


def says_yes(cell: str) -> bool:
    """Whether a cell says that this person said yes."""
    return fold(cell.strip()) in _YES
