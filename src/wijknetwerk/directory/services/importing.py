"""Reading in a file: kept and looked over first, then all of it at once or nothing of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, files, log, sheets
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, InvalidInput
from wijknetwerk.core.jobs import enqueue, job
from wijknetwerk.core.models.log import Action
from wijknetwerk.directory import access, columns, hsds_in
from wijknetwerk.directory.models import (
    ImportState,
    ListImport,
    Service,
    ServiceLocation,
    ServiceVersion,
    VersionKind,
)
from wijknetwerk.directory.selectors import imports as reading
from wijknetwerk.directory.selectors.imports import IN_JOB_FROM, Line
from wijknetwerk.directory.services import asking, rows
from wijknetwerk.networks.services import facts, search
from wijknetwerk.networks.services.people import own_membership

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Membership, Network

STEP = 250
_NOTHING = _("There is nothing below the first line. It must name the columns.")


@transaction.atomic
def begin(
    *, actor: Actor, network: "Network", name: str, content: bytes, source: str = ""
) -> ListImport:
    """Keep a file to look over. InvalidInput, with what to do, for one that can't be read."""
    access.check_files(actor, network)
    run = ListImport(network=network, by=own_membership(actor, network), source=source[:200])
    if name.lower().endswith(".json") or content.lstrip()[:1] in (b"{", b"["):
        run.is_hsds, run.in_all = True, len(hsds_in.records_in(content))
    else:
        sheet = sheets.read(name=name, content=content)
        if not sheet.lines:
            raise InvalidInput(_NOTHING)
        found = columns.matched(sheet.heading)
        run.matching = {str(place): code for place, code in found.items()}
        run.in_all = len(sheet.lines)
        content = reading.as_kept(sheet)
    run.file = files.store(name="list.json", content=content)
    run.save()
    log.record(actor, "directory.file_given", run, action=Action.CREATE, count=run.in_all)
    return run


@transaction.atomic
def match(*, actor: Actor, network: "Network", run: UUID, matching: dict[int, str]) -> ListImport:
    """Say which column is which field; each field at most once."""
    locked = _locked(actor, network, run)
    if locked.state != ImportState.OPEN:
        return locked  # dealt with already, as the page says
    chosen = {str(place): code for place, code in matching.items() if code}
    if len(set(chosen.values())) != len(chosen) or not set(chosen.values()) <= set(columns.COLUMNS):
        raise InvalidInput(_("You chose the same thing for two columns. Choose it once."))
    locked.matching = chosen
    locked.save(update_fields=["matching"])
    log.record(actor, "directory.columns_matched", locked)
    return locked


@transaction.atomic
def stop(*, actor: Actor, network: "Network", run: UUID) -> None:
    """Read nothing in, and forget the file."""
    locked = _locked(actor, network, run)
    if locked.state != ImportState.OPEN:
        return
    _finish(locked, ImportState.STOPPED)
    log.record(actor, "directory.file_dropped", locked)


@transaction.atomic
def add_all(
    *,
    actor: Actor,
    network: "Network",
    run: UUID,
    anyway: Iterable[int] = (),
    checked: bool = False,
) -> ListImport:
    """Put the good lines on the list; what looks known only where somebody said so. A long list is
    read by the worker, and all of it comes at once there too."""
    locked = _locked(actor, network, run)
    if locked.state != ImportState.OPEN:
        return locked
    locked.anyway = sorted(set(anyway))
    locked.state = ImportState.RUNNING
    locked.save(update_fields=["anyway", "state"])
    if locked.in_all >= IN_JOB_FROM:
        enqueue(read_in, key=str(locked.pk), run=locked.pk, checked=checked)
        return locked
    _, entries = reading.entries_of(locked)
    _store(actor, locked, list(reading.compared(network, entries)), checked=checked)
    return locked


@job("directory.read_in", atomic=False, title=_("Read a file into the list"))
def read_in(*, actor: Actor, run: int, checked: bool = False) -> None:
    """The worker's job: look at each line and tell how far, then store all of it at once. Run
    again, it does nothing more. Who may no longer read in files stops it."""
    found = ListImport.objects.select_related("network", "by__person", "file").get(pk=run)
    if found.state != ImportState.RUNNING:
        return

    def tell(place: int) -> None:
        if place % STEP == 0:
            ListImport.objects.filter(pk=run).update(looked_at=place)

    try:
        person = actor_of(found.by.person)
        access.check_files(person, found.network)
        _, entries = reading.entries_of(found)
        lines = list(reading.compared(found.network, entries, tell))
        with transaction.atomic():
            locked = ListImport.objects.select_for_update(of=("self",)).get(pk=run)
            locked.network = found.network
            if locked.state == ImportState.RUNNING:
                _store(person, locked, lines, checked=checked)
    except DomainError:
        with transaction.atomic():
            _finish(found, ImportState.STOPPED)
            log.record(actor, "directory.file_dropped", found)


def _locked(actor: Actor, network: "Network", run: UUID) -> ListImport:
    found = access.import_for(actor, network, run)
    locked = ListImport.objects.select_for_update(of=("self",)).get(pk=found.pk)
    locked.network = network
    return locked


def _store(actor: Actor, run: ListImport, lines: list[Line], *, checked: bool) -> None:
    """All that should come, in a few statements; then the file goes."""
    anyway = set(run.anyway)
    wanted = [
        line
        for line in lines
        if line.entry.said is not None and (not line.alike or line.entry.number in anyway)
    ]
    made = Service.objects.bulk_create(
        (_row(run, line, checked=checked) for line in wanted), batch_size=500
    )
    texts, places, versions = [], list[ServiceLocation](), list[ServiceVersion]()
    for row, line in zip(made, wanted, strict=True):
        said = line.entry.said
        if said is None:
            continue
        places += rows.place_rows(row, said)
        first = rows.first_changes(said)
        versions.append(rows.version_row(row, VersionKind.ADDED, run.by, first))
        texts.append(rows.text_for_search(row, said))
    ServiceLocation.objects.bulk_create(places, batch_size=500)
    ServiceVersion.objects.bulk_create(versions, batch_size=500)
    search.add_all(texts)
    run.added, run.left_out = len(made), len(lines) - len(made)
    run.looked_at = len(lines)
    _finish(run, ImportState.DONE)
    log.record(actor, "directory.read_in", run, added=run.added, left_out=run.left_out)
    asking.settle(actor=actor, network=run.network)
    facts.count_soon(run.network_id)


def _row(run: ListImport, line: Line, *, checked: bool) -> Service:
    entry, me = line.entry, run.by
    by: Membership | None = me if checked else None
    more: dict[str, Any] = {
        "assured_date": clock.today() if checked else entry.checked_on,
        "checked_by": by,
        "owner": me,
        "source": run.source,
        "external_id": entry.external,
        "as_given": entry.as_given,
    }
    if entry.said is None:
        raise ValueError("a line without a name is not stored")
    return rows.new_row(run.network, entry.said, **more)


def _finish(run: ListImport, state: ImportState) -> None:
    file, run.file = run.file, None
    run.state, run.ended_at = state, clock.now()
    run.save()
    if file is not None:
        files.remove(file)


def forget_files(before: datetime) -> int:
    """Drop files that nobody decided about, given before this instant; how many."""
    old = ListImport.objects.filter(created_at__lt=before).exclude(file=None)
    found = list(old.select_related("file", "network"))
    for run in found:
        _finish(run, ImportState.STOPPED)
    return len(found)
