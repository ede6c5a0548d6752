"""The list as a table: which columns there are, what they are called, and what a cell says.

The same columns go out and come in. A heading in a file is matched by its folded name, in Dutch or
English, or by what HSDS calls it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijknetwerk.directory import kinds, when
from wijknetwerk.directory.alike import digits_of, name_key
from wijknetwerk.directory.models import Service, ShownTo
from wijknetwerk.directory.said import Place, Said

# Field, what it is called, and other headings for it (folded).
COLUMNS: dict[str, tuple[object, str]] = {
    "name": (gettext_lazy("name"), "naam titel title activiteit dienst aanbod wat"),
    "kind": (gettext_lazy("kind"), "soort categorie category rubriek thema type"),
    "description": (
        gettext_lazy("what"),
        "omschrijving beschrijving description toelichting inhoud",
    ),
    "eligibility_description": (gettext_lazy("for whom"), "voorwie doelgroep audience wie"),
    "audiences": (gettext_lazy("especially for"), "vooralvoor doelgroepen"),
    "place": (gettext_lazy("where"), "waar locatie plek gebouw location venue"),
    "address_1": (gettext_lazy("street and number"), "adres straat address straatennummer"),
    "postal_code": (gettext_lazy("postcode"), "postcode zip pc"),
    "city": (gettext_lazy("place"), "plaats woonplaats stad dorp town"),
    "schedule": (gettext_lazy("when"), "wanneer tijd tijden openingstijden dagentijd moment"),
    "days": (gettext_lazy("days"), "dagen dag weekdag byday"),
    "opens_at": (gettext_lazy("from (time)"), "begintijd vanaf start opensat"),
    "closes_at": (gettext_lazy("until (time)"), "eindtijd tot einde closesat"),
    "phone": (gettext_lazy("phone number"), "telefoon telefoonnummer tel nummer number bellen"),
    "phone_description": (gettext_lazy("when one can call"), "belmoment bereikbaar"),
    "contact_name": (gettext_lazy("who answers"), "contact contactpersoon contactname"),
    "organization_name": (
        gettext_lazy("by whom"),
        "organisatie organization aanbieder doorwie instelling vereniging",
    ),
    "email": (gettext_lazy("e-mail address"), "email mail emailadres mailadres"),
    "url": (gettext_lazy("website"), "site link webadres internet"),
    "fees_description": (gettext_lazy("what it costs"), "kosten prijs cost fees bijdrage"),
    "application_process": (gettext_lazy("how to join"), "aanmelden aanmelding meedoen"),
    "alternate_name": (gettext_lazy("also called"), "anderenaam anderenamen alternatename"),
    "alert": (gettext_lazy("good to know now"), "letop bijzonderheden opmerking"),
    "shown_to": (gettext_lazy("who may read it"), "zichtbaar leesbaar"),
    "assured_date": (gettext_lazy("last checked"), "gecheckt nagekeken gekekenop assureddate"),
}
LONGEST = {
    "name": 120, "description": 1000, "eligibility_description": 300, "place": 120,
    "address_1": 120, "postal_code": 12, "city": 80, "schedule": 200, "phone_description": 120,
    "contact_name": 120, "organization_name": 120, "fees_description": 200,
    "application_process": 300, "alternate_name": 200, "alert": 200, "email": 254, "url": 200,
}  # fmt: skip
_SHORT_DAYS = ("ma di wo do vr za zo", "mo tu we th fr sa su")
_DAY_WORDS = {
    word: day for words in _SHORT_DAYS for word, day in zip(words.split(), kinds.DAYS, strict=True)
}
_TIME = re.compile(r"^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(?:uur|u|h)?$")


def heading() -> list[str]:
    """What the columns are called for this reader."""
    return [str(name) for name, _others in COLUMNS.values()]


def matched(headings: tuple[str, ...]) -> dict[int, str]:
    """Which column of a file is which field, as far as its heading says; each field once."""
    found: dict[int, str] = {}
    for exact in (True, False):
        for place, head in enumerate(headings):
            code = _field_called(head, exact=exact)
            if place not in found and code and code not in found.values():
                found[place] = code
    return found


def _field_called(head: str, *, exact: bool) -> str:
    said = _folded(head)
    for code, (name, others) in COLUMNS.items():
        own = {code.replace("_", ""), _folded(str(name))}
        if said in own or (not exact and said in others.split()):
            return code
    return ""


def _folded(text: str) -> str:
    return name_key(text).replace(" ", "")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a file: what it says, what is wrong with it, and what was not understood."""

    number: int
    title: str
    said: Said | None
    bad: str = ""
    notes: tuple[str, ...] = ()
    checked_on: date | None = None
    external: UUID | None = None
    as_given: str = field(default="", repr=False)
    """The record of an HSDS file as it was."""
    text: str = field(default="", repr=False)


def entry_of(number: int, cells: Mapping[str, str], shown_to: str, kind: str = "") -> Entry:
    """What the cells of one line say. A line that can't be used has a reason; a cell that can't be
    used is left out and named."""
    name = cells.get("name", "").strip()
    text = "; ".join(cell for cell in cells.values() if cell)[:80]
    if not name:
        return Entry(number, text, None, _("There is no name in this line."), text=text)
    for code, most in LONGEST.items():
        if len(cells.get(code, "")) > most:
            told = {"column": COLUMNS[code][0], "most": most}
            said = _("'%(column)s' is too long: at most %(most)s signs.") % told
            return Entry(number, name, None, said, text=text)
    notes: list[str] = []
    try:
        said_of = _said(name, cells, shown_to, kind, notes)
        checked = _day(cells.get("assured_date", ""))
    except ValueError as wrong:
        return Entry(number, name, None, str(wrong), text=text)
    return Entry(number, name, said_of, "", tuple(notes), checked, text=text)


