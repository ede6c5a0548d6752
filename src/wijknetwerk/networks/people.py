"""Who takes part now and which teams go on, for apps above that let members take something up."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from wijknetwerk.accounts.names import name_fields
from wijknetwerk.core import clock
from wijknetwerk.networks.models import Membership, Partner, Team, within


@dataclass(frozen=True, slots=True)
class MemberNow:
    """A present member: the row's key, its reference, and the name as it is said."""

    pk: int
    uuid: UUID
    person_id: int
    name: str
    discipline: str = ""
    party: str = ""


def members_now(network_id: int, *, besides: Iterable[Any] = ()) -> list[MemberNow]:
    """Everybody who takes part today, by surname, in one query; `besides` are left out."""
    rows = (
        Membership.objects.filter(within(clock.today()), network_id=network_id)
        .exclude(pk__in=besides)
        .select_related("person", "organisation")
        .only("uuid", "person_id", "discipline", "organisation__name", *name_fields("person"))
        .order_by("person__family_name", "person__given_name", "pk")
    )
    return [_member(row) for row in rows]


def _member(row: Membership) -> MemberNow:
    party = row.organisation.name if row.organisation else ""
    return MemberNow(row.pk, row.uuid, row.person_id, row.person.name, row.discipline, party)


@dataclass(frozen=True, slots=True)
class TeamNow:
    """A team that goes on: its row's key, its reference, its name and kind."""

    pk: int
    uuid: UUID
    name: str
    kind: str


def teams_now(network_id: int) -> list[TeamNow]:
    """The teams that go on, by name, in one query."""
    rows = Team.objects.filter(network_id=network_id, until_on=None).order_by("name", "pk")
    return [TeamNow(*row) for row in rows.values_list("pk", "uuid", "name", "kind")]


def party_name(partner_id: int) -> str:
    """The name of a party that takes part here, or took part. Empty out of scope."""
    found = Partner.objects.filter(pk=partner_id).values_list("organisation__name", flat=True)
    return found.first() or ""


def party_kind(partner_id: int) -> str:
    """What kind of party it is (`content/kinds.toml`). Empty out of scope."""
    found = Partner.objects.filter(pk=partner_id).values_list("organisation__kind", flat=True)
    return found.first() or ""
