"""What goes on paper for checks: a letter with a card that comes back, and the list of whom to call
on one sheet, with room to write."""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import segno
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words, phone_words
from wijknetwerk.mutual_aid.models import FollowUp, Side
from wijknetwerk.mutual_aid.selectors.checks import DueMatch, side_row
from wijknetwerk.mutual_aid.selectors.neighbours import first_name_of, name_of

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

FOLDER = Path(__file__).resolve().parent.parent / "letters"
EMPTY = 3  # lines without a name at the end of the list


def letters_pdf(network: "Network", made: Sequence[tuple[FollowUp, str]]) -> bytes:
    """A letter for each, on a page of its own, with its card at the bottom."""
    language = get_language() or "nl"
    with translation.override(language):
        address = settings.SITE_URL + reverse("mutual_aid:check_code")
        short = urlsplit(address).netloc + urlsplit(address).path.rstrip("/")
        phone = phone_words(network.phone) if network.phone else ""
        data: dict[str, Any] = {
            "title": _("How does the help go?"),
            "network": network.name,
            "date": date_words(clock.now()),
            "letters": [_letter(row, code) for row, code in made],
            "ways_title": _("This is how you answer"),
            "ways": [
                _("Fill in the card below. Hand it in, or post it to us."),
                *([_("Or call us: %(phone)s.") % {"phone": phone}] if phone else []),
                _("Or go to %(address)s and type the code.") % {"address": short},
            ],
            "free": _("Only answer if you like. What you write is read by us, by nobody else."),
            "card": _card(network),
            "closing": _("With kind regards,"),
            "sender": network.name,
            "phone": phone,
        }
        return pdf.render(FOLDER / "check.typ", data, language=language)


def _card(network: "Network") -> dict[str, Any]:
    return {
        "title": _("Card for %(network)s") % {"network": network.name},
        "code": _("Code"),
        "answers": [_("Yes"), _("Partly"), _("No")],
        "questions": [_("Does it go well?"), _("Are you content with it?")],
        "need": _("Is anything needed? Then we call you."),
        "mark": _("How well are you these days, from 0 to 10? Only if you like."),
        "cut": _("Cut here"),
    }


def _letter(row: FollowUp, code: str) -> dict[str, Any]:
    match, who = row.match, side_row(row)
    asks = row.side == Side.ASKER
    other = first_name_of(match.offer.helper if asks else match.request.asker)
    said = _("%(who)s helps you.") if asks else _("You help %(who)s.")
    address = f"{settings.SITE_URL}{reverse('mutual_aid:check_code')}#{code}"
    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="svg", border=0, scale=4)
    return {
        "to": [name_of(who), *who.address.read().splitlines()],
        "opening": _("Dear %(name)s,") % {"name": name_of(who)},
        "said": " ".join([said % {"who": other}, _("We would like to know how it goes.")]),
        "takes_mark": asks,
        "code": code,
        "qr": picture.getvalue().decode(),
        "qr_alt": _("Picture for the camera of your phone. It opens the page with your code."),
    }


def call_list_pdf(network: "Network", found: Sequence[DueMatch], today: date) -> bytes:
    """Name, number, why, and room to write: one sheet for one morning."""
    language = get_language() or "nl"
    lines = [
        {
            "name": side.name,
            "call": _("ask for %(who)s") % {"who": side.call} if side.call else "",
            "phone": phone_words(side.phone) if side.phone else _("no number"),
            "why": (_("helps %(who)s") if side.is_helper else _("is helped by %(who)s"))
            % {"who": side.other},
            "note": _note(side.handy, side.tries),
        }
        for pair in found
        for side in pair.sides
        if side.by_phone
    ]
    data = {
        "title": _("To call: how does the help go?"),
        "network": network.name,
        "date": date_words(today),
        "lead": _("Three questions: does it go well, are you content, is anything needed?"),
        "head": [_("Name"), _("Number"), _("Well?"), _("Content?"), _("Needed, or call again")],
        "choices": _("yes · partly · no"),
        "lines": lines,
        "empty": EMPTY,
        "back": _("Type the answers over, then destroy this sheet."),
    }
    return pdf.render(FOLDER / "check_list.typ", data, language=language)


def _note(handy: str, tries: int) -> str:
    tried = _("called %(num)s times before") % {"num": tries} if tries else ""
    return " · ".join(part for part in (handy, tried) if part)
