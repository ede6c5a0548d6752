"""Practice examples side by side on paper: one table on A4, lying, made by typst."""

from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words
from wijknetwerk.library.practice_content import Cell, Practice
from wijknetwerk.library.selectors.practice import Line, SideBySide

TEMPLATE = Path(__file__).parent / "typst" / "practice.typ"


def comparison(content: Practice, shown: SideBySide) -> bytes:
    """The PDF. What is not known of one's own network stays open to write in."""
    names = [row.name for row in shown.examples]
    cites = [cell.cite for row in shown.examples for cell in row.cells.values()]
    data: dict[str, Any] = {
        "title": _("Examples beside each other"),
        "head": [shown.own.name, *names] if shown.own else names,
        "places": ["", *(row.place for row in shown.examples)]
        if shown.own
        else [row.place for row in shown.examples],
        "own": shown.own is not None,
        "field": _("What"),
        "groups": [
            {
                "title": group.title,
                "remark": group.remark,
                "lines": [_line(line, own=shown.own is not None) for line in lines],
            }
            for group, lines in shown.groups
        ],
        "sources_title": _("Where does this come from?"),
        "sources": [
            f"{source.title} ({source.who}, {source.year}): {cite.where}"
            for source, cite in content.sources_of(cites)
        ],
        "made": _("Made on %(day)s") % {"day": date_words(clock.today(), weekday=False)},
    }
    return pdf.render(TEMPLATE, data, language=get_language() or "nl")


def _line(line: Line, *, own: bool) -> dict[str, Any]:
    mine = [{"words": list(line.own), "mark": "", "ask": "" if line.own else line.field.ask}]
    cells = [_cell(cell) for _row, cell in line.cells]
    return {"name": line.field.name, "cells": [*mine, *cells] if own else cells}


def _cell(cell: Cell) -> dict[str, Any]:
    words = [cell.text, *cell.points] if cell.text else list(cell.points)
    mark = _("Not certain: %(why)s") % {"why": cell.uncertain} if cell.uncertain else ""
    return {"words": words or [_("not known")], "mark": mark, "ask": ""}
