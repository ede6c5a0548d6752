"""The registries, and what their entries are.

Each registry is typed and keeps the order of `order`, then of registration.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from django.http import HttpRequest
from django.utils.functional import Promise

from wijknetwerk.core.actor import Actor, Standing

if TYPE_CHECKING:
    from datetime import timedelta
    from uuid import UUID

T = TypeVar("T")


class Registry(Generic[T]):
    """Named entries of one kind. Registering a code twice is a fault."""

    def __init__(self) -> None:
        self._entries: dict[str, T] = {}

    def register(self, code: str, entry: T) -> T:
        """Add an entry under a code of its own."""
        if code in self._entries:
            raise ValueError(f"{code} is registered already")
        self._entries[code] = entry
        return entry

    def __getitem__(self, code: str) -> T:
        return self._entries[code]

    def get(self, code: str) -> T | None:
        """The entry of a code that may come from elsewhere, or None."""
        return self._entries.get(code)

    def __iter__(self) -> Iterator[T]:
        return iter(self._entries.values())

    def items(self) -> Iterable[tuple[str, T]]:
        """Codes with their entries, in order of registration."""
        return self._entries.items()


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A place in the navigation. `url` gives None where the actor has nothing to do there.

    `section` is 'public' (nobody signed in), 'network' (within one network), 'person' (over all
    my networks) or 'footer' (below every page). `bottom` puts it in the bar of five on a phone.
    `also` names addresses, asked with the network's slug, whose pages belong to this place too.
    """

    label: str | Promise
    icon: str
    url: Callable[[Actor, Standing | None], str | None]
    section: str
    order: int
    bottom: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that is kept about a person, in words they understand."""

    title: str | Promise
    fields: tuple[tuple[str | Promise, Any], ...]


@dataclass(frozen=True, slots=True)
class Erasure:
    """What erasing did to one kind of record: deleted, anonymised, or kept until a date."""

    title: str | Promise
    count: int
    what: str  # deleted | anonymised | kept
    reason: str | Promise = ""


class PersonalData(Protocol):
    """What each app answers for the people whose data it holds (rule K3)."""

    @property
    def title(self) -> str | Promise:
        """What this kind of data is called on the screen."""

    def export(self, *, person_uuid: "UUID") -> Iterable[Record]:
        """All records about this person, for the page, the JSON and the paper copy."""

    def erase(self, *, actor: Actor, person_uuid: "UUID") -> Iterable[Erasure]:
        """Delete or anonymise what need not be kept; inside the caller's transaction."""


@dataclass(frozen=True, slots=True)
class Retention:
    """How long one kind of record is kept, why, and what acts when the time is over.

    `expire` gets the instant before which records are too old and returns how many it ended.
    """

    title: str | Promise
    keep: "timedelta"
    ground: str | Promise
    expire: Callable[..., int]


@dataclass(frozen=True, slots=True)
class ExampleData:
    """A part of the example network; loaded in this order, by the demo only."""

    order: int
    load: Callable[[], object]


menu: Registry[MenuItem] = Registry()
personal_data: Registry[PersonalData] = Registry()
retention: Registry[Retention] = Registry()
example_data: Registry[ExampleData] = Registry()

# What an event of the log means to the person whose data it is, by event code.
event_words: dict[str, str | Promise] = {}

ActorOfRequest = Callable[[HttpRequest], Actor]
StandingsOf = Callable[[int], tuple[Standing, ...]]
KeepChoices = Callable[[Actor, dict[str, str]], None]


class _Hooks:
    actor_of_request: ActorOfRequest | None = None
    standings_of: StandingsOf | None = None
    keep_choices: KeepChoices | None = None


def provide_actor(function: ActorOfRequest) -> None:
    """`accounts` says who is signed in."""
    _Hooks.actor_of_request = staticmethod(function)


def provide_standings(function: StandingsOf) -> None:
    """`networks` says in which networks a person takes part now."""
    _Hooks.standings_of = staticmethod(function)


def provide_choices(function: KeepChoices) -> None:
    """`accounts` keeps language and text size with the person."""
    _Hooks.keep_choices = staticmethod(function)


def keep_choices(actor: Actor, choices: dict[str, str]) -> None:
    """Keep `language` and `text_size`, as far as given, with the person who is signed in."""
    if actor.is_person and _Hooks.keep_choices:
        _Hooks.keep_choices(actor, choices)


def actor_of_request(request: HttpRequest) -> Actor:
    """The person who is signed in, or nobody."""
    return _Hooks.actor_of_request(request) if _Hooks.actor_of_request else Actor.anonymous()


def standings_of(person_id: int) -> tuple[Standing, ...]:
    """The present memberships of a person, in one query."""
    return _Hooks.standings_of(person_id) if _Hooks.standings_of else ()
