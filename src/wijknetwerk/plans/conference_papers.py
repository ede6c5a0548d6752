"""The papers of a conference, made by typst: the sheet for the table, and the letter afterwards."""

from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words, phone_words, time_words
from wijknetwerk.plans.models import ResidentPlan
from wijknetwerk.plans.selectors.conference_shown import ConferencePage

PAPERS = Path(__file__).parent / "papers"


def sheet(plan: ResidentPlan, talk: ConferencePage) -> bytes:
    """For the table, in large type: the resident's questions first, room to write."""
    with translation.override(_language(plan)):
        when = _("%(from)s until %(until)s") % {
            "from": time_words(talk.starts_at),
            "until": time_words(talk.ends_at),
        }
        first = [one.text for one in talk.questions if one.of_resident]
        others = [f"{one.text} ({one.who})" for one in talk.questions if not one.of_resident]
        data = {
            "title": _("Talk with %(who)s") % {"who": plan.resident.name},
            "when": f"{date_words(talk.starts_at)}, {when}",
            "where": talk.where,
            "warning": _("This is about somebody's life. Don't leave it lying about."),
            "about_title": _("What it is about"),
            "about": talk.why,
            "chair": _("%(who)s leads the talk.") % {"who": talk.chair},
            "people_title": _("At the table"),
            "people": [plan.resident.name, *_coming(talk)],
            "first_title": _("First: the questions of %(who)s") % {"who": plan.resident.name},
            "first": first,
            "first_none": _("What do you want to talk about?"),
            "others_title": _("Other questions"),
            "others": others,
            "agreed_title": _("What did we agree? Read it aloud at the end."),
            "agreed_heads": [_("What"), _("Who"), _("Before or on")],
            "agreed": _agreed(talk),
        }
        return pdf.render(PAPERS / "conference_sheet.typ", data, language=_language(plan))


def letter(plan: ResidentPlan, talk: ConferencePage) -> bytes:
    """What was said and agreed, in plain words, for the resident."""
    with translation.override(_language(plan)):
        phone = phone_words(plan.network.phone or "")
        data = {
            "title": _("What we talked about"),
            "network": plan.network.name,
            "date": date_words(clock.now()),
            "to": plan.resident.name,
            "opening": _("Dear %(name)s,") % {"name": plan.resident.name},
            "lead": _("On %(day)s there was a talk about your plan.")
            % {"day": date_words(talk.starts_at)},
            "people": _("There were: %(names)s.")
            % {"names": ", ".join([one.name for one in talk.guests if one.was_there] or ["-"])},
            "report": talk.report.split("\n"),
            "agreed_title": _("What we agreed"),
            "agreed_heads": [_("What"), _("Who"), _("Before or on")],
            "agreed": _agreed(talk),
            "wrong": _("Is something not right? Say so. Then we change it."),
            "phone": _("Call %(phone)s.") % {"phone": phone} if phone else "",
            "footer": _("This letter is yours. You choose who reads it."),
        }
        return pdf.render(PAPERS / "conference_letter.typ", data, language=_language(plan))


def _coming(talk: ConferencePage) -> list[str]:
    return [
        f"{one.name}, {one.party}" if one.party else one.name
        for one in talk.guests
        if one.state == "yes"
    ]


def _agreed(talk: ConferencePage) -> list[list[Any]]:
    return [[one.what, one.who, date_words(one.due_on, weekday=False)] for one in talk.agreed]


def _language(plan: ResidentPlan) -> str:
    return plan.resident.language or "nl"
