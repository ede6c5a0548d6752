"""Kinds of things that can wait for a person (design 4). `notices` keeps the rows."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils.functional import Promise

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries.lists import Registry


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that waits: for whom, about what, where it is done, in which words."""

    person_id: int
    subject: UUID
    network: UUID | None
    """None: of no network, such as the platform's own work."""
    place: Mapping[str, str] = field(default_factory=dict)
    """What the address of the kind needs: slug, uuid."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What the title names; of a plan, a concern or a message it stays empty."""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class WaitingKind:
    """How one kind of waiting thing reads, where it is done, and whether it is still true.

    `title` stands on Vandaag and is filled with the row's words by name: "%(who)s wants to join".
    `outside` stands in a mail, which strangers may read: it names nobody and nothing.
    """

    title: str | Promise
    outside: str | Promise
    button: str | Promise
    icon: str
    url: str
    """The name of the address, asked with the row's `place`."""
    still_true: Callable[[Collection[UUID]], Collection[UUID]]
    """Which of these subjects still wait; one query, under the worker's scope."""
    wanted: Callable[[], Iterable[Wanted]]
    """Everything of this kind that should be open now, to rebuild and compare."""
    duty: bool = True
    """Somebody waits for this person; else it is good to know."""
    click: str = ""
    """The name of an address that does it at once (POST, `back` is sent), asked with `place`."""
    click_label: str | Promise = ""
    opens: Callable[[Actor, Collection[str]], Collection[str]] | None = None
    """Which of the things in these addresses (their `uuid`) open for the reader now; asked before
    each time that it is shown, for what can shut without anybody doing so."""


waiting_kinds: Registry[WaitingKind] = Registry()
