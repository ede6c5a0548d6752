"""How apps that don't know each other speak of each other's things.

A thing is a kind ('agenda.event') and a uuid. A link to it is resolved for whoever looks, and gives
nothing when that person may not see it. A page of a thing shows what other apps have to say of it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries.lists import Registry

Thing = tuple[str, UUID]


@dataclass(frozen=True, slots=True)
class Linked:
    """A thing as this reader may see it."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class LinkKind:
    """A kind of thing: its word, and what of these the actor may see, in one query."""

    word: str | Promise
    resolve: Callable[[Actor, Sequence[UUID]], Mapping[UUID, Linked]]


links: Registry[LinkKind] = Registry()


def linked(actor: Actor, things: Iterable[Thing]) -> dict[Thing, Linked]:
    """The things that this actor may see; one query for each kind. What is missing is unseen."""
    by_kind: dict[str, list[UUID]] = defaultdict(list)
    for kind, uuid in things:
        by_kind[kind].append(uuid)
    found = {}
    for kind, uuids in by_kind.items():
        if entry := links.get(kind):
            for uuid, link in entry.resolve(actor, uuids).items():
                found[kind, uuid] = link
    return found


@dataclass(frozen=True, slots=True)
class CameFrom:
    """How a thing came out of one of an app above, which holds the key to it.

    `columns` are expressions over the row of the thing, read by the statement that fetches it, so
    that its page asks nothing more; `link` makes of such a row the way back, for whose own the
    thing is.
    """

    kind: str
    columns: Callable[[], Mapping[str, Any]]
    link: Callable[[Any], Linked | None]


came_from: Registry[CameFrom] = Registry()


def columns_from(kind: str) -> dict[str, Any]:
    """What a statement that fetches such things reads beside them."""
    return {
        name: value
        for one in came_from
        if one.kind == kind
        for name, value in one.columns().items()
    }


def where_from(kind: str, row: Any) -> list[Linked]:
    """What a thing came from, of a row that was fetched with these columns."""
    found = (one.link(row) for one in came_from if one.kind == kind)
    return [link for link in found if link is not None]


@dataclass(frozen=True, slots=True)
class ThingPanel:
    """A part of the page of a thing, by another app: its template and what fills it.

    `fill` gets the actor, the network and the thing, after the page's own gate. Its names must be
    its own: all panels share the page. An empty answer shows nothing.
    """

    template: str
    fill: Callable[[Actor, Any, Thing], Mapping[str, Any]]


thing_panels: Registry[ThingPanel] = Registry()


def panels_of(actor: Actor, network: Any, thing: Thing) -> list[tuple[str, Mapping[str, Any]]]:
    """Templates with their context for the page of this thing, as far as there is something."""
    filled = ((panel.template, panel.fill(actor, network, thing)) for panel in thing_panels)
    return [(template, context) for template, context in filled if context]


# Makes an action with one owner and a date out of a thing; gives the uuid of the action.
TakeUp = Callable[..., UUID]


class _Hooks:
    take_up: TakeUp | None = None


def provide_taking_up(function: TakeUp) -> None:
    """`goals` says how something is taken up."""
    _Hooks.take_up = staticmethod(function)


def take_up(
    *, actor: Actor, network: Any, source: Thing, what: str, owner: UUID, by: date
) -> UUID | None:
    """Somebody takes something up by a day: an action of the membership `owner`, with its source.

    Belongs in the transaction of the service that calls it. None where no app keeps actions.
    """
    if _Hooks.take_up is None:
        return None
    return _Hooks.take_up(
        actor=actor, network=network, source=source, what=what, owner=owner, by=by
    )
