"""Putting a thing on the list, correcting it, saying that it is still right, ending it."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, InvalidInput, NotFound, Stale
from wijknetwerk.core.models.log import Action
from wijknetwerk.directory import access
from wijknetwerk.directory import said as saying
from wijknetwerk.directory.models import (
    Service,
    ServiceStatus,
    ServiceVersion,
    ShownTo,
    VersionKind,
)
from wijknetwerk.directory.said import Said
from wijknetwerk.directory.services import asking, rows
from wijknetwerk.networks.services import facts
from wijknetwerk.networks.services.people import own_membership

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Membership, Network


class EntryOver(DomainError):
    """Something that is gone can be read, and brought back; not changed."""

    code = "entry_over"
    message = _("This is no longer there. First say that it is there again.")


@transaction.atomic
def add(
    *,
    actor: Actor,
    network: "Network",
    said: Said,
    checked_on: date | None = None,
    source: str = "",
    source_service: UUID | None = None,
    as_given: str = "",
) -> Service:
    """Put a thing on the list. Who adds it has checked it, today unless said otherwise, and keeps
    it right. Whether it is there already was asked before: `selectors.known`."""
    access.check_member(actor, network)
    if not said.known:
        raise InvalidInput
    me = own_membership(actor, network)
    more = {"source": source[:200], "source_service": source_service, "as_given": as_given}
    checked = {"assured_date": checked_on or clock.today(), "checked_by": me, "owner": me}
    made = rows.new_row(network, said, **checked, **more)
    made.save()
    rows.add_places(made, said)
    rows.version_row(made, VersionKind.ADDED, me, rows.first_changes(said)).save()
    rows.let_find(made, said)
    log.record(actor, "directory.added", made, action=Action.CREATE, kind=made.kind)
    facts.count_soon(network.pk)
    return made


@transaction.atomic
def change(
    *,
    actor: Actor,
    network: "Network",
    entry: UUID,
    said: Said,
    read_number: int,
    checked: bool = False,
) -> Service:
    """Store what this member changed since the version that was on the screen, so that two who
    correct different things keep both. Stale when somebody changed the same meanwhile."""
    locked, me = _locked(actor, network, entry)
    _check_open(locked)
    if not said.known:
        raise InvalidInput
    now = saying.values_of(rows.now_said(locked))
    wanted = _merged(now, _as_read(locked, now, read_number), saying.values_of(said))
    changes = {name: [now[name], wanted[name]] for name in wanted if wanted[name] != now[name]}
    if not changes and not checked:
        return locked
    told = saying.said_by(wanted)
    kept = saying.columns(told)
    for name, value in kept.items():
        setattr(locked, name, value)
    fields = set(kept)
    if checked:
        locked.assured_date, locked.checked_by = clock.today(), me
        fields |= {"assured_date", "checked_by"}
    what = VersionKind.CHANGED if changes else VersionKind.CHECKED
    rows.next_version(locked, what, me, fields, changes)
    if saying.PLACES in changes:
        rows.store_places(locked, told)
    rows.let_find(locked, told)
    log.record(actor, "directory.changed", locked, fields=sorted(changes))
    _after(actor, network)
    return locked


@transaction.atomic
def still_right(*, actor: Actor, network: "Network", entry: UUID) -> Service:
    """Somebody looked today, and all of it is right."""
    locked, me = _locked(actor, network, entry)
    _check_open(locked)
    if locked.assured_date == clock.today() and locked.checked_by_id == me.pk:
        return locked
    locked.assured_date, locked.checked_by = clock.today(), me
    rows.next_version(locked, VersionKind.CHECKED, me, ("assured_date", "checked_by"), {})
    log.record(actor, "directory.checked", locked)
    _after(actor, network)
    return locked


@transaction.atomic
def end(*, actor: Actor, network: "Network", entry: UUID, reason: str) -> Service:
    """It is no longer there. It stays to be read by members, and can come back."""
    locked, me = _locked(actor, network, entry)
    if locked.over:
        return locked
    before = locked.status
    locked.status, locked.ended_on = ServiceStatus.DEFUNCT, clock.today()
    locked.ended_reason = reason.strip()
    changes = {"status": [before, locked.status.value]}
    fields = ("status", "ended_on", "ended_reason")
    rows.next_version(locked, VersionKind.ENDED, me, fields, changes)
    rows.let_find(locked, rows.now_said(locked))
    log.record(actor, "directory.ended", locked)
    _after(actor, network)
    return locked


@transaction.atomic
def bring_back(*, actor: Actor, network: "Network", entry: UUID) -> Service:
    """It is there again, or never went; who says so has checked it."""
    locked, me = _locked(actor, network, entry)
    if not locked.over:
        return locked
    locked.status, locked.ended_on, locked.ended_reason = ServiceStatus.ACTIVE, None, ""
    locked.assured_date, locked.checked_by = clock.today(), me
    fields = ("status", "ended_on", "ended_reason", "assured_date", "checked_by")
    changes = {"status": [ServiceStatus.DEFUNCT.value, ServiceStatus.ACTIVE.value]}
    rows.next_version(locked, VersionKind.BACK, me, fields, changes)
    rows.let_find(locked, rows.now_said(locked))
    log.record(actor, "directory.brought_back", locked)
    _after(actor, network)
    return locked


@transaction.atomic
def take_over(*, actor: Actor, network: "Network", entry: UUID) -> Service:
    """This member keeps it right from now on, and is asked when it was not checked for a year."""
    locked, me = _locked(actor, network, entry)
    _check_open(locked)
    if locked.owner_id != me.pk:
        locked.owner = me
        rows.next_version(locked, VersionKind.TAKEN_OVER, me, ("owner",), {})
        log.record(actor, "directory.taken_over", locked)
        _after(actor, network)
    return locked


@transaction.atomic
def copy(*, actor: Actor, network: "Network", entry: UUID) -> Service:
    """Take over a public entry of another public network, with where it comes from. It counts as
    checked when it was checked there. NotFound for what not everybody may read."""
    access.check_member(actor, network)
    had = Service.objects.filter(network=network, source_service=entry, ended_on=None).first()
    if had is not None:
        return had
    with access.public_lists(beside=network) as others:
        row = access.public_entries(others).filter(uuid=entry).first()
        if row is None:
            raise NotFound
        said = rows.now_said(row)
        name = others[row.network_id].name
    public = getattr(network, "visibility", "") == "public"
    shown = ShownTo.EVERYBODY if public else ShownTo.MEMBERS
    values = saying.values_of(said) | {"shown_to": shown.value}
    return add(
        actor=actor,
        network=network,
        said=saying.said_by(values),
        checked_on=row.assured_date,
        source=name,
        source_service=row.uuid,
        as_given=row.as_given,
    )


def _locked(actor: Actor, network: "Network", entry: UUID) -> tuple[Service, "Membership"]:
    """The entry, and who acts: locked before it, as everywhere (docs/architecture.md)."""
    found = access.entry_for(actor, network, entry)
    me = own_membership(actor, network)
    locked = Service.objects.select_for_update(of=("self",)).get(pk=found.pk)
    locked.network = network
    return locked, me


def _check_open(entry: Service) -> None:
    if entry.over:
        raise EntryOver


def _as_read(entry: Service, now: dict[str, str], number: int) -> dict[str, str]:
    """The values of the version that was on the screen: what stands now, with later changes undone.
    Stale for a number that never was."""
    if not 0 < number <= entry.number:
        raise Stale
    read = dict(now)
    later = ServiceVersion.objects.filter(service=entry, number__gt=number).order_by("-number")
    for changes in later.values_list("changes", flat=True):
        read |= {name: before for name, (before, _after) in changes.items() if name in read}
    return read


def _merged(now: dict[str, str], read: dict[str, str], said: dict[str, str]) -> dict[str, str]:
    """What stands now with what this member changed in what they read."""
    mine = {name for name in said if said[name] != read[name]}
    if any(now[name] not in (read[name], said[name]) for name in mine):
        raise Stale
    return {name: said[name] if name in mine else now[name] for name in now}


def _after(actor: Actor, network: "Network") -> None:
    asking.settle(actor=actor, network=network)
    facts.count_soon(network.pk)
