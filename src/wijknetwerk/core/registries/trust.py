"""What makes people in a network trustworthy enough to help somebody sign in again (rule A5).

`networks` answers; `accounts`, which knows no networks, decides (decision 0014).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role that somebody holds now, since when, and from whose hands. `given_by` is the person
    themselves for who started the network, and None where nobody remembers."""

    person_id: int
    role: str
    since: date
    given_by: int | None


@dataclass(frozen=True, slots=True)
class NetworkTrust:
    """One network, as far as trust goes."""

    name: str
    slug: str
    phone: str
    is_public: bool  # somebody outside looked at it and approved
    roles: tuple[HeldRole, ...]
    invited_by: tuple[tuple[int, int], ...]  # (who was invited, by whom)

    def gave_place_to(self, giver: int, other: int) -> bool:
        """Whether one of these two has a role or a place from the hands of the other."""
        given = any(held.person_id == other and held.given_by == giver for held in self.roles)
        return given or (other, giver) in self.invited_by


TrustOf = Callable[[UUID], NetworkTrust | None]


class _Hook:
    trust_of: TrustOf | None = None


def provide_trust(function: TrustOf) -> None:
    """`networks` says how a network and its leaders came about."""
    _Hook.trust_of = staticmethod(function)


def trust_of(network: UUID) -> NetworkTrust | None:
    """One network, within its scope; None when it isn't there."""
    return _Hook.trust_of(network) if _Hook.trust_of else None
