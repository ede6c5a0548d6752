"""A talk as plain text for somebody's own file: when, how long, who by party or role, what was
agreed. No name of the resident or of their own people: that file knows whose it is."""

from datetime import date

from django.utils.translation import gettext as _

from wijknetwerk.core.clock import local_day
from wijknetwerk.plans.access_conferences import Seat
from wijknetwerk.plans.models import (
    Agreement,
    CameFrom,
    CircleMember,
    ConferenceGuest,
    ConferenceState,
)
from wijknetwerk.plans.selectors.agreement_copy import who_for_a_file
from wijknetwerk.plans.selectors.conference_pages import where

AFTER = (ConferenceState.HELD, ConferenceState.WRITTEN, ConferenceState.SENT)


def block(seat: Seat) -> str:
    """The text, or nothing as long as it wasn't held, or for who was not at the table."""
    row = seat.conference
    if row.state not in AFTER or not seat.takes_part or row.held_at is None:
        return ""
    there = [_at_table(guest.place) for guest in _came(seat)]
    if row.resident_was_there:
        there.insert(0, _("the resident"))
    lines = [
        _("Talk on %(day)s") % {"day": _day(local_day(row.starts_at))},
        _("Where: %(where)s") % {"where": where(row)},
        _("There were: %(names)s") % {"names": "; ".join(there) or "-"},
    ]
    if row.minutes:
        lines.append(_("How long: %(n)s minutes") % {"n": row.minutes})
    return "\n".join([*lines, *_agreed(seat)])


def _agreed(seat: Seat) -> list[str]:
    rows = Agreement.objects.filter(
        plan=seat.hand.plan, came_from=CameFrom.CONFERENCE, source=seat.conference.uuid
    ).exclude(state="dropped")
    rows = rows.select_related("place__membership__person", "place__organisation")
    return [
        _("Agreement: %(what)s. Who: %(who)s. Before or on: %(day)s")
        % {"what": row.what.read().rstrip("."), "who": who_for_a_file(row), "day": _day(row.due_on)}
        for row in rows.order_by("due_on", "pk")
        if seat.reads_agreed(row)
    ]


def _came(seat: Seat) -> list[ConferenceGuest]:
    rows = seat.conference.guests.filter(was_there=True)
    return list(rows.select_related("place__membership__person", "place__organisation"))


def _at_table(place: CircleMember) -> str:
    if place.organisation is not None and place.membership is not None:
        return f"{place.membership.person.name}, {place.organisation}"
    return str(place.get_role_display())


def _day(when: date) -> str:
    return f"{when:%d-%m-%Y}"
