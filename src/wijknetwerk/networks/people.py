"""Who takes part now, for apps above that let members take something up."""

from dataclasses import dataclass
from uuid import UUID

from wijknetwerk.core import clock
from wijknetwerk.networks.models import Membership, within

# What `Person.name` reads; a list of names needs no more of a person.
NAME_FIELDS = ("given_name", "prefix", "family_name", "email", "closed_at")


def name_fields(path: str) -> list[str]:
    """The fields of a related person for `only()`, when just the name is shown."""
    return [f"{path}__{field}" for field in NAME_FIELDS]


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
