"""The conversation card on paper: the web with its numbers, the resident's words, earlier ones
beside it; and an empty one for the kitchen table. Never a mean (standards D3)."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.drawing_circle import PAPER
from wijknetwerk.plans.drawing_web import MOST, Day, web
from wijknetwerk.plans.forms.rest import PROMPTS
from wijknetwerk.plans.models import Dimension
from wijknetwerk.plans.selectors.card import CardShown

LETTERS = Path(__file__).parent / "letters"


def attribution() -> str:
    """Stands wherever the card is (standards D3)."""
    return _(
        "Based on the ideas of Positive Health of Machteld Huber / Institute for Positive Health"
        " (iPH); not an instrument of iPH."
    )


def drawn(cards: Sequence[CardShown]) -> dict[str, Any]:
    """The drawing of the newest, with its table and whose idea it is."""
    newest = cards[:MOST]
    days = [_day(one.on) for one in newest]
    shown = [Day(day, one.marks) for day, one in zip(days, newest, strict=True)]
    return {
        "svg": str(web(shown, ink=PAPER)),
        "alt": _("The same numbers stand in the table."),
        "heads": [_("About what"), *days],
        "rows": [
            [str(side.label), *(str(one.marks.get(side.value, "-")) for one in newest)]
            for side in Dimension
        ],
        "attribution": attribution(),
    }


def card_paper(hand: Hand, cards: Sequence[CardShown]) -> bytes:
    """The newest card with the two before it in the drawing, and the words of each."""
    language = hand.plan.resident.language or "nl"
    with translation.override(language):
        data = {
            "title": _("The conversation card of %(who)s") % {"who": hand.plan.resident.name},
            "lead": _("To talk about. There is no good or bad number."),
            "card": drawn(cards),
            "says": [
                {
                    "day": _day(one.on),
                    "why": one.why,
                    "first": one.first,
                    "goals": [f"{side}: {text}" for side, text in one.goals],
                }
                for one in cards
                if one.why or one.first or one.goals
            ],
            "words": {"why": _("Why"), "first": _("What first"), "goal": _("Goal")},
            "made": _("Printed on %(day)s") % {"day": _day(clock.today())},
        }
        return pdf.render(LETTERS / "card.typ", data, language=language)


def empty_card(network: Any) -> bytes:
    """A sheet to fill in at the kitchen table: six questions with a line from 0 to 10."""
    data = {
        "title": _("Conversation card"),
        "network": network.name,
        "lead": _("Circle a number from 0 to 10. 0 is as bad as can be, 10 as good as can be."),
        "skip": _("You may skip any of them. There is no good or bad number."),
        "fields": [_("Name"), _("Date")],
        "sides": [[str(side.label), str(PROMPTS[side])] for side in Dimension],
        "open": [_("Why do you give these numbers?"), _("What is most important to you now?")],
        "attribution": attribution(),
    }
    return pdf.render(LETTERS / "card_empty.typ", data, language=get_language() or "nl")


def _day(value: Any) -> str:
    return date_words(value, weekday=False)
