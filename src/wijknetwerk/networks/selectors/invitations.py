"""What is read about invitations and requests to join, and reading a list of people to invite."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from wijknetwerk.accounts.names import name_in
from wijknetwerk.core import clock
from wijknetwerk.core.errors import NotFound
from wijknetwerk.networks.models import (
    Invitation,
    InvitationState,
    JoinRequest,
    Membership,
    Network,
    Way,
    within,
)
from wijknetwerk.networks.selectors.paging import Paged, paged, paged_by
from wijknetwerk.networks.selectors.statements import INVITATIONS

REPEATABLE = frozenset({InvitationState.OPEN, InvitationState.LAPSED})
MOST_LINES = 500
MOST_BYTES = 1_000_000
STATES = tuple(InvitationState)


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """One invitation as the list shows it."""

    uuid: UUID
    name: str
    email: str
    way: str
    role: str
    state: str
    state_label: str | Promise
    sent_at: datetime
    lapses_at: datetime
    invited_by: str

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer, by today's date."""
        return self.state == InvitationState.OPEN

    @property
    def repeatable(self) -> bool:
        """Whether it may go out again."""
        return self.state in REPEATABLE


def state_now(invitation: Any) -> InvitationState:
    """The state by the date: an open invitation past its date has lapsed, job or no job."""
    late = invitation.lapses_at <= clock.now()
    if invitation.state == InvitationState.OPEN and late:
        return InvitationState.LAPSED
    return InvitationState(invitation.state)


def invitations_of(network: Network, *, state: str, page: str) -> Paged[InvitationRow]:
    """The newest first; `state` narrows to one state by the date, or 'all'."""
    shape = state if state in InvitationState.values else "all"
    pk, now = network.pk, clock.now()
    found = paged_by(lambda at: INVITATIONS.ask(shape, at, network_id=pk, now=now), page)
    return found.map(lambda row: _row(row, name_in(row, "invited_by")))


def _row(invitation: Any, invited_by: str) -> InvitationRow:
    state = state_now(invitation)
    return InvitationRow(
        uuid=invitation.uuid,
        name=invitation.name,
        email=invitation.email,
        way=invitation.way,
        role=invitation.role,
        state=state.value,
        state_label=state.label,
        sent_at=invitation.sent_at,
        lapses_at=invitation.lapses_at,
        invited_by=invited_by,
    )


@dataclass(frozen=True, slots=True)
class JoinRequestRow:
    """One request that waits for an answer."""

    uuid: UUID
    name: str
    words: str
    asked_at: datetime


def join_requests_of(network: Network, *, page: str) -> Paged[JoinRequestRow]:
    """Who asks to take part, the longest waiting first."""
    rows = JoinRequest.objects.filter(network=network, answered_at=None).select_related("person")
    return paged(rows.order_by("created_at", "pk"), page).map(
        lambda row: JoinRequestRow(row.uuid, row.person.name, row.words, row.created_at)
    )


def open_join_request(network: Network, person_id: int) -> bool:
    """Whether this person asked to take part and waits."""
    return JoinRequest.objects.filter(
        network=network, person_id=person_id, answered_at=None
    ).exists()


@dataclass(frozen=True, slots=True)
class Line:
    """One good line of a list."""

    number: int
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class BadLine:
    """One line that can't be used, and why; `text` is cut short."""

    number: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class PeopleList:
    """A list of people as it was read: what can be used, and what can't with its reason."""

    good: tuple[Line, ...]
    bad: tuple[BadLine, ...]

    @property
    def as_text(self) -> str:
        """The good lines, to be handed over from the preview to the sending."""
        return "\n".join(f"{line.name}; {line.email}" for line in self.good)


_BRACKETS = re.compile(r"^(?P<name>[^<>]*)<(?P<email>[^<>]+)>$")
_HEADS = {"naam", "name", "e-mail", "email", "e-mailadres", "mail", "emailadres", "mailadres"}


def read_list(network: Network, text: str) -> PeopleList:
    """Read pasted lines or the text of a CSV file; nothing is stored. Two queries.

    A cell that a spreadsheet would take for a formula is only text here.
    """
    cells = [(number, row) for number, row in enumerate(_rows(text), 1) if any(row)]
    if cells and {cell.lower() for cell in cells[0][1] if cell} <= _HEADS:
        cells = cells[1:]
    good: dict[str, Line] = {}
    bad: list[BadLine] = []
    for place, (number, row) in enumerate(cells):
        found = _person(row) if place < MOST_LINES else _("The list is longer than 500 lines.")
        if isinstance(found, str):
            bad.append(_bad(number, row, found))
        elif found[1] in good:
            first = good[found[1]].number
            said = _("The same address stands in line %(number)s.") % {"number": first}
            bad.append(_bad(number, row, said))
        else:
            good[found[1]] = Line(number, *found)
    known = _known(network, list(good))
    bad += [_bad(good[mail].number, [mail], why) for mail, why in known.items()]
    kept = tuple(line for mail, line in good.items() if mail not in known)
    return PeopleList(kept, tuple(sorted(bad, key=lambda line: line.number)))


def _bad(number: int, row: list[str], reason: str) -> BadLine:
    return BadLine(number, "; ".join(cell for cell in row if cell)[:80], reason)


def _rows(text: str) -> list[list[str]]:
    """Cells per line. Each line is read alone, so that one stray quote spoils one line only."""
    clean = text.removeprefix("\ufeff").replace("\x00", "")
    return [_cells(line) for line in clean.splitlines()]


def _cells(line: str) -> list[str]:
    if _BRACKETS.match(line.strip().rstrip(";,")):
        return [line.strip().rstrip(";,")]
    mark = next((mark for mark in (";", "\t", ",") if mark in line), ";")
    row = next(csv.reader(io.StringIO(line), delimiter=mark), [])
    return [" ".join(cell.split()) for cell in row]


def _person(row: list[str]) -> tuple[str, str] | str:
    """Name and address, or the reason why not."""
    if len(row) == 1 and (match := _BRACKETS.match(row[0])):
        row = [match["name"].strip().strip('"'), match["email"].strip()]
    mails = [cell for cell in row if "@" in cell]
    if not mails:
        return _("There is no e-mail address in this line.")
    if len(mails) > 1:
        return _("There is more than one e-mail address in this line.")
    email = mails[0].lower()
    try:
        validate_email(email)
    except ValidationError:
        return _("The e-mail address is not right.")
    name = " ".join(cell for cell in row if cell and cell != mails[0])
    if len(name) > 120 or len(email) > 254:
        return _("The name or the address is too long.")
    return name or email.partition("@")[0], email


def _known(network: Network, emails: list[str]) -> dict[str, str]:
    """Addresses that take part or were invited already, with the reason."""
    members = Membership.objects.filter(
        within(clock.today()), network=network, person__email__in=emails
    ).values_list("person__email", flat=True)
    invited = Invitation.objects.filter(
        network=network,
        email__in=emails,
        state=InvitationState.OPEN,
        lapses_at__gt=clock.now(),
    ).values_list("email", flat=True)
    found = {mail: _("This person was invited already and can still answer.") for mail in invited}
    return found | {mail: _("This person takes part already.") for mail in members if mail}


def letter_for(network: Network, invitation: Invitation) -> InvitationRow:
    """One invitation, for the page that makes its letter. NotFound for one that goes by mail."""
    if invitation.way != Way.LETTER or invitation.network_id != network.pk:
        raise NotFound
    return _row(invitation, invitation.invited_by.name)
