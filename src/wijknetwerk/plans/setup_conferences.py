"""What conferences bring: what waits, words of the log, what is erased and taken along."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import registries
from wijknetwerk.core.registries import waiting_kinds
from wijknetwerk.plans.selectors import conference_taken, taken
from wijknetwerk.plans.selectors import conference_waits as waits
from wijknetwerk.plans.services import circle, conference_waits, forgetting, plans
from wijknetwerk.plans.services import conference_forgetting as forgetting_conferences
from wijknetwerk.plans.waiting import kind

TALKS = "plans:conferences"
DUTIES = {waits.ASKED: True, waits.WRITE: True, waits.REPORT: False}

WORDS = {
    "plans.conference_called": _("Called a talk about your plan"),
    "plans.conference_yes": _("Said yes to a talk about your plan"),
    "plans.conference_moved": _("Moved a talk about your plan"),
    "plans.conference_called_off": _("Called off a talk about your plan"),
    "plans.conference_guest_asked": _("Asked whether somebody may come to a talk"),
    "plans.conference_guest_yes": _("Said that somebody may come to a talk"),
    "plans.conference_guest_no": _("Said that somebody does not come to a talk"),
    "plans.conference_chair": _("Chose who leads a talk"),
    "plans.conference_held": _("Wrote down that a talk was held"),
    "plans.conference_written": _("Wrote something for a talk"),
    "plans.conference_found": _("Said how a talk was found"),
    "plans.conference_report": _("Wrote down what was said at a talk"),
    "plans.conference_sent": _("Sent you what was said at a talk"),
    "plans.conference_read": _("Read about a talk"),
    "plans.conference_paper": _("Made a paper about a talk"),
    "plans.conference_session": _("Made a session for talks"),
    "plans.conference_copied": _("Copied what was agreed at a talk for an own file"),
    "plans.calendar_read": _("Your calendar got the times of your talks"),
    "plans.calendar_made": _("Made a calendar link for talks"),
    "plans.calendar_stopped": _("Stopped a calendar link for talks"),
}


def register() -> None:
    """Called once, when the app is ready."""
    registries.event_words.update(WORDS)
    for code, duty in DUTIES.items():
        found = kind(TALKS, partial(waits.still, code), partial(waits.wanted, code), duty=duty)
        waiting_kinds.register(code, found)
    circle.ENDED.append(conference_waits.of_place)
    plans.CLOSED.append(conference_waits.of_plan)
    forgetting.MORE.append(forgetting_conferences.erase)
    forgetting.MORE_WITHOUT.append(forgetting_conferences.without)
    taken.MORE.append(conference_taken.records)
