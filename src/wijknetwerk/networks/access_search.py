"""Who may find what. The index gives what everybody may find, and what members of one's own
networks may find; each hit is asked of its own app once more before it is shown."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Protocol
from uuid import UUID

from django.db.models import Q

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Audience
from wijknetwerk.networks.models import Visibility


def places(actor: Actor) -> tuple[int | None, ...]:
    """The networks whose part of the index this actor may search; None is what is for everybody."""
    return (None, *(() if actor.noting_for is not None else actor.network_ids))


def mine(actor: Actor) -> Q:
    """The rows of the index in which this actor may look."""
    return Q(network=None) | Q(network__in=[one for one in places(actor) if one is not None])


class Home(Protocol):
    """What of a network decides who may find its things."""

    @property
    def visibility(self) -> str:
        """Whether it is public."""

    @property
    def stopped_on(self) -> date | None:
        """Since when it is no more."""


def is_open(network: Home) -> bool:
    """Whether strangers may find what this network shows to everybody."""
    return network.visibility == Visibility.PUBLIC and network.stopped_on is None


class Found(Protocol):
    """An entry of the index, with its home as it stands now."""

    @property
    def audience(self) -> str:
        """For whom it is."""

    @property
    def home_id(self) -> int | None:
        """The network it is of."""

    @property
    def home_uuid(self) -> UUID | None:
        """The same."""

    @property
    def home_is_open(self) -> bool:
        """Whether strangers may find what that network shows to everybody (`is_open`)."""


def may_find(actor: Actor, entry: Found) -> bool:
    """The same rule on the entry itself."""
    if entry.home_id is None:
        return entry.audience == Audience.EVERYBODY
    if entry.home_id in places(actor):
        return True
    return entry.audience == Audience.EVERYBODY and entry.home_is_open


def may_open(actor: Actor, entry: Found, for_all: bool) -> bool:
    """The same for the thing itself, as it stands now: `for_all` when everybody may open it as
    far as its own network is public."""
    if entry.home_id is None:
        return for_all
    return entry.home_id in places(actor) or (for_all and entry.home_is_open)


@contextmanager
def homes_of(entries: Iterable[Found]) -> Iterator[None]:
    """The rows of the public networks of these entries in scope, to ask about these things only.

    For entries that `may_find` let through: what is asked about is public, or of one's own.
    """
    now = scope.current()
    homes = {one.home_id: str(one.home_uuid) for one in entries if one.home_id is not None}
    more = {pk: uuid for pk, uuid in sorted(homes.items()) if not scope.covers(pk)}
    if not more:
        yield
        return
    wider = replace(
        now,
        network_ids=(*now.network_ids, *more),
        network_uuids=(*now.network_uuids, *more.values()),
    )
    with scope.use(wider):
        yield
