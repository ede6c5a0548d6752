"""What more can be asked of somebody who calls: where they take part, and what waits for their
words."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from wijknetwerk.core import clock
from wijknetwerk.networks.models import (
    Expectation,
    ExpectationRound,
    Membership,
    TeamMember,
    within,
)


@dataclass(frozen=True, slots=True)
class OpenRound:
    """A round in which this member said nothing yet; `team` is empty for the whole network."""

    uuid: UUID
    team: str


def teams_of(member: Membership) -> list[str]:
    """The names of the teams in which a member takes part today. One query."""
    rows = _places(member.pk).order_by("team__name").values_list("team__name", flat=True)
    return list(dict.fromkeys(rows))


def open_rounds(member: Membership, *, noter: int | None) -> Iterable[OpenRound]:
    """Open rounds in which a member said nothing yet: of the network, and of teams in which the
    membership `noter` takes part too (None: of all their teams). One query."""
    teams = Q(team__in=_places(member.pk).values("team"))
    if noter is not None:
        teams &= Q(team__in=_places(noter).values("team"))
    said = Expectation.objects.filter(round=OuterRef("pk"), membership=member, superseded_at=None)
    rows = ExpectationRound.objects.filter(
        Q(team=None) | teams, ~Exists(said), network_id=member.network_id, closed_on=None
    )
    named = rows.order_by("team__name", "pk").values_list("uuid", "team__name")
    return [OpenRound(uuid, team or "") for uuid, team in named]


def _places(membership_id: int) -> "QuerySet[TeamMember]":
    return TeamMember.objects.filter(within(clock.today()), membership_id=membership_id)
