"""What can be found by typing: each app hands over its texts, `networks` keeps the index.

An app registers a `SearchSource` in its `apps.py`, under the code of the kind of thing that it also
registers in `links`. In the transaction of every change it calls `networks.services.search.keep`
with the thing as it stands now, or `forget` when it goes, ends, is withdrawn or hidden.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.functional import Promise

from wijknetwerk.core.actor import Actor
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
class Here:
    """A thing that was found: its network's slug ('' for none), whether the reader takes part
    there, and the `detail` of its row."""

    uuid: UUID
    slug: str
    inside: bool
    detail: str


@dataclass(frozen=True, slots=True)
class Stands:
    """How things of a kind stand now, so that one statement asks it for all kinds on a page.

    `rows()` gives the rows that may be found at all, whoever asks: it is kept for ever, so it
    may hold no date and no actor (`core.statements`; a `Slot` named now is given the time).
    Members of its network may open such a row; everybody may when also `for_all` holds and the
    network is public (`networks.access_search`). `url` gives its page, None when there is none
    for this reader; it is asked once for all things of a page that differ in their uuid only.
    """

    rows: Callable[[], "QuerySet[Any, Any]"]
    url: Callable[[Actor, Here], str | None]
    for_all: Q | bool = False
    detail: Any = None
    uuid: str = "uuid"


@dataclass(frozen=True, slots=True)
class SearchSource:
    """A kind of thing that can be found: the word for it beside a hit, and all there is.

    `entries(network_id)` gives what one network has, or everything for None; it runs with these
    rows in scope, in the worker or a command. A hit is shown only when `stands`, or without it
    `links`, lets this reader open it: `LinkKind.resolve` of this kind must give public things to
    strangers too. The rows of their public networks are in scope then, so it must decide by the
    actor, not by the scope. `stands` may show nothing that `links` would not; a test compares.
    """

    word: str | Promise
    entries: Callable[[int | None], Iterable[SearchText]]
    stands: Stands | None = None  # without it each kind costs a page a query of its own


search_sources: Registry[SearchSource] = Registry()
