"""A team's past: who was in it and who was connector when; and how much it changed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q

from wijknetwerk.accounts.names import name_fields, name_in
from wijknetwerk.core import clock
from wijknetwerk.networks.models import Connector, Team, TeamMember
from wijknetwerk.networks.selectors.teams import discipline_name


@dataclass(frozen=True, slots=True)
class Held:
    """A period that lasted at least a day, or still lasts."""

    name: str
    from_on: date
    until_on: date | None
    is_lead: bool = False


@dataclass(frozen=True, slots=True)
class Changed:
    """How many left and came since the same people began to meet, while that period lasts."""

    since: date
    began: int
    left: int
    came: int


@dataclass(frozen=True, slots=True)
class Past:
    """Who was connector of each discipline, and who was in the team; the newest first."""

    connectors: list[tuple[str, list[Held]]]
    places: list[Held]
    changed: Changed | None


def past_of(team: Team) -> Past:
    """The history of one team. Two queries."""
    lasted = ~Q(until_on=F("from_on"))
    name = name_fields("membership__person")
    own = ("from_on", "until_on")
    connectors: dict[str, list[Held]] = {}
    rows = Connector.objects.filter(lasted, team=team).order_by("-from_on", "-pk")
    for row in rows.values_list("discipline", *own, *name, named=True):
        connectors.setdefault(row.discipline, []).append(_held(row))
    places = list(
        TeamMember.objects.filter(lasted, team=team)
        .order_by("-from_on", "-pk")
        .values_list("membership_id", "is_lead", *own, *name, named=True)
    )
    return Past(
        connectors=sorted((discipline_name(code), periods) for code, periods in connectors.items()),
        places=[_held(row, is_lead=row.is_lead) for row in places],
        changed=_changed(team, places),
    )


def _held(row: Any, *, is_lead: bool = False) -> Held:
    return Held(name_in(row, "membership__person"), row.from_on, row.until_on, is_lead)


def _changed(team: Team, places: list[Any]) -> Changed | None:
    today = clock.today()
    begun, until = team.fixed_from, team.fixed_until
    if begun is None or until is None or not begun <= today < until:
        return None
    first = {row.membership_id for row in places if _on(row, begun)}
    now = {row.membership_id for row in places if _on(row, today)}
    return Changed(begun, len(first), len(first - now), len(now - first))


def _on(row: Any, day: date) -> bool:
    return bool(row.from_on <= day and (row.until_on is None or day < row.until_on))
