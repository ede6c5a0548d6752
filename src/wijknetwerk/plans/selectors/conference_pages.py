"""What the pages and papers of a conference show, as plain values, to who has a seat at it."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import BigIntegerField, UUIDField
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijknetwerk.core import clock
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.plans.access import Hand, asked, reach
from wijknetwerk.plans.access_conferences import Seat, seats, to_note
from wijknetwerk.plans.models import (
    Agreement,
    CircleMember,
    Conference,
    ConferenceAct,
    ConferenceGuest,
    ConferenceLine,
    ConferenceState,
    ConferenceView,
    GuestState,
    LineKind,
    PlaceState,
    conference_after,
)
from wijknetwerk.plans.models.conference_lines import BEFORE, FOUND_IN, WRITTEN_IN
from wijknetwerk.plans.parts import Part, part_of
from wijknetwerk.plans.selectors import people
from wijknetwerk.plans.selectors.conference_shown import (
    AgreedShown,
    ConferencePage,
    ConferenceRow,
    GuestShown,
    LineShown,
)
from wijknetwerk.privacy.purposes import Deed

OF_RESIDENT = {
    Part.WORDS: gettext_lazy("what they want and can"),
    Part.NEEDS: gettext_lazy("what they need"),
    Part.GOALS: gettext_lazy("their goals"),
    Part.CARD: gettext_lazy("the conversation card"),
    Part.CIRCLE: gettext_lazy("who is in the circle"),
    Part.AGREEMENTS: gettext_lazy("what was agreed"),
    Part.CONFERENCES: gettext_lazy("other talks"),
    Part.MESSAGES: gettext_lazy("messages"),
    Part.DOCUMENTS: gettext_lazy("documents"),
    Part.MONEY: gettext_lazy("money"),
}
"""The parts of a plan, as they are said to somebody else than the resident."""
AGREES_IN = frozenset({ConferenceState.PLANNED, ConferenceState.HELD, ConferenceState.WRITTEN})


def listed(hand: Hand) -> list[ConferenceRow]:
    """The conferences that this hand sees, latest first; before these what it notes a yes of."""
    noted = to_note(hand)
    skip = {seat.conference.pk for seat in noted}
    rest = [seat for seat in seats(hand) if seat.conference.pk not in skip]
    return [*(_row(seat, noted=True) for seat in noted), *map(_row, rest)]


def _row(seat: Seat, *, noted: bool = False) -> ConferenceRow:
    row = seat.conference
    return ConferenceRow(
        uuid=row.uuid,
        starts_at=row.starts_at,
        state=_words_of(row.state, mine=seat.hand.is_resident),
        asks=seat.decides and row.state == ConferenceState.PROPOSED,
        late=_late(row),
        noted=noted,
    )


def _late(row: Conference) -> bool:
    to_send = row.state in (ConferenceState.HELD, ConferenceState.WRITTEN)
    return to_send and row.report_by is not None and row.report_by < clock.today()


def _words_of(state: str, *, mine: bool) -> str | Promise:
    """How it stands, as its reader says it."""
    own = {"proposed": _("waits for your yes"), "planned": _("you said yes")}
    own["sent"] = _("went to you")
    label = ConferenceState(state).label
    return own.get(state, label) if mine else label


def page(seat: Seat) -> ConferencePage:
    """All of one conference; five queries. To a carer who was not there only what was sent."""
    row, at_table = seat.conference, seat.takes_part
    came = asked(seat.hand, _GUESTS, talk=row.pk)
    guests = [_guest(one) for one in came]
    lines = _lines(seat) if at_table else []
    chair = next((one.name for one in guests if one.is_chair), seat.hand.plan.resident.name)
    writes = seat.writes
    return ConferencePage(
        uuid=row.uuid,
        state=row.state,
        state_words=_words_of(row.state, mine=seat.hand.is_resident),
        why=row.why.read(),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        where=where(row),
        chair=chair,
        guests=guests if seat.decides else [g for g in guests if g.state == GuestState.YES],
        others=_others(seat, came) if writes and row.state in BEFORE else [],
        questions=_of(seat, lines, LineKind.QUESTION),
        brought=_of(seat, lines, LineKind.BROUGHT),
        notes=_of(seat, lines, LineKind.NOTE),
        agreed=agreed(seat),
        report=row.report.read() if at_table or row.sent_at else "",
        report_version=row.report_version,
        report_by=row.report_by,
        found=frozenset(moment for moment in FOUND_IN if row.state in FOUND_IN[moment])
        if at_table
        else frozenset(),
        kinds=frozenset(kind for kind in WRITTEN_IN if writes and row.state in WRITTEN_IN[kind]),
        acts=_acts(seat),
        agrees=writes and row.state in AGREES_IN and _writes_agreements(seat),
        takes_part=at_table,
        decides=seat.decides,
        unread=seat.decides and row.sent_at is not None and row.read_at is None,
        late=_late(row),
        on_paper=row.sent_at is not None and not seat.hand.plan.resident.email,
    )


def may_discuss(seat: Seat) -> list[str]:
    """The parts of the plan that this reader may bring up at the table, in words."""
    return [str(words) for part, words in OF_RESIDENT.items() if seat.hand.may(part, Deed.DISCUSS)]


def could_come(hand: Hand) -> list[tuple[UUID, str]]:
    """Whom of the circle a caller can name: whoever they see there, but themselves."""
    mine = {place.uuid for place in hand.known.places}
    return people.named(one for one in people.here(hand) if one.uuid not in mine)


def where(row: Conference) -> str:
    """The place, in words."""
    return _("At the resident's home") if row.at_home else row.place.read()


def agreed(seat: Seat) -> list[AgreedShown]:
    """What was agreed at this conference, as far as this seat reads it."""
    found = asked(seat.hand, _AGREED, source=seat.conference.uuid)
    return [
        AgreedShown(row.what.read(), _owner(row, seat), row.due_on)
        for row in found
        if seat.reads_agreed(row)
    ]


def view_of(seat: Seat, moment: str) -> tuple[dict[str, int], str]:
    """What I said of it before: my marks and my words."""
    me = seat.hand.actor.own_id
    rows = ConferenceView.objects.filter(conference=seat.conference, moment=moment, said_by=me)
    found = rows.first()
    return (found.read_marks(), found.words.read()) if found else ({}, "")


def side_of(seat: Seat) -> str:
    """As what one is asked how it was: 'person', 'carer' or 'professional'."""
    if seat.hand.is_resident or seat.guest is None:
        return "person"
    role = seat.guest.place.role
    if role in ("professional", "case_lead", "client_supporter"):
        return "professional"
    return "carer"


def owners(seat: Seat) -> list[tuple[UUID, str]]:
    """Who of the circle can take something on: who comes."""
    rows = seat.conference.guests.filter(state=GuestState.YES, place__state=PlaceState.IN)
    found = rows.select_related("place__membership__person").order_by("pk")
    with reach(seat.hand.plan):
        return [(guest.place.uuid, _name(guest.place)) for guest in found]


def _writes_agreements(seat: Seat) -> bool:
    part = part_of(Part.AGREEMENTS, money=seat.conference.money)
    return bool(seat.hand.may(part, Deed.WRITE))


def _acts(seat: Seat) -> frozenset[str]:
    may = {
        ConferenceAct.YES: seat.decides,
        ConferenceAct.MOVE: seat.leads and seat.writes,
        ConferenceAct.HOLD: seat.writes,
        ConferenceAct.WRITE: seat.writes,
        ConferenceAct.SEND: seat.writes,
        ConferenceAct.CALL_OFF: seat.leads,
    }
    state = seat.conference.state
    return frozenset(act.value for act, ok in may.items() if ok and conference_after(state, act))


_TALK = Slot("talk", BigIntegerField())
# Whoever asks these has a seat at the talk.
_GUESTS = Statement(
    lambda: (
        ConferenceGuest.objects.filter(conference=_TALK)
        .select_related("place__membership__person", "place__organisation")
        .order_by("pk")
    )
)
_LINES = Statement(
    lambda: (
        ConferenceLine.objects.filter(conference=_TALK, gone_at=None)
        .select_related("written_by")
        .order_by("-of_resident", "pk")
    )
)
_AGREED = Statement(
    lambda: (
        Agreement.objects.filter(
            plan=Slot("plan", BigIntegerField()),
            came_from="conference",
            source=Slot("source", UUIDField()),
        )
        .exclude(state="dropped")
        .select_related("place__membership__person")
        .order_by("due_on", "pk")
    )
)


def _guest(guest: ConferenceGuest) -> GuestShown:
    return GuestShown(
        guest.uuid,
        _name(guest.place),
        guest.place.get_role_display(),
        str(guest.place.organisation or ""),
        guest.state,
        guest.is_chair,
        bool(guest.was_there),
    )


def _others(seat: Seat, asked: Sequence[ConferenceGuest]) -> list[tuple[UUID, str]]:
    places = {guest.place_id for guest in asked}
    return people.named(one for one in people.here(seat.hand) if one.pk not in places)


def _lines(seat: Seat) -> list[ConferenceLine]:
    """The resident's own questions first, then in the order in which they were written."""
    return _LINES.ask(network_id=None, talk=seat.conference.pk)


def _of(seat: Seat, lines: Sequence[ConferenceLine], kind: str) -> list[LineShown]:
    found = [line for line in lines if line.kind == kind]
    if kind == LineKind.NOTE:
        found.sort(key=lambda line: line.pk)
    return [shown(seat, line) for line in found]


def shown(seat: Seat, line: ConferenceLine) -> LineShown:
    """One line."""
    who = line.written_by.name if line.written_by else ""
    return LineShown(
        uuid=line.uuid,
        text=line.text.read(),
        beside=line.beside.read(),
        who=who,
        of_resident=line.of_resident,
        is_own=line.written_by_id == seat.hand.actor.own_id,
        version=line.version,
    )


def _owner(row: Agreement, seat: Seat) -> str:
    if row.place is not None:
        return _name(row.place)
    return row.owner_name.read() or seat.hand.plan.resident.name


def _name(place: CircleMember) -> str:
    return place.membership.person.name if place.membership else place.name.read()
