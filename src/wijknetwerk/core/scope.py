"""Which networks' rows may be touched now (rule A4).

A scope is set once per request or job and cleared after it. On PostgreSQL it is written into the
connection before the next statement (`core.postgresql`), where forced row-level policies read it
and the statement runs under the role `web` or `worker` (`core.rls`). On every database, managers of
a network's tables refuse a query without a scope and narrow each query to it.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from wijknetwerk.core.actor import Actor


class ScopeMissing(RuntimeError):
    """A query on a network's table was made outside any scope: a fault in our code."""


class DatabaseRole(StrEnum):
    """The two roles under which PostgreSQL runs our statements."""

    WEB = "wijknetwerk_web"
    WORKER = "wijknetwerk_worker"


@dataclass(frozen=True, slots=True)
class Scope:
    """The person and the networks whose rows may be touched; `every_network` for the worker."""

    role: DatabaseRole
    person_id: int | None = None
    person_uuid: str = ""
    network_ids: tuple[int, ...] = ()
    network_uuids: tuple[str, ...] = ()
    every_network: bool = False


_current: ContextVar[Scope | None] = ContextVar("scope", default=None)

NOBODY = Scope(DatabaseRole.WEB)


def current() -> Scope:
    """The scope in force. Raises ScopeMissing outside any."""
    scope = _current.get()
    if scope is None:
        raise ScopeMissing("No scope: enter core.scope.acting(...) before touching network rows.")
    return scope


def covers(network_id: int, *, person_id: int | None = None) -> bool:
    """Whether the rows of this network may be touched now, or those of this person where a manager
    has a `person_field`. ScopeMissing outside any scope."""
    now = current()
    own = person_id is not None and now.person_id == person_id
    return now.every_network or network_id in now.network_ids or own


def require(network_ids: tuple[int, ...]) -> None:
    """Refuse with ScopeMissing unless the rows of all these networks may be touched now."""
    if not all(covers(network_id) for network_id in network_ids):
        raise ScopeMissing(f"Networks {network_ids} are not all in scope.")


def of(actor: "Actor") -> Scope:
    """The scope that an actor has by itself: own networks, or all for the system."""
    if actor.is_system:
        return Scope(DatabaseRole.WORKER, every_network=True)
    return Scope(
        DatabaseRole.WEB,
        person_id=actor.person_id,
        person_uuid=str(actor.person_uuid or ""),
        network_ids=actor.network_ids,
        network_uuids=tuple(
            dict.fromkeys(str(standing.network_uuid) for standing in actor.standings)
        ),
    )


def in_force() -> Scope | None:
    """The scope in force, or None outside any."""
    return _current.get()


@contextmanager
def use(scope: Scope) -> Iterator[Scope]:
    """Put a scope in force, and the earlier one back afterwards."""
    token = _current.set(scope)
    try:
        yield scope
    finally:
        _current.reset(token)


@contextmanager
def cleared_after() -> Iterator[None]:
    """Leave nothing of any scope in the connection after a request, whatever comes next."""
    try:
        yield
    finally:
        if connection.vendor == "postgresql":
            connection.tell_scope()  # type: ignore[attr-defined]  # core.postgresql


@contextmanager
def acting(actor: "Actor") -> Iterator[Scope]:
    """Put the actor's own scope in force."""
    with use(of(actor)) as scope:
        yield scope


@contextmanager
def including(network_id: int | None, network_uuid: object) -> Iterator[Scope]:
    """Widen the scope by one network, for a gate that has just decided that this is right.

    Only for founders, holders of a valid link, public pages, and what people may do with their
    own rows after they left; never for a page of members. Below `networks` only the UUID is known.
    """
    scope = current()
    if scope.every_network or str(network_uuid) in scope.network_uuids:
        yield scope
        return
    more = () if network_id is None else (network_id,)
    wider = replace(
        scope,
        network_ids=(*scope.network_ids, *more),
        network_uuids=(*scope.network_uuids, str(network_uuid)),
    )
    with use(wider):
        yield wider


def as_settings(scope: Scope | None) -> list[str]:
    """What PostgreSQL is told of a scope: role, person, their uuid, networks, theirs, every."""
    if scope is None:
        return ["none", "", "", "", "", ""]
    return [
        scope.role.value,
        str(scope.person_id or ""),
        scope.person_uuid,
        _joined(scope.network_ids),
        _joined(scope.network_uuids),
        "on" if scope.every_network else "",
    ]


def _joined(values: Iterable[object]) -> str:
    return ",".join(str(value) for value in values)
