"""A plan on paper: the circle, and the sheet to begin with at the kitchen table."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words
from wijknetwerk.plans import drawing_circle
from wijknetwerk.plans.selectors.pages import PlaceShown

LETTERS = Path(__file__).parent / "letters"


def circle_paper(resident: str, people: Sequence[PlaceShown]) -> bytes:
    """The circle on one A4, who is called first on top."""
    contact = next((one for one in people if one.is_contact), None)
    title = _("The circle of %(who)s") % {"who": resident}
    data = {
        "title": title,
        "made": _("Printed on %(day)s") % {"day": date_words(clock.now(), weekday=False)},
        "call_title": _("Call first:"),
        "call": {
            "name": contact.name if contact else _("Nobody is called first yet."),
            "about": _about(contact) if contact else "",
            "phone": contact.phone if contact else "",
        },
        "svg": str(drawing_circle.circle(resident, people, ink=drawing_circle.PAPER)),
        "tall": 12 if len(people) <= 8 else 15,
        "alt": _("The same names stand in the list."),
        "heads": [_("Name"), _("As"), _("Phone number")],
        "people": [[one.name, _about(one), one.phone] for one in people],
    }
    return pdf.render(LETTERS / "circle.typ", data, language=get_language() or "nl")


def kitchen_sheet(network: Any) -> bytes:
    """One A4 with lines to write on; typed over later, line by line."""
    data = {
        "title": _("My plan"),
        "network": network.name,
        "lead": _("Write in your own words. It is yours. Nobody sees it, unless you say so."),
        "fields": [_("Name"), _("Date")],
        "blocks": [
            _block(_("I want"), _("What do you want to keep, or to do again?"), 4),
            _block(_("I can"), _("What can you do yourself? What can your own people do?"), 4),
            _block(_("I need"), _("What do you need help with, and from whom?"), 4),
            _block(_("Whom do I call?"), _("A name and a phone number."), 3),
        ],
        "foot": _("Want to type this over together? Call %(phone)s.") % {"phone": network.phone}
        if network.phone
        else _("Who helps you can type this over together with you."),
    }
    return pdf.render(LETTERS / "kitchen.typ", data, language=get_language() or "nl")


def _about(one: PlaceShown) -> str:
    words = one.relation or str(one.role)
    return f"{words}, {one.party}" if one.party else words


def _block(title: str, hint: str, lines: int) -> dict[str, Any]:
    return {"title": title, "hint": hint, "lines": lines}
