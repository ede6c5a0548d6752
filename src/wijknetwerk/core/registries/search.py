"""What can be found by typing: each app hands over its texts, `networks` keeps the index.

An app registers a `SearchSource` in its `apps.py`, under the code of the kind of thing that it also
registers in `links`. In the transaction of every change it calls `networks.services.search.keep`
with the thing as it stands now, or `forget` when it goes, ends, is withdrawn or hidden.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.utils.functional import Promise

from wijknetwerk.core.registries.lists import Registry


class Audience(StrEnum):
    """Who may find something. Of a network that is not public, everybody means its members."""

    EVERYBODY = "everybody"
    MEMBERS = "members"


# What stands after this in a body is searched and never shown: other words for the thing.
ALSO = "\f"


@dataclass(frozen=True, slots=True)
class SearchText:
    """One thing as it can be found: `kind` is its code in `links`, `network_id` None for content
    of the platform itself, `body` plain text without marks (see ALSO). Never what fewer than all
    members may read: such a thing is not searched at all."""

    kind: str
    uuid: UUID
    network_id: int | None
    title: str
    body: str
    audience: str  # an Audience
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class SearchSource:
    """A kind of thing that can be found: the word for it beside a hit, and all there is.

    `entries(network_id)` gives what one network has, or everything for None; it runs with these
    rows in scope, in the worker or a command. A hit is shown only when `links` resolves it for
    the reader: `LinkKind.resolve` of this kind must give public things to strangers too. The rows
    of their public networks are in scope then, so it must decide by the actor, not by the scope.
    """

    word: str | Promise
    entries: Callable[[int | None], Iterable[SearchText]]


search_sources: Registry[SearchSource] = Registry()
