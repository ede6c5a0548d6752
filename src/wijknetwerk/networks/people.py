"""Who takes part now, for apps above that let members take something up."""

from dataclasses import dataclass
from uuid import UUID

from wijknetwerk.accounts.names import name_fields
from wijknetwerk.core import clock
from wijknetwerk.networks.models import Membership, within


@dataclass(frozen=True, slots=True)
class MemberNow:
    """A present member: the row's key, its reference, and the name as it is said."""

    pk: int
    uuid: UUID
    person_id: int
    name: str


def members_now(network_id: int) -> list[MemberNow]:
    """Everybody who takes part today, by surname, in one query."""
    rows = (
        Membership.objects.filter(within(clock.today()), network_id=network_id)
        .select_related("person")
        .only("uuid", "person_id", *name_fields("person"))
        .order_by("person__family_name", "person__given_name", "pk")
    )
    return [MemberNow(row.pk, row.uuid, row.person_id, row.person.name) for row in rows]
