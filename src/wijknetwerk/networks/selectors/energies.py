"""What gives the members of a network energy: how many by talent, and which one is missing."""

from dataclasses import dataclass

from wijknetwerk.accounts.names import name_fields
from wijknetwerk.core import clock
from wijknetwerk.networks import words
from wijknetwerk.networks.models import Membership, Network, within

SHOWN_NAMES = 12


@dataclass(frozen=True, slots=True)
class Talent:
    """One talent, who has it here, and what it means."""

    code: str
    name: str
    explanation: str
    count: int
    names: tuple[str, ...]

    @property
    def more(self) -> int:
        """How many more there are than the names that fit."""
        return self.count - len(self.names)


@dataclass(frozen=True, slots=True)
class Energies:
    """All talents of a network, the most frequent first."""

    talents: tuple[Talent, ...]
    told: int
    members: int

    @property
    def missing(self) -> tuple[Talent, ...]:
        """What nobody here named yet; nothing while nobody told anything."""
        return tuple(one for one in self.talents if not one.count) if self.told else ()


def energies_of_network(network: Network) -> Energies:
    """Members see each other's talents in their list too (decision 0008). One query."""
    rows = list(
        Membership.objects.filter(within(clock.today()), network=network)
        .select_related("person")
        .only("energies", *name_fields("person"))
        .order_by("person__family_name", "person__given_name", "pk")
    )
    talents = []
    for code, word in words.energies().items():
        having = [row for row in rows if code in row.energies]
        names = tuple(row.person.name for row in having[:SHOWN_NAMES])
        talents.append(Talent(code, word.name, word.explanation, len(having), names))
    talents.sort(key=lambda one: -one.count)
    return Energies(tuple(talents), sum(bool(row.energies) for row in rows), len(rows))