def _said(name: str, cells: Mapping[str, str], shown_to: str, kind: str, notes: list[str]) -> Said:
    plain = (
        "alternate_name", "organization_name", "description", "eligibility_description",
        "phone_description", "contact_name", "fees_description", "application_process", "alert",
    )  # fmt: skip
    return Said(
        name=name,
        kind=kind or _kind(name, cells, notes),
        audiences=tuple(
            kinds.known_audiences(
                cells.get("audiences", "") or cells.get("eligibility_description", "")
            )
        ),
        phone=_phone(cells.get("phone", "")),
        email=read_mail(cells.get("email", "")),
        url=read_web(cells.get("url", "")),
        shown_to=_shown(cells.get("shown_to", ""), shown_to),
        places=tuple(place for place in (_place(cells),) if not place.empty),
        **{code: cells.get(code, "").strip() for code in plain},
    )


def _kind(name: str, cells: Mapping[str, str], notes: list[str]) -> str:
    """The kind that the cell names; else the likeliest one by its words, which is told."""
    cell = cells.get("kind", "")
    if found := kinds.known_kind(cell):
        return found
    words = " ".join((cell, name, cells.get("alternate_name", "")))
    guessed = kinds.guessed_kind(words) or kinds.guessed_kind(cells.get("description", ""))
    guessed = guessed or kinds.OTHER
    notes.append(_("We chose the kind: %(kind)s") % {"kind": kinds.name_of(guessed)})
    return guessed


def _place(cells: Mapping[str, str]) -> Place:
    days = _days(cells.get("days", "") or cells.get("schedule", ""))
    return Place(
        name=cells.get("place", "").strip(),
        address_1=cells.get("address_1", "").strip(),
        postal_code=cells.get("postal_code", "").strip(),
        city=cells.get("city", "").strip(),
        schedule=cells.get("schedule", "").strip(),
        byday=days,
        freq="WEEKLY" if days else "",
        opens_at=_time(cells.get("opens_at", "")),
        closes_at=_time(cells.get("closes_at", "")),
    )


def _days(text: str) -> str:
    """Days that are named with a whole word or in two letters: 'ma en do', 'maandag', 'MO,TH'."""
    words = name_key(text).split()
    named = {day_by_name().get(word) or _DAY_WORDS.get(word) for word in words}
    return ",".join(day for day in kinds.DAYS if day in named)


def day_by_name() -> dict[str, str]:
    """Codes of days by their name in this reader's language."""
    return {name_key(when.day_name(day)): day for day in kinds.DAYS}


def _time(text: str) -> time | None:
    if not text.strip():
        return None
    found = _TIME.match(text.strip().lower())
    hours, minutes = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if hours > 23 or minutes > 59:
        raise ValueError(_("This is no time: %(text)s. For example: 10.30.") % {"text": text[:20]})
    return time(hours, minutes)


def _day(text: str) -> date | None:
    text = text.strip()
    if not text:
        return None
    dutch = re.match(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$", text)
    try:
        if dutch:
            return date(int(dutch[3]), int(dutch[2]), int(dutch[1]))
        return date.fromisoformat(text[:10])
    except ValueError:
        told = {"text": text[:20]}
        raise ValueError(_("This is no day: %(text)s. For example: 31-12-2026.") % told) from None


def _phone(text: str) -> str:
    if not text.strip():
        return ""
    digits = digits_of(text)
    rest = re.sub(r"[\d\s()+./\-–]", "", text)
    if rest or not 3 <= len(digits) <= 15:
        raise ValueError(_("This is no phone number: %(text)s") % {"text": text[:30]})
    return digits


def read_mail(text: str) -> str:
    """An e-mail address that is right, or nothing. ValueError with a sentence."""
    try:
        if text.strip():
            validate_email(text.strip())
    except ValidationError:
        raise ValueError(_("The e-mail address is not right.")) from None
    return text.strip()


def read_web(text: str) -> str:
    """The address of a website, with https where it has none. ValueError with a sentence."""
    text = text.strip()
    if text and "://" not in text:
        text = f"https://{text}"
    try:
        if text:
            URLValidator(schemes=["http", "https"])(text)
    except ValidationError:
        raise ValueError(_("The website is not right.")) from None
    return text


def _shown(text: str, usual: str) -> str:
    said = text.strip().casefold()
    for code, label in ShownTo.choices:
        if said in (code, str(label).casefold()):
            return code
    return usual


def cells_of(row: Service, said: Said) -> list[str]:
    """The cells of one entry, in the order of the columns."""
    place = said.places[0] if said.places else Place()
    told = {
        **{code: str(getattr(said, code)) for code in COLUMNS if hasattr(said, code)},
        "kind": kinds.name_of(said.kind),
        "audiences": ", ".join(
            kinds.audiences()[code].name for code in said.audiences if code in kinds.audiences()
        ),
        "place": place.name,
        "address_1": place.address_1,
        "postal_code": place.postal_code,
        "city": place.city,
        "schedule": place.schedule,
        "days": ", ".join(when.day_name(day) for day in kinds.DAYS if day in place.byday),
        "opens_at": f"{place.opens_at:%H:%M}" if place.opens_at else "",
        "closes_at": f"{place.closes_at:%H:%M}" if place.closes_at else "",
        "shown_to": str(ShownTo(said.shown_to).label),
        "assured_date": row.assured_date.isoformat() if row.assured_date else "",
    }
    return [told[code] for code in COLUMNS]
