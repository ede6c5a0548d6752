"""Practice examples side by side on paper: one table on A4, lying, made by typst."""

from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words
from wijknetwerk.library.practice_content import Cell, Cite, Practice
from wijknetwerk.library.selectors.practice import Line, SideBySide

TEMPLATE = Path(__file__).parent / "typst" / "practice.typ"


def comparison(content: Practice, shown: SideBySide) -> bytes:
    """The PDF. What is not known of one's own network stays open to write in."""
    own = shown.own is not None
    names = [row.name for row in shown.examples]
    places = [row.place for row in shown.examples]
    data: dict[str, Any] = {
        "title": _("Examples beside each other"),
        "head": [shown.own.name, *names] if shown.own else names,
        "places": ["", *places] if own else places,
        "field": _("What"),
        "groups": [
            {
                "title": group.title,
                "remark": group.remark,
                "lines": [_line(line, own=own) for line in lines],
                "sources": _sources(content, group.cite, lines),
            }
            for group, lines in shown.groups
        ],
        "made": _("Made on %(day)s") % {"day": date_words(clock.today(), weekday=False)},
    }
    return pdf.render(TEMPLATE, data, language=get_language() or "nl")


def _sources(content: Practice, usual: Cite, lines: tuple[Line, ...]) -> list[str]:
    cites = [usual, *(cell.cite for line in lines for _row, cell in line.cells)]
    return [
        f"{source.title} ({source.who}, {source.year}): {cite.where}"
        for source, cite in content.sources_of(cites)
    ]


def _line(line: Line, *, own: bool) -> dict[str, Any]:
    mine = [{"words": list(line.own), "mark": "", "ask": "" if line.own else line.field.ask}]
    cells = [_cell(cell) for _row, cell in line.cells]
    return {"name": line.field.name, "cells": [*mine, *cells] if own else cells}


def _cell(cell: Cell) -> dict[str, Any]:
    words = [cell.text, *cell.points] if cell.text else list(cell.points)
    mark = _("Not certain: %(why)s") % {"why": cell.uncertain} if cell.uncertain else ""
    return {"words": words or [_("not known")], "mark": mark, "ask": ""}
