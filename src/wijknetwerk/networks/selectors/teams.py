"""What is read about teams. Members of the network see all of it; `access_teams` decides the rest.

A phone number shows only while its owner lets it (`phone_shown`), and only of who takes part.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import FilteredRelation, Q, QuerySet

from wijknetwerk.accounts.names import name_fields, name_in
from wijknetwerk.core import clock
from wijknetwerk.core.together import together
from wijknetwerk.networks import words
from wijknetwerk.networks.models import (
    Connector,
    Network,
    Often,
    Represents,
    Team,
    TeamMember,
    TeamStatus,
    within,
)


@dataclass(frozen=True, slots=True)
class Line:
    """To whom somebody takes things back."""

    to_whom: str
    how: str
    often: str
    often_words: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Somebody in a team, as all members see them (decision 0008)."""

    uuid: UUID
    member: UUID
    membership_id: int
    name: str
    is_lead: bool
    represents: str
    represents_words: str
    partner: str
    discipline: str
    from_on: date
    line: Line | None


@dataclass(frozen=True, slots=True)
class ConnectorRow:
    """Who is connector of a discipline, or the vacancy: then there is no name."""

    discipline: str
    discipline_name: str
    team: UUID
    team_name: str
    uuid: UUID | None = None
    membership_id: int | None = None
    name: str = ""
    partner: str = ""
    phone: str = ""
    substitute: str = ""
    from_on: date | None = None


@dataclass(frozen=True, slots=True)
class TeamCard:
    """A team in the list."""

    uuid: UUID
    name: str
    kind: str
    purpose: str
    status: str
    status_words: str
    until_on: date | None
    brought: str
    names: list[str] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    connectors: list[ConnectorRow] = field(default_factory=list)

    @property
    def vacancies(self) -> list[str]:
        """Disciplines without a connector."""
        return [row.discipline_name for row in self.connectors if row.uuid is None]


@dataclass(frozen=True, slots=True)
class TeamsPage:
    """All teams of a network: those that go on, those that ended, and whom to call."""

    running: list[TeamCard]
    ended: list[TeamCard]
    to_call: list[ConnectorRow]


def teams_of(network: Network) -> TeamsPage:
    """The list of teams. One query at any size."""
    taken = _places(network).filter(team__until_on=None)
    rows, found, connectors = together(
        Team.objects.filter(network=network).order_by("name", "pk"),
        taken.values_list("team_id", "is_lead", *_NAME, named=True),
        _connectors(network),
    )
    places, held = _by_team(found), _by_team(connectors)
    cards = [_card(row, places.get(row.pk, []), held.get(row.pk, [])) for row in rows]
    running = [card for card in cards if card.status != TeamStatus.ENDED]
    ended = [card for card in cards if card.status == TeamStatus.ENDED]
    to_call = [line for card in running for line in card.connectors]
    return TeamsPage(
        running=running,
        ended=sorted(ended, key=lambda card: card.until_on or date.min, reverse=True),
        to_call=sorted(to_call, key=lambda row: (row.discipline_name.casefold(), row.team_name)),
    )


_NAME = name_fields("membership__person")


def _places(network: Network) -> QuerySet[TeamMember]:
    """Places of today, of people who take part today; who leads first."""
    today = clock.today()
    rows = TeamMember.objects.filter(within(today), within(today, "membership__"), network=network)
    family, given = "membership__person__family_name", "membership__person__given_name"
    return rows.order_by("-is_lead", family, given, "pk")


def _connectors(network: Network) -> QuerySet[Connector, Any]:
    today = clock.today()
    rows = Connector.objects.filter(within(today), within(today, "membership__"), network=network)
    own = ("uuid", "team_id", "discipline", "membership_id", "phone_shown", "phone", "from_on")
    more = ("membership__person__phone", "membership__organisation__name")
    stand_in = name_fields("substitute__person")
    return rows.order_by("pk").values_list(*own, *more, *_NAME, *stand_in, named=True)


def _by_team(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.team_id, []).append(row)
    return found


def _card(team: Team, places: list[Any], held: list[Any]) -> TeamCard:
    kind = words.team_kinds().get(team.kind)
    return TeamCard(
        uuid=team.uuid,
        name=team.name,
        kind=kind.name if kind else team.kind,
        purpose=team.purpose,
        status=team.status,
        status_words=team.get_status_display(),
        until_on=team.until_on,
        brought=team.brought,
        names=[name_in(place, "membership__person") for place in places],
        leads=[name_in(place, "membership__person") for place in places if place.is_lead],
        connectors=connector_rows(team, held),
    )


def connector_rows(team: Team, held: Iterable[Any]) -> list[ConnectorRow]:
    """The connectors of a team by discipline, and its vacancies; of a team that ended none."""
    if team.over:
        return []
    by_discipline = {row.discipline: row for row in held}
    codes = [*team.wanted, *(code for code in by_discipline if code not in team.wanted)]
    return [_connector_row(team, code, by_discipline.get(code)) for code in codes]


def _connector_row(team: Team, code: str, row: Any) -> ConnectorRow:
    vacancy: dict[str, Any] = {
        "discipline": code,
        "discipline_name": discipline_name(code),
        "team": team.uuid,
        "team_name": team.name,
    }
    if row is None:
        return ConnectorRow(**vacancy)
    own = row.phone or row.membership__person__phone
    return ConnectorRow(
        **vacancy,
        uuid=row.uuid,
        membership_id=row.membership_id,
        name=name_in(row, "membership__person"),
        partner=row.membership__organisation__name or "",
        phone=own if row.phone_shown else "",
        substitute=name_in(row, "substitute__person") if row.substitute__person__given_name else "",
        from_on=row.from_on,
    )


def discipline_name(code: str) -> str:
    """A profession in the reader's words."""
    word = words.disciplines().get(code)
    return word.name if word else code


def connectors_of(team: Team) -> list[ConnectorRow]:
    """The connectors and vacancies of one team. One query."""
    return connector_rows(team, _connectors(team.network).filter(team=team))


def places_of(team: Team) -> list[PlaceRow]:
    """The people of a team today, with their lines to colleagues. One query."""
    line = FilteredRelation(
        "membership__team_lines",
        condition=Q(membership__team_lines__team=team, membership__team_lines__until_on=None),
    )
    own = ("uuid", "membership__uuid", "membership_id", "is_lead", "represents", "from_on")
    more = ("membership__organisation__name", "membership__discipline")
    said = ("line__to_whom", "line__how", "line__often", "line__checked_on")
    rows = _places(team.network).filter(team=team).annotate(line=line)
    return [_place(row) for row in rows.values_list(*own, *more, *said, *_NAME, named=True)]


def _place(row: Any) -> PlaceRow:
    discipline = row.membership__discipline
    return PlaceRow(
        uuid=row.uuid,
        member=row.membership__uuid,
        membership_id=row.membership_id,
        name=name_in(row, "membership__person"),
        is_lead=row.is_lead,
        represents=row.represents,
        represents_words=str(Represents(row.represents).label),
        partner=row.membership__organisation__name or "",
        discipline=discipline_name(discipline) if discipline else "",
        from_on=row.from_on,
        line=_line(row) if row.line__to_whom else None,
    )


def _line(row: Any) -> Line:
    often = row.line__often
    return Line(
        row.line__to_whom, row.line__how, often, str(Often(often).label), row.line__checked_on
    )
