"""What higher apps show beside a network's first page for members, and on its public page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries.lists import Registry


@dataclass(frozen=True, slots=True)
class HomePanel:
    """A part of the page: its template, and what fills it for a member of this network.

    `fill` gets the actor and the network, after the page's own gate. Its names must be its own:
    all panels share the page. An empty answer shows nothing.
    """

    template: str
    fill: Callable[[Actor, Any], Mapping[str, Any]]
    place: str = "card"
    """A card of its own, or a 'row' among what one can do here, or 'aside' with what helps."""


home_panels: Registry[HomePanel] = Registry()


@dataclass(frozen=True, slots=True)
class PublicPanel:
    """A part of a network's public page, for everybody: what may be seen by strangers only.

    `fill` gets the network, with its rows in scope, and the rows of each of `lists`. An empty
    answer shows nothing. `lists` make querysets with a slot for the network: those of all panels
    are read by one statement that is made once (core.together).
    """

    order: int
    template: str
    fill: Callable[..., Mapping[str, Any]]
    lists: tuple[Callable[[], Any], ...] = ()


public_panels: Registry[PublicPanel] = Registry()


@dataclass(frozen=True, slots=True)
class SettingsPanel:
    """Something else that a network decides: a card beside its settings, that leads to its page."""

    title: str | Promise
    text: str | Promise
    button: str | Promise
    url: str
    """The name of its address, asked with the network's slug."""


settings_panels: Registry[SettingsPanel] = Registry()
