"""Papers about helping: a form on which somebody offers help, and the code of conduct to sign."""

from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import pdf, texts
from wijknetwerk.core.templating import phone_words
from wijknetwerk.mutual_aid import week
from wijknetwerk.mutual_aid.kinds import Kind
from wijknetwerk.mutual_aid.selectors.offer_words import LIMITS, REACHES
from wijknetwerk.mutual_aid.services.neighbours import SENTENCE

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

LETTERS = Path(__file__).parent / "letters"


def form(network: "Network", known: dict[str, Kind]) -> bytes:
    """The empty form, on one sheet of A4. The desk types it in."""
    first = [kind.title for kind in known.values() if kind.code == kind.first]
    data = {
        "title": _("I would like to help"),
        "network": network.name,
        "lead": _("Fill in what you like. Leave the rest empty. Bring it to us, or call."),
        "ask": {
            "name": _("My name"),
            "phone": _("My phone number"),
            "pc4": _("My postcode (four digits)"),
            "languages": _("I speak"),
            "what": _("What would I like to do?"),
            "what_more": _("Something else, or in my own words:"),
            "when": _("When can I?"),
            "when_more": _("Tick nothing if any time is fine."),
            "far": _("How far would I go?"),
            "many": _("How many people would I help at the same time?"),
            "rather_not": _("What would I rather not do?"),
            "sign": _("My signature"),
            "day": _("Date"),
        },
        "kinds": first,
        "days": [str(day)[:2] for day in week.DAYS],
        "parts": [str(part) for part in week.PARTS],
        "reaches": [str(words) for words in REACHES.values()],
        "limits": str(LIMITS),
        "sentence": str(SENTENCE),
        "contact": contact(network),
    }
    return pdf.render(LETTERS / "offer.typ", data, language=get_language() or "nl")


def contact(network: "Network") -> str:
    """Where to bring it, and whom to call; empty as far as the network says nothing."""
    said = [network.desk_place, network.desk_hours]
    if network.phone:
        said.append(_("Phone: %(number)s") % {"number": phone_words(network.phone)})
    return " · ".join(part for part in said if part)


def code(network: "Network", text: str) -> bytes:
    """The code of conduct, with lines to sign on."""
    data = {
        "title": _("Our code of conduct"),
        "network": network.name,
        "blocks": list(_blocks(text)),
        "agree": _("I have read this, and I keep to it."),
        "name": _("Name"),
        "sign": _("Signature"),
        "day": _("Date"),
        "contact": contact(network),
    }
    return pdf.render(LETTERS / "code.typ", data, language=get_language() or "nl")


def _blocks(text: str) -> list[dict[str, str]]:
    """Headings, paragraphs and lines of lists, in order; other marks fall away."""
    found: list[dict[str, str]] = []
    kind = "words"
    for token in texts.tokens_of(text):
        if token.type == "heading_open":
            kind = "heading"
        elif token.type == "list_item_open":
            kind = "item"
        elif token.type in ("heading_close", "list_item_close"):
            kind = "words"
        elif token.type == "inline":
            found.append({"kind": kind, "text": texts.plain(token.content)})
    return found
