"""A whole plan on paper, to read and to keep: in chapters, in large type."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, pdf
from wijknetwerk.core.registries import Record
from wijknetwerk.core.templating import date_words, time_words
from wijknetwerk.plans import paper_card
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.selectors import card, conference_taken, taken_whole

LETTERS = Path(__file__).parent / "letters"


def whole_plan(hand: Hand) -> bytes:
    """Everything of the plan; with the attribution of the card where there is one."""
    plan = hand.plan
    language = plan.resident.language or "nl"
    with translation.override(language):
        sections = taken_whole.sections(hand)
        cards = card.cards(hand)
        data = {
            "title": _("The plan of %(who)s") % {"who": plan.resident.name},
            "network": plan.network.name,
            "lead": [
                _("Begun on %(day)s.") % {"day": _day(plan.begun_at)},
                _("Printed on %(day)s.") % {"day": _day(clock.now())},
                _("It is yours. You choose who reads it."),
            ],
            "chapters": [
                *(one for one in _chapters(sections[0].records) if one["entries"]),
                *(
                    {"title": str(one.title), "entries": _entries(one.records, str(one.title))}
                    for one in sections[1:]
                ),
            ],
            "none": _("Nothing stands here."),
            "card": paper_card.drawn(cards) if cards else None,
            "card_title": _("Conversation card"),
            "foot": _("This is about somebody's life. Don't leave it lying about."),
        }
        return pdf.render(LETTERS / "taken.typ", data, language=language)


def _chapters(records: Sequence[Record]) -> list[dict[str, Any]]:
    """The records by chapter, in their order; what is of none stands last."""
    order = _titles()
    of = {title: number for number, (_name, titles) in enumerate(order) for title in titles}
    found: list[list[Record]] = [[] for _chapter in range(len(order) + 1)]
    for record in records:
        found[of.get(str(record.title), len(order))].append(record)
    names = [name for name, _titles_of in order] + [_("And further")]
    return [
        {"title": name, "entries": _entries(rows, name)}
        for name, rows in zip(names, found, strict=True)
    ]


def _titles() -> list[tuple[str, set[str]]]:
    return [
        (_("How it began and ended"), {_("Your plan")}),
        (_("I want"), {_("I want")}),
        (_("I can"), {_("I can")}),
        (_("I need"), {_("I need"), _("How I felt, 0 to 10")}),
        (_("My goals"), {_("My goal"), _("Looked back at a goal")}),
        (_("My circle"), {_("In your circle"), _("Who may decide for you")}),
        (
            _("What was agreed"),
            {_("What was agreed"), _("What happened with it"), _("What was asked of a party")},
        ),
        (_("Talks"), _of_talks()),
        (_("Messages"), {_("Message in your circle")}),
        (_("Documents"), {_("Document")}),
        (_("Conversation card"), {_("Conversation card")}),
        (_("What stood there before"), {_("What stood there before")}),
    ]


def _of_talks() -> set[str]:
    here = {_("Talk"), _("At the talk"), _("How I found the talk")}
    return here | conference_taken.kinds()


def _entries(records: Iterable[Record], chapter: str) -> list[dict[str, Any]]:
    """Each with its name, where that isn't the chapter's, and its lines; what is empty is left
    out."""
    return [
        {
            "title": "" if str(record.title) == chapter else str(record.title),
            "lines": [[str(name), said] for name, value in record.fields if (said := _said(value))],
        }
        for record in records
    ]


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else ""
    if isinstance(value, datetime):
        return f"{_day(value)}, {time_words(value)}"
    if isinstance(value, date):
        return _day(value)
    return "" if value is None else str(value)


def _day(value: date) -> str:
    return date_words(value, weekday=False)
