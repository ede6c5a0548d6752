"""Who may see what, and who looked, on paper in large type."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words
from wijknetwerk.plans.paper_plan import LETTERS
from wijknetwerk.plans.selectors.pages import LookShown, Seeing
from wijknetwerk.plans.selectors.sharing import Ledger, YesShown


def sharing_paper(
    resident: str,
    seeing: Sequence[Seeing],
    ledger: Ledger,
    looks: Sequence[LookShown] | None,
) -> bytes:
    """All of it. `looks` is None for who may not read who looked."""
    data = {
        "title": _("Who may see what of the plan of %(who)s") % {"who": resident},
        "lead": _("Who is in the circle sees nothing, unless it stands here."),
        "people": [_person(row, ledger) for row in seeing],
        "groups_title": _("Several people at once"),
        "groups": [
            _block(group.name, group.about, held)
            for group in ledger.groups
            if (held := ledger.of(group.party))
        ],
        "lapsed_title": _("What ended by itself"),
        "lapsed": [_lapsed(yes) for yes in ledger.lapsed],
        "looks_title": "" if looks is None else _("Who looked?"),
        "heads": [_("When"), _("Who"), _("What")],
        "looks": [[_day(one.at), str(one.who), str(one.what)] for one in looks or ()],
        "none": _("Nobody else looked."),
        "foot": _("You can stop all of this at any moment. Nothing changes in your help or care."),
        "made": _("Printed on %(day)s") % {"day": _day(clock.now())},
    }
    return pdf.render(LETTERS / "sharing.typ", data, language=get_language() or "nl")


def _person(row: Seeing, ledger: Ledger) -> dict[str, Any]:
    words = row.place.relation or str(row.place.role)
    about = f"{words}, {row.place.party}" if row.place.party else words
    sees = _("Sees: %(what)s") % {"what": row.what} if row.what else _("Sees nothing.")
    block = _block(row.place.name, about, ledger.of(row.person))
    until = _("Until %(day)s.") % {"day": _day(row.until)} if row.what and row.until else ""
    one = len(block["yeses"]) == 1
    return {**block, "sees": sees, "until": "" if one else until}


def _block(name: str, about: str, held: Sequence[YesShown]) -> dict[str, Any]:
    what = "; ".join(yes.what for yes in held)
    return {
        "name": name,
        "about": about,
        "sees": _("Sees: %(what)s") % {"what": what} if held else _("Sees nothing."),
        "until": "",
        "yeses": [_yes(yes, alone=len(held) == 1) for yes in held],
    }


def _yes(yes: YesShown, *, alone: bool) -> list[tuple[str, str]]:
    """One permission; of the only one, what it is stands above it already."""
    rows = [
        *([] if alone else [(_("What"), yes.what)]),
        (_("What for"), str(yes.purpose)),
        (_("What they may do"), yes.deeds),
        (_("Until"), _day(yes.until)),
        (_("How it was said"), yes.how),
    ]
    return [*rows, (_("Rests on"), yes.ground)] if yes.ground else rows


def _lapsed(yes: YesShown) -> str:
    saw = _("%(who)s saw: %(what)s.") % {"who": yes.to, "what": yes.what}
    return f"{saw} {_('Ended on %(day)s.') % {'day': _day(yes.until)}}"


def _day(at: datetime) -> str:
    return str(date_words(at, weekday=False))
