"""Talks of the example: called, the resident's yes, prepared, held, told back."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from wijknetwerk.plans.example_story import Story, Told
from wijknetwerk.plans.models import Conference
from wijknetwerk.plans.services import (
    conference,
    conference_guests,
    conference_lines,
    conference_report,
)


def talk(story: Story, ago: int, by: str, row: Told) -> None:
    """One talk, as far as the file tells."""
    starts = story.at.at(row["on"], row.get("hour", 13))
    session = story.at.session if row.get("session") else None
    slot = conference.Slot(starts, starts + timedelta(minutes=45), row.get("where", ""), session)
    people = [story.places[who] for who in row["people"]]
    asked = conference.Asked(row["why"], slot, row.get("money", False), people=people)
    made: UUID = story.does(ago, by, conference.call, asked=asked).uuid
    story.made[row.get("key", "talk")] = made
    if "yes" in row:
        comes = [_guest(story, made, who) for who in row["people"]]
        where = {"conference": made, "comes": comes}
        story.does(row["yes"], story.resident, conference.answer, yes=True, **where)
    if "chair" in row:
        where = {"conference": made, "guest": _guest(story, made, row["chair"])}
        story.does(row.get("yes", ago), story.resident, conference_guests.choose_chair, **where)
    for kind, when, who, text in row.get("lines", ()):
        said = {"kind": kind, "text": text}
        story.does(when, who, conference_lines.write, conference=made, **said)
    if "off" in row:
        story.does(row["off"], story.resident, conference.call_off, conference=made)
    if "writes" in row:
        _held(story, made, row)


def _held(story: Story, made: UUID, row: Told) -> None:
    by, ago = row["writes"], -row["on"] - 1
    came = list(Conference.objects.get(uuid=made).guests.values_list("uuid", flat=True))
    there: dict[str, Any] = {"came": came, "resident_came": True, "minutes": 40}
    story.does(ago, by, conference.hold, conference=made, **there)
    if "report" not in row:
        return
    version = Conference.objects.get(uuid=made).report_version
    said = {"text": row["report"], "read_version": version}
    story.does(ago, by, conference_report.write, conference=made, **said)
    if row.get("sent", True):
        story.does(ago, by, conference_report.send, conference=made)
    if "read" in row:
        story.does(row["read"], story.resident, conference_report.read, conference=made)
    for moment, when, who, marks, text in row.get("found", ()):
        view = {"moment": moment, "marks": marks, "words": text}
        story.does(when, who, conference_lines.say, conference=made, **view)


def _guest(story: Story, made: UUID, who: str) -> UUID:
    rows = Conference.objects.get(uuid=made).guests.filter(place__uuid=story.places[who])
    found: UUID = rows.get().uuid
    return found
