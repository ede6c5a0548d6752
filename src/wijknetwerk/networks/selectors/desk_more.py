"""What more can be asked of somebody who calls: where they take part, and what waits for their
words."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.together import together
from wijknetwerk.networks import access_desk
from wijknetwerk.networks.models import (
    Expectation,
    ExpectationRound,
    Mandate,
    Membership,
    TeamMember,
    within,
)
from wijknetwerk.networks.selectors import desk


@dataclass(frozen=True, slots=True)
class OpenRound:
    """A round in which this member said nothing yet; `team` is empty for the whole network."""

    uuid: UUID
    team: str


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing that somebody noted down for a member."""

    what: str
    name: str
    noted_by: str
    noted_at: datetime


def noted_for(member: Membership) -> list[Noted]:
    """What was noted for a member in this network, newest first: calls, and words in a round of
    expectations. Two queries."""
    calls = [
        Noted(line.what, line.name, line.noted_by, line.noted_at) for line in desk.calls_of(member)
    ]
    rows = Expectation.objects.filter(membership=member, noted=True, superseded_at=None)
    said = [
        Noted(
            f"{row.brings} {row.expects}",
            row.membership.person.name,
            row.written_by.name,
            row.written_at,
        )
        for row in rows.select_related("membership__person", "written_by")
        if row.written_by is not None
    ]
    return sorted([*calls, *said], key=lambda one: one.noted_at, reverse=True)


def last_mandate(member: Membership) -> Mandate | None:
    """The newest mandate of a member, also one that ended. Without one nothing was ever noted for
    them, so that most members cost one query."""
    rows = Mandate.objects.filter(network_id=member.network_id, person_id=member.person_id)
    return rows.order_by("-pk").first()


def until_of(mandate: Mandate | None) -> date | None:
    """Until when the desk may note down; None when it may not now."""
    if mandate is None or mandate.ended_at is not None or mandate.until_on is None:
        return None
    return mandate.until_on if mandate.from_on <= clock.today() < mandate.until_on else None


@dataclass(frozen=True, slots=True)
class CallPage:
    """What the page of one call shows besides the member."""

    mandate: Mandate | None
    teams: list[str]
    rounds: list[OpenRound]
    colleagues: list[tuple[UUID, str]]
    noted: list[desk.CallLine]


def call_page(member: Membership, *, noter: int | None) -> CallPage:
    """All of it by one query. `rounds`: open ones in which the member said nothing yet, of the
    network, and of teams in which the membership `noter` takes part too (None: of all teams)."""
    mandates, teams, rounds, colleagues, noted = together(
        access_desk.running_mandates(member)[:1],
        _places(member.pk).order_by("team__name").values_list("team__name", flat=True),
        _open_rounds(member, noter),
        desk.colleague_rows(member.network),
        desk.rows_of(member),
    )
    return CallPage(
        mandate=mandates[0] if mandates else None,
        teams=list(dict.fromkeys(teams)),
        rounds=[OpenRound(uuid, team or "") for uuid, team in rounds],
        colleagues=desk.colleagues_in(colleagues),
        noted=desk.lines(noted),
    )


def _open_rounds(member: Membership, noter: int | None) -> "QuerySet[Any, Any]":
    teams = Q(team__in=_places(member.pk).values("team"))
    if noter is not None:
        teams &= Q(team__in=_places(noter).values("team"))
    said = Expectation.objects.filter(round=OuterRef("pk"), membership=member, superseded_at=None)
    rows = ExpectationRound.objects.filter(
        Q(team=None) | teams, ~Exists(said), network_id=member.network_id, closed_on=None
    )
    return rows.order_by("team__name", "pk").values_list("uuid", "team__name")


def _places(membership_id: int) -> "QuerySet[TeamMember]":
    return TeamMember.objects.filter(within(clock.today()), membership_id=membership_id)
