"""Rounds of dots on paper: ballots with a code, the sheet for the wall, the result."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from wijknetwerk.core import pdf
from wijknetwerk.core.templating import date_words, phone_words
from wijknetwerk.voices.models import PriorityRound, VoterGroup
from wijknetwerk.voices.selectors.rounds import Result, last_on, options_of
from wijknetwerk.voices.services.rounds import NewBallot

LETTERS = Path(__file__).parent / "letters"


def link_of(secret: str) -> str:
    """The address of one ballot."""
    return settings.SITE_URL + reverse("voices:ballot", args=[secret])


def ballots(round: PriorityRound, made: Sequence[NewBallot]) -> bytes:
    """Two on a sheet of A4, to cut; each with its own code."""
    data = {
        **_about(round),
        "title": _("Ballots: %(question)s") % {"question": round.question},
        "how": _how(round),
        "options": [text for _place, text in options_of(round)],
        "dots": round.most_on_one,
        "groups_title": _("I am one of the:"),
        "groups": [str(group.label) for group in VoterGroup],
        "apart": _("We count the groups apart. We never add them up."),
        "code_title": _("Code of this ballot"),
        "code_about": _("It counts once. Nobody knows which ballot is yours."),
        "qr_alt": _("The same ballot on a telephone"),
        "qr_title": _("Or with your telephone:"),
        "back": _hand_in(round),
        "ballots": [{"code": one.code, "qr": _qr(link_of(one.secret))} for one in made],
    }
    return pdf.render(LETTERS / "ballots.typ", data, language=get_language() or "nl")


def wall_sheet(round: PriorityRound) -> bytes:
    """A sheet with room for stickers: a column for each group, so that they stay apart."""
    data = {
        **_about(round),
        "title": round.question,
        "how": _how(round),
        "options": [text for _place, text in options_of(round)],
        "groups": [str(group.label) for group in VoterGroup],
        "choice": _("What"),
        "people": _("How many people of this group put dots?"),
        "apart": _("Put your dots in the column of your own group. Each group has its own colour."),
        "once": _("Did you put dots here? Then not on the screen or on a ballot too."),
    }
    return pdf.render(LETTERS / "wall.typ", data, language=get_language() or "nl")


def result_sheet(round: PriorityRound, result: Result) -> bytes:
    """The result beside each other: a row for each choice, a column for each group that shows."""
    groups = [
        {
            "short": group.name,
            "name": _with_people(group.name, group.people or 0),
            "most": ", ".join(group.most),
        }
        for group in result.shown
    ]
    rows = [
        {
            "option": option,
            "cells": [
                {"dots": "" if bar.dots is None else str(bar.dots), "percent": bar.percent}
                for bar in (group.bars[place] for group in result.shown)
            ],
        }
        for place, option in enumerate(result.options)
    ]
    hidden = [
        _("%(group)s: too few people. We don't show what they chose.")
        % {"group": group.name.capitalize()}
        for group in result.hidden
    ]
    if result.some_cells_hidden:
        hidden.append(
            _("'Not shown': too few people chose it, or one could work out such a number.")
        )
    data = {
        **_about(round),
        "title": round.question,
        "lead": _("The result of %(day)s") % {"day": _day(round.closed_on)},
        "why": round.why,
        "choice": _("Choice"),
        "most_word": _("Most dots of %(group)s:") % {"group": "{}"},
        "groups": groups,
        "rows": rows,
        "not_shown": _("not shown"),
        "hidden": hidden,
        "bar": _(
            "A bar shows the dots of a group, of all it could give. So large and small groups can"
            " be compared."
        ),
    }
    return pdf.render(LETTERS / "result.typ", data, language=get_language() or "nl")


def _with_people(name: str, people: int) -> str:
    return _("%(group)s (%(num)s people)") % {"group": name.capitalize(), "num": people}


def _about(round: PriorityRound) -> dict[str, Any]:
    phone = round.network.phone
    call = _("Questions? Call %(number)s.") % {"number": phone_words(phone)} if phone else ""
    return {"network": round.network.name, "question": round.question, "call": call}


def _how(round: PriorityRound) -> str:
    said = ngettext("You have one dot.", "You have %(num)s dots.", round.dots)
    most = ngettext("At most one on each.", "At most %(num)s on each.", round.most_on_one)
    parts = [said % {"num": round.dots}, most % {"num": round.most_on_one}]
    return " ".join(parts)


def _hand_in(round: PriorityRound) -> str:
    words = {"day": _last(round), "place": round.network.desk_place}
    if words["place"]:
        return _("Hand in by %(day)s, at %(place)s.") % words
    return _("Hand in by %(day)s.") % words


def _last(round: PriorityRound) -> str:
    return _day(last_on(round))


def _day(day: Any) -> str:
    return date_words(day, weekday=False) if day else ""


def _qr(link: str) -> str:
    out = io.BytesIO()
    segno.make(link, error="m").save(out, kind="svg", border=0, dark="#17302b", nl=False)
    return out.getvalue().decode()
