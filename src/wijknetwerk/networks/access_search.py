"""Who may find what. The index gives what everybody may find, and what members of one's own
networks may find; each hit is asked of its own app once more before it is shown."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from django.db.models import Q

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Audience
from wijknetwerk.networks.models import Network, SearchEntry, Visibility


def mine(actor: Actor) -> Q:
    """The rows of the index in which this actor may look."""
    networks = () if actor.noting_for is not None else actor.network_ids
    return Q(network=None) | Q(network__in=networks) if networks else Q(network=None)


def is_open(network: Network) -> bool:
    """Whether strangers may find what this network shows to everybody."""
    return network.visibility == Visibility.PUBLIC and network.stopped_on is None


def may_find(actor: Actor, entry: SearchEntry) -> bool:
    """The same rule on the row itself, with its home as it stands now."""
    if entry.home is None:
        return entry.audience == Audience.EVERYBODY
    if entry.home_id in actor.network_ids and actor.noting_for is None:
        return True
    return entry.audience == Audience.EVERYBODY and is_open(entry.home)


@contextmanager
def homes_of(entries: Iterable[SearchEntry]) -> Iterator[None]:
    """The rows of the public networks of these entries in scope, to ask about these things only.

    For entries that `may_find` let through: what is asked about is public, or of one's own.
    """
    now = scope.current()
    homes = {one.home.pk: one.home for one in entries if one.home is not None}
    more = [home for pk, home in sorted(homes.items()) if not scope.covers(pk)]
    if not more:
        yield
        return
    wider = replace(
        now,
        network_ids=(*now.network_ids, *(home.pk for home in more)),
        network_uuids=(*now.network_uuids, *(str(home.uuid) for home in more)),
    )
    with scope.use(wider):
        yield
