"""What tests of teams share: a team in De Linde, and acts by name."""

from typing import Any
from uuid import UUID

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.networks.models import Connector, Team, TeamAsk, TeamLine, TeamMember
from wijknetwerk.networks.services import connectors, team_places, teams

NURSE = "district_nurse"
OLDER = teams.Said(name="Ouderenteam", kind="older_people", wanted=(NURSE, "practice_nurse"))


def by(cast: Cast, name: str, service: Any, **what: Any) -> Any:
    """Let somebody of the cast do something in De Linde."""
    actor = cast.actor(name)
    with scope.acting(actor):
        return service(actor=actor, network=cast.linde, **what)


def make_team(cast: Cast, lead: str | None = "joost", **said: Any) -> Team:
    """A team, made by Dewi."""
    wished = teams.Said(**{"name": OLDER.name, "kind": OLDER.kind, "wanted": OLDER.wanted, **said})
    uuid = cast.members[lead].uuid if lead else None
    made: Team = by(cast, "dewi", teams.make, said=wished, lead=uuid)
    return made


def add(cast: Cast, team: Team, name: str, who: str = "dewi", *, lead: bool = False) -> TeamMember:
    """Somebody added by Dewi."""
    place: TeamMember = by(
        cast,
        who,
        team_places.add,
        team=team.uuid,
        member=cast.members[name].uuid,
        represents="organisation",
        is_lead=lead,
    )
    return place


def make_connector(cast: Cast, team: Team, name: str, discipline: str = NURSE) -> Connector:
    """Somebody asked by Dewi, who said yes."""
    asked = by(
        cast,
        "dewi",
        connectors.ask,
        team=team.uuid,
        discipline=discipline,
        member=cast.members[name].uuid,
    )
    made: Connector = by(cast, name, connectors.accept, ask=asked.uuid)
    return made


def nurse(cast: Cast, *names: str) -> None:
    """Write down that these are district nurses."""
    with scope.acting(SYSTEM):
        for name in names:
            member = cast.members[name]
            member.discipline = NURSE
            member.save(update_fields=["discipline"])


def inside(team: Team) -> set[str]:
    """Given names of who is in the team now."""
    with scope.acting(SYSTEM):
        rows = TeamMember.objects.filter(team=team, until_on=None)
        return set(rows.values_list("membership__person__given_name", flat=True))


def holders(team: Team, discipline: str = NURSE) -> list[str]:
    """Given names of who is connector now."""
    with scope.acting(SYSTEM):
        rows = Connector.objects.filter(team=team, discipline=discipline, until_on=None)
        return list(rows.values_list("membership__person__given_name", flat=True))


def lines(team: Team) -> int:
    """How many lines to colleagues go on."""
    with scope.acting(SYSTEM):
        return TeamLine.objects.filter(team=team, until_on=None).count()


def waits_for(kind: str, subject: UUID) -> set[int]:
    """For which people this waits."""
    from wijknetwerk.notices.models import Waiting

    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(kind=kind, subject=subject, done_at=None)
        return set(rows.values_list("person_id", flat=True))


def state_of(ask: TeamAsk) -> str:
    """How a question stands."""
    with scope.acting(SYSTEM):
        return str(TeamAsk.objects.get(pk=ask.pk).state)


def say(cast: Cast, team: Team, name: str, how: str = "In ons werkoverleg") -> TeamLine:
    """Somebody says to whom they take things back."""
    line: TeamLine = by(
        cast,
        name,
        teams.say_line,
        team=team.uuid,
        to_whom="Team Wijkzorg",
        how=how,
        often="weekly",
    )
    return line
