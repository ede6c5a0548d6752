"""The papers of the desk, made by typst: whom to call today, and what a substitute must know."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words, phone_words, time_words
from wijknetwerk.mutual_aid.selectors.away import AwayRow, Line, Overview
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


def handover_sheet(network: "Network", row: AwayRow, seen: Overview, notes: str) -> bytes:
    """What who keeps the desk must know, on paper: what runs and what is due on those days."""
    days = {
        "first": date_words(row.away.from_on, weekday=False),
        "last": date_words(row.last_on, weekday=False),
    }
    data = {
        "title": _("Keeping the desk for %(who)s") % {"who": row.who},
        "lead": f"{network.name} · {row.substitute} · "
        + _("%(first)s up to and including %(last)s") % days,
        "warning": _("Names and numbers. Don't leave it lying about; shred it afterwards."),
        "know": _("Good to know"),
        "notes": notes,
        "parts": [
            _part(_("They wait"), seen.waiting, "%s", _("since")),
            _part(_("These helpers are asked"), seen.asked, _("for %s"), _("answers before")),
            _part(_("First meetings"), seen.meetings, _("with %s"), _("on")),
            _part(_("Ask how it goes"), seen.checks, "%s", _("on")),
        ],
    }
    return pdf.render(PAPERS / "handover.typ", data, language=get_language() or "nl")


def _part(title: str, lines: list[Line], what: str, on: str) -> dict[str, Any]:
    rows = [
        {
            "who": line.who,
            "phone": phone_words(line.phone),
            "what": what % line.what,
            "on": f"{on} {date_words(line.on, weekday=False)}" if line.on else "",
        }
        for line in lines
    ]
    return {"title": title, "rows": rows}
