"""Somebody of the desk goes on holiday: a colleague is asked, and keeps it on those days."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.mutual_aid import access_away
from wijknetwerk.mutual_aid.access import require_desk
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.models import AwayState, DeskAway
from wijknetwerk.mutual_aid.selectors import away_waits
from wijknetwerk.mutual_aid.services import concerns
from wijknetwerk.networks.selectors import desk
from wijknetwerk.networks.services import people
from wijknetwerk.notices.services import waiting

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

LONGEST = 100  # days; who is away longer hands over the role itself
LENGTH = 4000
_STANDS = (AwayState.ASKED, AwayState.ACCEPTED)
SYSTEM = Actor.system("mutual_aid.away")


@transaction.atomic
def ask(
    *, actor: Actor, network: "Network", to: UUID, from_on: date, until_on: date, notes: str = ""
) -> DeskAway:
    """Ask a colleague of the desk to keep it from a day until another. InvalidInput says what to
    mend; one handover at a time."""
    require_desk(actor, network)
    mine = people.own_membership(actor, network)  # locked: one question at a time
    if to not in {uuid for uuid, _name in desk.colleagues(network)} or to == mine.uuid:
        raise InvalidInput(_("Choose a colleague of the desk."))
    if from_on < clock.today() or until_on <= from_on:
        raise InvalidInput(_("Choose a first day from today on, and a day after it to come back."))
    if (until_on - from_on).days > LONGEST:
        raise InvalidInput(_("This is longer than a holiday. Hand over your role then."))
    if _overlapping(mine.pk, from_on, until_on).exists():
        raise InvalidInput(_("You asked somebody for these days already. End that first."))
    made = DeskAway.objects.create(
        network=network,
        who=mine,
        substitute=people.active_member(network, to, lock=False),
        from_on=from_on,
        until_on=until_on,
        notes=_checked(notes),
        asked_at=clock.now(),
    )
    _record(actor, "mutual_aid.away_asked", made, action=Action.CREATE)
    for before in DeskAway.objects.filter(who=mine, state=AwayState.DECLINED):
        before.network = network
        _set(before, AwayState.ENDED)
    waiting.wait(actor=actor, kind=away_waits.ASKED, wanted=away_waits.for_substitute(made))
    return made


@transaction.atomic
def answer(*, actor: Actor, network: "Network", away: UUID, yes: bool) -> DeskAway:
    """The colleague says yes or no; no reason is asked. NotNow when it is over."""
    row = _locked(actor, network, away)
    if access_away.is_away(actor, row):
        raise NotFound
    if row.state != AwayState.ASKED or not _comes(row):
        raise NotNow
    if yes and _overlapping(row.substitute_id, row.from_on, _end(row)).exists():
        raise InvalidInput(_("You are away yourself on some of these days."))
    _set(row, AwayState.ACCEPTED if yes else AwayState.DECLINED)
    _record(actor, "mutual_aid.away_answered", row, yes=yes)
    if not yes:
        wanted = away_waits.for_who(row)
        waiting.wait(actor=SYSTEM, kind=away_waits.DECLINED, wanted=wanted)
    return row


@transaction.atomic
def note(*, actor: Actor, network: "Network", away: UUID, notes: str) -> DeskAway:
    """Who is away writes down what is good to know. NotNow when it is over."""
    row = _locked(actor, network, away)
    if not access_away.is_away(actor, row):
        raise NotFound
    if row.state not in _STANDS or not _comes(row):
        raise NotNow
    row.notes = _checked(notes)
    row.save(update_fields=["notes"])
    _record(actor, "mutual_aid.away_noted", row)
    return row


@transaction.atomic
def end(*, actor: Actor, network: "Network", away: UUID) -> DeskAway:
    """Back early, or it doesn't go on: either of both, no reason asked. After a no: seen. What is
    over already stays as it is."""
    row = _locked(actor, network, away)
    if row.state != AwayState.ENDED and _comes(row):
        _stop(actor, row)
    return row


def somebody_left(row: Any) -> None:
    """A role or a place in the network began or ended: who keeps no desk any more, keeps it for
    nobody, and is not away from it."""
    network = row.network
    here = {uuid for uuid, _name in desk.colleagues(network)}
    rows = DeskAway.objects.filter(network=network, state__in=_STANDS, until_on__gt=clock.today())
    for away in rows.select_related("who__person", "substitute__person"):
        if not {away.who.uuid, away.substitute.uuid} <= here:
            away.network = network
            _stop(SYSTEM, away)


def end_all(rows: "QuerySet[DeskAway]") -> None:
    """End these, because one of both is gone."""
    whole = ("network", "who__person", "substitute__person")
    for row in rows.filter(state__in=_STANDS).select_related(*whole):
        _stop(SYSTEM, row)


def _stop(actor: Actor, row: DeskAway) -> None:
    _set(row, AwayState.ENDED)
    _record(actor, "mutual_aid.away_ended", row)


def _set(row: DeskAway, state: AwayState) -> None:
    row.state, row.answered_at = state, clock.now()
    row.save(update_fields=["state", "answered_at"])
    waiting.all_done(kinds=(away_waits.ASKED, away_waits.DECLINED), subject=row.uuid)
    concerns.refresh(row.network)  # these go to the colleague on those days


def _locked(actor: Actor, network: "Network", uuid: UUID) -> DeskAway:
    found = access_away.away_for(actor, network, uuid)
    rows = DeskAway.objects.select_for_update(of=("self",)).filter(pk=found.pk)
    row: DeskAway = rows.select_related("who__person", "substitute__person").get()
    row.network = network
    return row


def _overlapping(membership_id: int, from_on: date, until_on: date) -> Any:
    """What this member asked or was promised for some of these days."""
    days = Q(from_on__lt=until_on, until_on__gt=from_on)
    return DeskAway.objects.filter(days, who=membership_id, state__in=_STANDS)


def _end(row: DeskAway) -> date:
    return row.until_on or row.from_on


def _comes(row: DeskAway) -> bool:
    return _end(row) > clock.today()


def _checked(notes: str) -> str:
    words = notes.strip()
    if len(words) > LENGTH:
        raise InvalidInput(_("Make it shorter: at most 4,000 signs."))
    return words


def _record(actor: Actor, event: str, row: DeskAway, **detail: Any) -> None:
    log.record(actor, event, row, client=row.substitute.person.uuid, **detail)


def forget_notes(*, before: datetime) -> int:
    """Empty what was good to know of handovers that ended before this instant; how many."""
    count = 0
    for row in DeskAway.objects.filter(until_on__lt=clock.local_day(before)):
        if row.notes:
            row.notes = ""
            row.save(update_fields=["notes"])
            count += 1
    return count
