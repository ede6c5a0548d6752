"""The list on paper, made by typst: a booklet in large letters, and one sheet."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words, phone_words
from wijknetwerk.directory.selectors.listing import Card, sections

TYPST = Path(__file__).parent / "typst"
MOST_ON_SHEET = 100


def booklet(network: Any, cards: Sequence[Card]) -> bytes:
    """Pages of half an A4, in large letters: by kind, with number, where, when and for whom."""
    listed = sections(list(cards))
    data = {
        **_front(network),
        "contents_title": _("What is in it"),
        "parts": [{"name": name, "entries": [_long(card) for card in part]}
                  for name, part in listed],
    }  # fmt: skip
    return pdf.render(TYPST / "booklet.typ", data, language=get_language() or "nl")


def sheet(network: Any, cards: Sequence[Card]) -> bytes:
    """Names and numbers on one sheet, two columns; what has no number stays in the booklet."""
    called = [card for card in cards if card.phone]
    kept = set(map(id, sorted(called, key=lambda card: card.long_ago)[:MOST_ON_SHEET]))
    listed = sections([card for card in called if id(card) in kept])
    left = len(cards) - len(kept)
    more = _("%(number)s more stand in the booklet.") % {"number": left} if left else ""
    data = {
        **_front(network),
        "more": more,
        "parts": [{"name": name, "entries": [_short(card) for card in part]}
                  for name, part in listed],
    }  # fmt: skip
    return pdf.render(TYPST / "sheet.typ", data, language=get_language() or "nl")


def _front(network: Any) -> dict[str, str]:
    today = date_words(clock.now(), weekday=False)
    call = ""
    if network.phone:
        number = phone_words(network.phone).replace(" ", "\u00a0")  # on one line
        told = {"network": network.name, "number": number}
        call = _("Not found what you need? Call %(network)s: %(number)s") % told
    desk = " · ".join(part for part in (network.desk_place, network.desk_hours) if part)
    return {
        "title": _("What is there already"),
        "network": network.place_text or network.name,
        "made": _("Printed on %(day)s") % {"day": today},
        "call": call,
        "desk": desk,
        "empty": _("Nothing on the list yet"),
    }


def _long(card: Card) -> dict[str, Any]:
    lines = []
    if card.for_whom:
        lines.append([_("For whom"), card.for_whom])
    for place in card.places:
        lines += [[_("Where"), place.line]] if place.line else []
        lines += [[_("When"), place.when]] if place.when else []
    alert = card.alert or (_("Closed for a while") if card.closed else "")
    old = _("Not checked for a year: call first.") if card.long_ago else ""
    return {
        "name": card.name,
        "phone": phone_words(card.phone) if card.phone else "",
        "phone_more": card.phone_description,
        "what": Truncator(card.description).chars(280),
        "lines": lines,
        "alert": " ".join(part for part in (alert, old) if part),
    }


def _short(card: Card) -> dict[str, str]:
    first = card.places[0] if card.places else None
    when = first.when if first else ""
    return {
        "name": card.name,
        "phone": phone_words(card.phone),
        "more": Truncator(when).chars(60),
    }
