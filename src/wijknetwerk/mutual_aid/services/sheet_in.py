"""Reading in the spreadsheet of a desk: kept and looked over first, then all of it or nothing."""

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, log, scope, sheets
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, InvalidInput, NotFound
from wijknetwerk.core.jobs import enqueue, job
from wijknetwerk.core.models.log import Action
from wijknetwerk.mutual_aid import access, access_sheets, sheet_columns
from wijknetwerk.mutual_aid.models import SaidHow, SheetImport, SheetState
from wijknetwerk.mutual_aid.selectors import sheet_in as reading
from wijknetwerk.mutual_aid.services.sheet_rows import Rows
from wijknetwerk.networks.services.people import own_membership

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

IN_JOB_FROM = 200
FORGOTTEN_AFTER = timedelta(days=14)


class TheSameFile(DomainError):
    """This file was read in before."""

    code = "the_same_file"
    status = 409
    message = _("This file was read in before. Take only the new lines, and try again.")


@transaction.atomic
def begin(*, actor: Actor, network: "Network", name: str, content: bytes) -> SheetImport:
    """Keep a file to look over. InvalidInput with what to do; TheSameFile when it was read in."""
    access.require_desk(actor, network)
    sheet = sheets.read(name=name, content=content)
    if not sheet.lines:
        raise InvalidInput(_("There is nothing below the first line. It must name the columns."))
    digest = hashlib.sha256(content).hexdigest()
    found = sheet_columns.matched(sheet.heading)
    run = SheetImport(
        network=network,
        by=own_membership(actor, network),
        content=reading.as_kept(sheet),
        digest=digest,
        matching={str(place): code for place, code in found.items()},
        in_all=len(sheet.lines),
        given_at=clock.now(),
    )
    _not_twice(run)
    run.save()
    log.record(actor, "mutual_aid.sheet_given", run, action=Action.CREATE, count=run.in_all)
    return run


@transaction.atomic
def match(*, actor: Actor, network: "Network", run: UUID, matching: Mapping[int, str]) -> None:
    """Say which column is which; each field at most once."""
    found = _locked(actor, network, run)
    chosen = {str(place): code for place, code in matching.items() if code}
    twice = len(set(chosen.values())) != len(chosen)
    if twice or not set(chosen.values()) <= set(sheet_columns.COLUMNS):
        raise InvalidInput(_("You chose the same thing for two columns. Choose it once."))
    found.matching = chosen
    found.save(update_fields=["matching"])


@transaction.atomic
def stop(*, actor: Actor, network: "Network", run: UUID) -> None:
    """Read nothing in, and forget the file."""
    found = _locked(actor, network, run)
    _finish(found, SheetState.STOPPED, kept=0)
    log.record(actor, "mutual_aid.sheet_dropped", found)


@transaction.atomic
def read_in(
    *, actor: Actor, network: "Network", run: UUID, chosen: Mapping[str, str], said_how: str
) -> SheetImport:
    """Keep the good lines, all at once or none. A long file is read by the worker. `said_how`: how
    these people said yes to being written down; without that nothing is read in."""
    found = _locked(actor, network, run)
    if said_how not in SaidHow.values or said_how == SaidHow.SELF:
        raise InvalidInput(_("Say how these people said yes to being written down."))
    if "name" not in found.matching.values():
        raise InvalidInput(_("Say which column holds the name."))
    _not_twice(found)
    found.chosen, found.said_how = dict(chosen), said_how
    found.state = SheetState.RUNNING
    found.save(update_fields=["chosen", "said_how", "state"])
    if found.in_all >= IN_JOB_FROM:
        enqueue(read_long, key=str(found.pk), run=found.pk)
    else:
        _store(actor, found)
    return found


@job("mutual_aid.read_sheet", title=_("Read the spreadsheet of a desk"))
def read_long(*, actor: Actor, run: int) -> None:
    """The worker's part, in one transaction, in the hand of who gave the file and still keeps the
    desk. Run again it does nothing more."""
    rows = SheetImport.objects.select_related("network", "by__person")
    found = rows.select_for_update(of=("self",)).get(pk=run)
    if found.state != SheetState.RUNNING:
        return
    person = actor_of(found.by.person)
    with scope.acting(person):
        try:
            access.require_desk(person, found.network)
        except DomainError:
            _finish(found, SheetState.STOPPED, kept=0)
            return
        _store(person, found)


def _store(actor: Actor, run: SheetImport) -> None:
    good = reading.preview_of(run).good
    Rows(actor, run, good).store()
    _finish(run, SheetState.DONE, kept=len(good))
    log.record(actor, "mutual_aid.sheet_read", run, count=len(good))


def _not_twice(run: SheetImport) -> None:
    """TheSameFile when it was read in, or the worker is at it: also when it was given twice."""
    read = SheetImport.objects.filter(network=run.network, digest=run.digest)
    if read.filter(state__in=(SheetState.DONE, SheetState.RUNNING)).exists():
        raise TheSameFile


def _locked(actor: Actor, network: "Network", uuid: UUID) -> SheetImport:
    """A file that is to be looked over, locked. NotFound for others' networks and ended ones."""
    found = access_sheets.sheet_for(actor, network, uuid)
    rows = SheetImport.objects.select_for_update(of=("self",))
    locked: SheetImport | None = rows.filter(pk=found.pk, state=SheetState.OPEN).first()
    if locked is None:
        raise NotFound
    locked.network = network
    return locked


def _finish(run: SheetImport, state: SheetState, *, kept: int) -> None:
    run.state, run.content, run.chosen, run.kept = state, "", {}, kept
    run.ended_at = clock.now()
    run.save()


def forget_old() -> int:
    """Files that nobody looked over within two weeks go, at night; how many."""
    rows = SheetImport.objects.filter(
        state=SheetState.OPEN, given_at__lt=clock.now() - FORGOTTEN_AFTER
    )
    count = 0
    for run in rows:
        _finish(run, SheetState.STOPPED, kept=0)
        count += 1
    return count
