"""Complaints: told, looked at, answered or taken back. Only the independent person named on that
day answers; nobody else reads it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.mutual_aid.access_complaints import OWN, ComplaintHand
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.models import (
    Against,
    CameBy,
    Complaint,
    ComplaintAct,
    ReachedBy,
    complaint_after,
)
from wijknetwerk.mutual_aid.selectors import settled
from wijknetwerk.mutual_aid.services import complaint_follows as follows

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

LINK_LASTS = timedelta(days=365)
KEPT = timedelta(days=365)
NEVER_ANSWERED = timedelta(days=730)


class NobodyIndependent(DomainError):
    """No independent person can be reached, or the complaint is about that very person."""

    code = "nobody_independent"
    status = 409
    message = _(
        "The one who hears complaints here can't hear this one. We kept nothing. Call the"
        " municipality, and ask for free client support (cliëntondersteuning)."
    )


@dataclass(frozen=True, slots=True)
class Complained:
    """A complaint as it is told. `about_them`: it is about the independent person."""

    against: str
    words: str
    about: str = ""
    wish: str = ""
    about_them: bool = False
    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    reached_by: str = ReachedBy.MAIL
    came_by: str = CameBy.ONLINE


@dataclass(frozen=True, slots=True)
class Receipt:
    """What who complains takes along: whom, by when, and the code to follow it."""

    network: str
    phone: str
    to_name: str
    answer_by: date
    received_on: date
    code: str
    name: str
    address: str


@transaction.atomic
def tell(*, actor: Actor, network: "Network", told: Complained) -> Receipt:
    """Keep a complaint and let the independent person know. Everybody may, with or without an
    account, for themselves or for who tells it by phone or on paper.

    NobodyIndependent, and then nothing is kept; InvalidInput. The network comes from
    `access_complaints.network_of_route`.
    """
    found = settled.of(network)
    same = _plain(told.about) == _plain(found.independent_name)
    if not found.independent_name or not found.independent_email or told.about_them or same:
        raise NobodyIndependent
    _check(told)
    own = told.came_by == CameBy.ONLINE and actor.is_person
    made = Complaint(
        network=network,
        against=told.against,
        came_by=told.came_by,
        person_id=actor.person_id if own else None,
        noted_by_id=None if own else actor.person_id,
        reached_by=told.reached_by,
        to_name=found.independent_name,
        to_phone=found.independent_phone,
        to_email=found.independent_email,
        received_at=clock.now(),
        answer_by=clock.today() + timedelta(days=found.complaint_days),
    )
    made.about, made.words, made.wish = told.about.strip(), told.words.strip(), told.wish.strip()
    made.name, made.phone = told.name.strip(), told.phone.strip()
    made.email, made.address = told.email.strip(), told.address.strip()
    made.save()
    client = actor.person_uuid if own else None
    log.record(actor, "mutual_aid.complaint_told", made, client=client, action=Action.CREATE)
    follows.received(made)
    return _receipt(made)


@transaction.atomic
def step(*, hand: ComplaintHand, act: ComplaintAct, answer: str = "") -> Complaint:
    """One act of either. NotAllowed for the other's act, NotNow where it can't be done,
    InvalidInput for an answer without words."""
    if (act == ComplaintAct.WITHDRAW) == hand.is_independent:
        raise NotAllowed
    rows = Complaint.objects.select_for_update(of=("self",)).select_related("network", "person")
    row = rows.filter(pk=hand.complaint.pk).first()
    if row is None:  # it was kept long enough, and went in this very moment
        raise NotFound
    to = complaint_after(row.state, act)
    if to is None:
        raise NotNow
    if act == ComplaintAct.ANSWER:
        if not answer.strip():
            raise InvalidInput(_("Write the answer."))
        row.answer = answer.strip()
    if act == ComplaintAct.LOOK_INTO:
        row.looked_at = clock.now()
    else:
        row.closed_at = clock.now()
    row.state = to
    row.save()
    client = row.person.uuid if row.person else None
    log.record(hand.actor, f"mutual_aid.complaint_{act.value}", row, client=client)
    follows.after_step(row, act)
    return row


def code_for(row: Complaint) -> str:
    """A code by which who complains follows it; for a letter."""
    return tokens.issue_code(
        purpose=OWN,
        subject=row.uuid,
        network=(row.network.pk, row.network.uuid),
        lasts=LINK_LASTS,
    )


def forget(*, before: datetime) -> int:
    """Erase complaints that were closed before this instant, or never answered in two years."""
    closed = Complaint.objects.filter(closed_at__lt=before)
    never = Complaint.objects.filter(received_at__lt=clock.now() - NEVER_ANSWERED)
    return closed.delete()[0] + never.delete()[0]


def _check(told: Complained) -> None:
    if told.against not in Against.values or told.came_by not in CameBy.values:
        raise InvalidInput
    if not told.words.strip():
        raise InvalidInput(_("Write what happened."))
    if told.reached_by == ReachedBy.LETTER and not told.address.strip():
        raise InvalidInput(_("Write the address for the letter."))
    if told.reached_by == ReachedBy.PHONE and not told.phone.strip():
        raise InvalidInput(_("Write the number to call."))


def _receipt(row: Complaint) -> Receipt:
    return Receipt(
        network=row.network.name,
        phone=row.network.phone,
        to_name=row.to_name,
        answer_by=row.answer_by,
        received_on=clock.local_day(row.received_at),
        code=code_for(row),
        name=row.name.read() or (row.person.name if row.person else ""),
        address=row.address.read(),
    )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
