"""The route on one A4, made by typst."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk import core
from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words
from wijknetwerk.roadmap.selectors import Place, StepLine

TEMPLATE = Path(__file__).parent / "typst" / "route.typ"
ICONS = Path(core.__file__).parent / "static" / "core" / "icons.svg"
LONGEST_WHERE = 90


def route_sheet(network_name: str, places: Sequence[Place], lines: Iterable[StepLine]) -> bytes:
    """The PDF: the path with its four places, and each step with how it stands, in words."""
    steps = list(lines)
    today = date_words(clock.now(), weekday=False)
    data = {
        "title": _("The route of %(name)s") % {"name": network_name},
        "lead": _("We need not go from left to right. We work on what fits now."),
        "made": _("Printed on %(day)s") % {"day": today},
        "places": [
            {
                "name": place.phase.name,
                "words": place.words,
                "icon": _icon(place.icon),
                "steps": [_step(line) for line in steps if line.step.phase == place.phase.code],
            }
            for place in places
        ],
    }
    return pdf.render(TEMPLATE, data, language=get_language() or "nl")


def _step(line: StepLine) -> dict[str, str]:
    """A step in words, short enough for one sheet; the whole stands on the screen."""
    where = "" if line.where_link else Truncator(line.where_to_see).chars(LONGEST_WHERE)
    more = [line.owner_name, where]
    return {
        "title": line.step.title,
        "status": line.status,
        "status_words": line.status_words,
        "more": " · ".join(part for part in more if part),
    }


@cache
def _icon(name: str) -> str:
    """The same icon as on the screen, as white SVG of its own."""
    sprite = ICONS.read_text(encoding="utf-8")
    found = re.search(rf'<symbol id="{name}"([^>]*)>(.*?)</symbol>', sprite, re.DOTALL)
    if found is None:
        raise LookupError(f"no icon {name} in {ICONS.name}")
    head, drawing = found.groups()
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"{head}>{drawing}</svg>'
    return svg.replace("currentColor", "#ffffff")
