"""The page of one team, as its reader may use it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from wijknetwerk.core.actor import Actor
from wijknetwerk.networks import access_teams, words
from wijknetwerk.networks.models import (
    AskKind,
    AskState,
    Connector,
    Network,
    OpenTo,
    Team,
    TeamAsk,
    TeamMember,
)
from wijknetwerk.networks.people import members_now
from wijknetwerk.networks.selectors.teams import (
    ConnectorRow,
    PlaceRow,
    connectors_of,
    discipline_name,
    places_of,
)


@dataclass(frozen=True, slots=True)
class AskRow:
    """A question that waits, as those whom it concerns see it."""

    uuid: UUID
    kind: str
    who: str
    for_whom: str
    discipline: str
    discipline_name: str
    mine: bool


@dataclass(frozen=True, slots=True)
class TeamPage:
    """One team, and what this reader may do."""

    kind_name: str
    status_words: str
    open_words: str
    places: list[PlaceRow]
    connectors: list[ConnectorRow]
    asks: list[AskRow]
    mine: PlaceRow | None
    membership_id: int
    my_discipline: str
    may_edit: bool
    may_join: bool
    joins_at_once: bool
    over: bool
    until_on: date | None

    @property
    def leads(self) -> list[PlaceRow]:
        """Who arranges and chairs."""
        return [place for place in self.places if place.is_lead]

    @property
    def asked_to_join(self) -> bool:
        """Whether the reader's own question to join waits."""
        return any(ask.mine and ask.kind == AskKind.JOIN for ask in self.asks)

    def may_take(self, row: ConnectorRow) -> bool:
        """Whether the reader can offer to be this connector."""
        asked = any(ask.mine and ask.discipline == row.discipline for ask in self.asks)
        same = bool(self.my_discipline) and self.my_discipline == row.discipline
        return same and not asked and row.membership_id != self.membership_id and not self.over

    def may_ask_for(self, row: ConnectorRow) -> bool:
        """Whether the reader can ask somebody to be this connector."""
        return not self.over and access_teams.decides(
            me=self.membership_id, holder=row.membership_id, edits=self.may_edit
        )


def team_page(actor: Actor, team: Team) -> TeamPage:
    """The page of one team, as `access_teams.team_at` found it. Three queries."""
    standing = actor.standing_in(team.network_id)
    me = standing.membership_id if standing else 0
    places = places_of(team)
    connectors = connectors_of(team)
    mine = next((place for place in places if place.membership_id == me), None)
    may_edit = access_teams.may_edit(actor, team, mine)
    kind = words.team_kinds().get(team.kind)
    closed = team.open_to_residents == OpenTo.NO
    return TeamPage(
        kind_name=kind.name if kind else team.kind,
        status_words=team.get_status_display(),
        open_words=team.get_open_to_residents_display(),
        places=places,
        connectors=connectors,
        asks=[] if team.over else _asks(team, me, connectors, may_edit=may_edit),
        mine=mine,
        membership_id=me,
        my_discipline=getattr(team, "own_discipline", None) or "",
        may_edit=may_edit,
        may_join=(
            standing is not None
            and mine is None
            and not team.over
            and not (closed and standing.partner_id is None)
        ),
        joins_at_once=access_teams.joins_at_once(team, standing.partner_id if standing else None),
        over=team.over,
        until_on=team.until_on,
    )


def _asks(team: Team, me: int, connectors: list[ConnectorRow], *, may_edit: bool) -> list[AskRow]:
    """What waits for this reader's answer, and what they asked themselves."""
    rows = TeamAsk.objects.filter(team=team, state=AskState.ASKED).select_related(
        "membership__person", "asked_by__person"
    )
    held = {row.discipline: row.membership_id for row in connectors if row.membership_id}
    found = []
    for row in rows.order_by("asked_at"):
        holder = held.get(row.discipline) if row.kind == AskKind.CONNECTOR else None
        answers = access_teams.answers(row, me=me, holder=holder, edits=may_edit)
        if answers or row.asked_by_id == me:
            found.append(_ask(row, mine=row.asked_by_id == me))
    return found


def _ask(row: TeamAsk, *, mine: bool) -> AskRow:
    return AskRow(
        uuid=row.uuid,
        kind=row.kind,
        who=row.asked_by.person.name,
        for_whom=row.membership.person.name,
        discipline=row.discipline,
        discipline_name=discipline_name(row.discipline) if row.discipline else "",
        mine=mine,
    )


@dataclass(frozen=True, slots=True)
class AskCard:
    """One question with what is known of it, for its page."""

    uuid: UUID
    kind: str
    state: str
    team: Team
    who: str
    for_whom: str
    words: str
    discipline: str
    discipline_name: str
    holder: str
    own_wish: bool
    asked_by_me: bool
    about_me: bool
    may_answer: bool


def ask_card(actor: Actor, ask: TeamAsk) -> AskCard:
    """One question as the actor sees it."""
    holder = access_teams.holder_of(ask)
    return AskCard(
        uuid=ask.uuid,
        kind=ask.kind,
        state=ask.state,
        team=ask.team,
        who=ask.asked_by.person.name,
        for_whom=ask.membership.person.name,
        words=ask.words,
        discipline=ask.discipline,
        discipline_name=discipline_name(ask.discipline) if ask.discipline else "",
        holder=holder.membership.person.name if holder else "",
        own_wish=ask.asked_by_id == ask.membership_id,
        asked_by_me=ask.asked_by.person_id == actor.person_id,
        about_me=ask.membership.person_id == actor.person_id,
        may_answer=ask.state == AskState.ASKED and access_teams.may_answer(actor, ask),
    )


def who_can_connect(network: Network, discipline: str, *, besides: int) -> list[tuple[UUID, str]]:
    """Members who could be connector: of that profession, or with none written down."""
    return [
        (row.uuid, row.name)
        for row in members_now(network.pk)
        if row.pk != besides and row.discipline in ("", discipline)
    ]


def not_in(network: Network, team: Team) -> list[tuple[UUID, str]]:
    """Members who are not in the team, for adding one."""
    inside = TeamMember.objects.filter(team=team, until_on=None).values("membership_id")
    return [(row.uuid, row.name) for row in members_now(network.pk, besides=inside)]


def substitute_of(connector: Connector) -> str:
    """The substitute's id for a form, or an empty text."""
    return str(connector.substitute.uuid) if connector.substitute else ""


def line_of(place: PlaceRow | None) -> dict[str, str]:
    """What somebody said to take back, for a form."""
    if place is None or place.line is None:
        return {}
    line = place.line
    return {"to_whom": line.to_whom, "how": line.how, "often": line.often}
