"""A team's talk on paper, made by typst: with lines to write on, or as a summary."""

from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words
from wijknetwerk.networks.selectors.talk import Line, TalkPage
from wijknetwerk.networks.team_talk import TalkContent

TEMPLATE = Path(__file__).parent / "letters" / "talk.typ"


def talk_sheet(team: str, talk: TalkPage, content: TalkContent, *, to_write_on: bool) -> bytes:
    """The PDF. A summary holds only the questions on which something was said."""
    parts = []
    for part, lines in talk.parts:
        kept = [line for line in lines if to_write_on or line.said.any]
        if kept:
            questions = [_question(line) for line in kept]
            parts.append(
                {
                    "letter": part.letter,
                    "title": part.title,
                    "start": part.start if to_write_on else "",
                    "questions": questions,
                }
            )
    begun = date_words(talk.begun_on, weekday=False)
    data = {
        "title": _("The talk of %(team)s") % {"team": team},
        "lead": _("Talk of %(day)s") % {"day": begun},
        "made": _("Printed on %(day)s") % {"day": date_words(clock.now(), weekday=False)},
        "there": ", ".join([*talk.members_there, *filter(None, [talk.others_there])]),
        "again": _again(talk),
        "source": f"{_('The words are ours. They lean on:')} {content.source_title}, "
        f"{content.source_where}.",
        "words": {
            "agreed": _("Agreed:"),
            "differ": _("Here we differ:"),
            "there": _("Who was there:"),
        },
        "parts": parts,
        "lines": to_write_on,
    }
    return pdf.render(TEMPLATE, data, language=get_language() or "nl")


def _again(talk: TalkPage) -> str:
    if talk.look_again_on is None:
        return ""
    day = date_words(talk.look_again_on, weekday=False)
    return _("We look again on %(day)s.") % {"day": day}


def _question(line: Line) -> dict[str, str]:
    before = ""
    if line.before.agreed and line.before.talk_of:
        day = date_words(line.before.talk_of, weekday=False)
        before = _("On %(day)s we agreed: %(words)s") % {"day": day, "words": line.before.agreed}
    return {
        "text": line.question.text,
        "hint": line.question.hint,
        "agreed": line.said.agreed,
        "differ": line.said.differ,
        "before": before,
    }
