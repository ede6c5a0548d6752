"""The papers of the desk, made by typst: whom to call today, and what a substitute must know."""

from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words, phone_words, time_words
from wijknetwerk.mutual_aid.selectors.call_list import Call

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

PAPERS = Path(__file__).parent / "papers"


def call_sheet(network: "Network", calls: list[Call]) -> bytes:
    """The list to call from, with room to write: of today, with the moment it was made."""
    now = clock.now()
    data = {
        "title": _("To call today"),
        "lead": f"{network.name}, {date_words(now)}, {time_words(now)}",
        "warning": _("Names and numbers. Don't leave it lying about; shred it tonight."),
        "heads": [_("Who"), _("Why"), _("What did they say?")],
        "none": _("no number known"),
        "rows": [
            {
                "who": call.who,
                "phone": phone_words(call.phone),
                "why": call.why[:1].upper() + call.why[1:],
                "words": call.words,
                "handy": call.handy,
                "late": call.late,
            }
            for call in calls
        ],
    }
    return pdf.render(PAPERS / "call_sheet.typ", data, language=get_language() or "nl")
