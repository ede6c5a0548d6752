"""What higher apps can note down for a member who calls the desk."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from wijknetwerk.core.registries.lists import Registry


@dataclass(frozen=True, slots=True)
class DeskAsk:
    """Something that waits for the words of a member: a title, and the page to note them on."""

    title: str | Promise
    url: str


# Called with the network and the membership (id, uuid), after the gate of the desk and a mandate.
DeskAsks = Callable[[Any, tuple[int, UUID]], Iterable[DeskAsk]]

desk_asks: Registry[DeskAsks] = Registry()
