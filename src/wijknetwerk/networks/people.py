"""Who takes part now, for apps above that let members take something up."""

from dataclasses import dataclass
from uuid import UUID

from wijknetwerk.accounts.names import name_fields
from wijknetwerk.core import clock
from wijknetwerk.networks.models import Membership, Partner, within


@dataclass(frozen=True, slots=True)
class MemberNow:
    """A present member: the row's key, its reference, and the name as it is said."""

    pk: int
    uuid: UUID
    person_id: int
    name: str
    discipline: str = ""
    party: str = ""


def members_now(network_id: int) -> list[MemberNow]:
    """Everybody who takes part today, by surname, in one query."""
    rows = (
        Membership.objects.filter(within(clock.today()), network_id=network_id)
        .select_related("person", "organisation")
        .only("uuid", "person_id", "discipline", "organisation__name", *name_fields("person"))
        .order_by("person__family_name", "person__given_name", "pk")
    )
    return [_member(row) for row in rows]


def _member(row: Membership) -> MemberNow:
    party = row.organisation.name if row.organisation else ""
    return MemberNow(row.pk, row.uuid, row.person_id, row.person.name, row.discipline, party)


def party_name(partner_id: int) -> str:
    """The name of a party that takes part here, or took part. Empty out of scope."""
    found = Partner.objects.filter(pk=partner_id).values_list("organisation__name", flat=True)
    return found.first() or ""
