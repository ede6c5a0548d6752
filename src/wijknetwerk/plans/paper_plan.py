"""A plan on paper: the circle, and the sheet to begin with at the kitchen table."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words, phone_words
from wijknetwerk.plans import drawing_circle
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.selectors.agreements import AgreementShown
from wijknetwerk.plans.selectors.blocks import LineShown
from wijknetwerk.plans.selectors.pages import PlaceShown, PlanPage

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


def plan_sheet(hand: Hand, page: PlanPage, agreed: Sequence[AgreementShown]) -> bytes:
    """The plan on one A4 for the kitchen table: whom to call, what was agreed, then the words."""
    plan, contact = hand.plan, page.contact
    with translation.override(plan.resident.language or "nl"):
        data = {
            "title": _("The plan of %(who)s") % {"who": plan.resident.name},
            "made": _("Printed on %(day)s. It is of %(who)s, who chooses who reads it.")
            % {"day": date_words(clock.now(), weekday=False), "who": plan.resident.name},
            "call_title": _("Call first:") if page.sees_circle else "",
            "call": {
                "name": contact.name if contact else _("Nobody is called first yet."),
                "about": _about(contact) if contact else "",
                "phone": phone_words(
                    (contact.phone if contact else "") or plan.network.phone or ""
                ),
            },
            "agreed_title": _("What was agreed") if agreed else "",
            "agreed": [
                [one.what, one.who, date_words(one.due_on, weekday=False)] for one in agreed
            ],
            "heads": [_("What"), _("Who"), _("Before or on")],
            "blocks": [
                {"title": str(block.title), "lines": [_in_words(line) for line in block.lines]}
                for block in page.blocks
                if block.lines
            ],
            "circle_title": _("The circle"),
            "circle": [
                f"{one.name} ({_about(one)})" + (f" {_unbroken(one.phone)}" if one.phone else "")
                for one in page.circle
                if not one.is_asked and not one.is_contact
            ],
        }
        language = plan.resident.language or "nl"
        return pdf.render(LETTERS / "plan.typ", data, language=language)


def _unbroken(phone: str) -> str:
    return phone_words(phone).replace(" ", "\u00a0").replace("–", "–\u2060")


def _in_words(line: LineShown) -> str:
    beside = [str(line.beside)] if line.beside else []
    if line.chosen:
        beside.append(str(line.chosen.words))
    if line.on:
        day = date_words(line.on, weekday=False)
        beside.append(_("we look back on %(day)s") % {"day": day})
    return f"{line.text} ({', '.join(beside)})" if beside else line.text


def kitchen_sheet(network: Any) -> bytes:
    """One A4 with lines to write on; typed over later, line by line."""
    data = {
        "title": _("My plan"),
        "network": network.name,
        "lead": _("Write in your own words. It is yours. Nobody sees it, unless you say so."),
        "fields": [_("Name"), _("Date")],
        "blocks": [
            _block(_("I want"), _("What do you want to keep, or to do again?"), 3),
            _block(_("I can"), _("What can you do yourself? What can your own people do?"), 3),
            _block(_("I need"), _("What do you need help with, and from whom?"), 3),
            _block(_("My goals"), _("What do you want to reach, and when do we look back?"), 2),
            _block(_("Whom do I call?"), _("A name and a phone number."), 1),
            _block(_("Who may read this?"), _("Write a name. What may that person not see?"), 2),
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
