"""What goes on paper: the list for at the door, and the page afterwards as a letter."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijknetwerk.agenda.models import Event
from wijknetwerk.agenda.selectors.pages import PageShown
from wijknetwerk.agenda.selectors.people import Coming
from wijknetwerk.agenda.services.telling import phone_of, where_words
from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words, phone_words, time_words

FOLDER = Path(__file__).resolve().parent.parent / "letters"
ON_ONE_PAGE, FEWEST = 15, 8  # lines of the list


def list_pdf(event: Event, coming: list[Coming]) -> bytes:
    """Names with a box to tick, and empty lines. Numbers and addresses stay at home: the list lies
    on a table where everybody reads it."""
    language = translation.get_language() or "nl"
    data = {
        "title": event.title,
        "network": event.network.name,
        "when": _when(event),
        "where": where_words(event),
        "lead": _("Tick who came. Write down who came in besides."),
        "note": _("You want to hear how it goes on? Then write your e-mail or phone number too."),
        "head": [_("Came"), _("Name"), _("With"), _("E-mail or phone, if you like")],
        "coming": [[one.name, _with(one.brings)] for one in coming],
        "empty": max(FEWEST, ON_ONE_PAGE - len(coming)),
        "unnamed": _("How many people without a name?"),
        "back": _("Give this list to who sees to the gathering. Afterwards it is destroyed."),
        "made": _("Printed on %(day)s") % {"day": date_words(clock.now(), weekday=False)},
    }
    return pdf.render(FOLDER / "list.typ", data, language=language)


def letters_pdf(event: Event, shown: PageShown, names: list[str], *, sender: str) -> bytes:
    """A letter for each of these people, each on a page of its own; without names one to copy."""
    language = translation.get_language() or "nl"
    phone = phone_words(phone_of(event))
    data: dict[str, Any] = {
        "title": _("What was said: %(title)s") % {"title": event.title},
        "network": event.network.name,
        "date": date_words(clock.now()),
        "names": [[name, _("Dear %(name)s,") % {"name": name}] for name in names]
        or [["", _("Dear neighbour,")]],
        "thanks": _("You came to %(title)s on %(day)s. Thank you! This was said.")
        % {"title": event.title, "day": date_words(event.starts_at)},
        "opening": _paragraphs(shown.opening),
        "tables": [
            {"name": table.name, "lines": [_line(line) for line in table.lines]}
            for table in shown.tables
        ],
        "follows_title": _("What happens now"),
        "follows": _paragraphs(shown.follows),
        "call": _("Do you have a question? Call %(number)s.") % {"number": phone} if phone else "",
        "closing": _("With kind regards,"),
        "sender": sender,
        "site": settings.SITE_NAME,
    }
    return pdf.render(FOLDER / "afterwards.typ", data, language=language)


def _line(line: Any) -> dict[str, str]:
    taken = ""
    if line.who and line.by_on:
        day = date_words(line.by_on, weekday=False)
        taken = _("%(who)s takes this up, before %(day)s.") % {"who": line.who, "day": day}
    elif line.who:
        taken = _("%(who)s takes this up.") % {"who": line.who}
    return {"said": line.said, "taken": taken}


def _when(event: Event) -> str:
    return _("%(day)s, %(from)s to %(until)s") % {
        "day": date_words(event.starts_at),
        "from": time_words(event.starts_at),
        "until": time_words(event.ends_at),
    }


def _with(brings: int) -> str:
    return ngettext("and one more", "and %(num)s more", brings) % {"num": brings} if brings else ""


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.splitlines() if part.strip()]
