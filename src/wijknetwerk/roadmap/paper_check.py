"""A list of questions on paper, to fill in with a pen; made by typst."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import pdf
from wijknetwerk.core.templating import date_words
from wijknetwerk.roadmap.check_words import ListWords
from wijknetwerk.roadmap.models import CheckQuestion, CheckReply

TEMPLATE = Path(__file__).parent / "typst" / "check.typ"


def answer_sheet(
    network_name: str, words: ListWords, questions: Sequence[CheckQuestion], *, asked_on: date
) -> bytes:
    """The PDF: each question with its answers to tick, and a line to write on."""
    data = {
        "title": words.title,
        "network": network_name,
        "lead": _("Answer by yourself. Your name stands with your answers; members read them."),
        "name": _("Your name"),
        "voice": _("In whose name do you answer?"),
        "voice_help": _("For example: for myself, as a resident."),
        "note": _("A few words to this"),
        "back": _("Give this sheet back to:"),
        "made": _("Asked on %(day)s") % {"day": date_words(asked_on, weekday=False)},
        "replies": [str(label) for _code, label in CheckReply.choices],
        "groups": [
            {"title": title, "questions": [q.text for q in questions if q.group == code]}
            for code, title in words.groups
        ],
    }
    return pdf.render(TEMPLATE, data, language=get_language() or "nl")
