"""Who takes part in a network or in one team today, for rounds and talks."""

from dataclasses import dataclass
from uuid import UUID

from wijknetwerk.accounts.names import name_fields
from wijknetwerk.core import clock
from wijknetwerk.networks.models import Membership, Network, Team, within


@dataclass(frozen=True, slots=True)
class Taker:
    """A present member, with the name as it is said."""

    pk: int
    uuid: UUID
    person_id: int
    name: str


def takers(network: Network, team: Team | None) -> list[Taker]:
    """Everybody who takes part today, by surname; of a team only its own people. One query."""
    today = clock.today()
    rows = Membership.objects.filter(within(today), network=network)
    if team is not None:
        rows = rows.filter(within(today, "team_places__"), team_places__team=team).distinct()
    rows = rows.select_related("person").only("uuid", "person_id", *name_fields("person"))
    ordered = rows.order_by("person__family_name", "person__given_name", "pk")
    return [Taker(row.pk, row.uuid, row.person_id, row.person.name) for row in ordered]
