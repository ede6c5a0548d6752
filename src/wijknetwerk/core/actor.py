"""Who acts. Every service, selector and gate asks for an actor; there is no default (rule A1)."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from uuid import UUID


class ActorKind(StrEnum):
    """The four kinds of actor."""

    PERSON = "person"
    LINK = "link"
    SYSTEM = "system"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Standing:
    """One current membership of the actor, as plain values.

    Filled by `networks`; `core` doesn't know what the role codes mean.
    """

    network_id: int
    network_uuid: UUID
    slug: str
    network_name: str
    membership_id: int
    membership_uuid: UUID
    since: date
    partner_id: int | None = None
    organisation_uuid: UUID | None = None
    roles: frozenset[str] = frozenset()

    @property
    def has_task(self) -> bool:
        """Whether this person has a role here or works for a party. Who takes part for themselves
        gets a short menu (design 6); the network's first page leads to the rest."""
        return bool(self.roles or self.partner_id)


@dataclass(frozen=True)
class Actor:
    """A person, a link that works without signing in, the system, or nobody known.

    Made once per request or job; never kept across requests, because memberships end.
    """

    kind: ActorKind
    code: str = ""
    person_id: int | None = None
    person_uuid: UUID | None = None
    name: str = ""
    standings: tuple[Standing, ...] = ()
    is_platform_administrator: bool = False
    second_factor_at: datetime | None = None
    noting_for: UUID | None = None
    """The person for whom this is noted down. Set for one entry by a service, never by a request:
    nobody forgets that it is on."""
    address: str = ""
    traceparent: str = field(default="", compare=False)

    @classmethod
    def anonymous(cls) -> "Actor":
        """Somebody who is not signed in."""
        return cls(ActorKind.ANONYMOUS)

    @classmethod
    def system(cls, code: str) -> "Actor":
        """The platform itself, named by what runs: `worker.retention`, `command.load_areas`."""
        return cls(ActorKind.SYSTEM, code=code)

    @classmethod
    def link(cls, code: str) -> "Actor":
        """Somebody who holds a link for one purpose, named by that purpose."""
        return cls(ActorKind.LINK, code=code)

    def as_holder(self, code: str) -> "Actor":
        """Whoever this is, as the holder of a link or letter for one purpose, seen from here."""
        return Actor.link(code).at(address=self.address, traceparent=self.traceparent)

    @property
    def own_id(self) -> int:
        """The key of the person who acts. RuntimeError when no person does: a fault of ours,
        because the gate or the act's own check comes first."""
        if self.person_id is None:
            raise RuntimeError(f"A {self.kind} actor is no person.")
        return self.person_id

    @property
    def is_person(self) -> bool:
        """Whether a known person is signed in."""
        return self.kind is ActorKind.PERSON

    @property
    def is_system(self) -> bool:
        """Whether the platform itself acts."""
        return self.kind is ActorKind.SYSTEM

    @cached_property
    def network_ids(self) -> tuple[int, ...]:
        """The networks in which the actor takes part now."""
        return tuple(dict.fromkeys(standing.network_id for standing in self.standings))

    def standing_in(self, network_id: int) -> Standing | None:
        """The actor's membership of one network, or None."""
        for standing in self.standings:
            if standing.network_id == network_id:
                return standing
        return None

    def has_role(self, network_id: int, *roles: str) -> bool:
        """Whether the actor now holds one of these roles in this network."""
        standing = self.standing_in(network_id)
        return standing is not None and not standing.roles.isdisjoint(roles)

    def at(self, *, address: str, traceparent: str) -> "Actor":
        """The same actor, seen from a network address within a traced request."""
        return replace(self, address=address, traceparent=traceparent)
