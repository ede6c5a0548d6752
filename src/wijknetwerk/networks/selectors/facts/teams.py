"""Teams, their connectors, and how much of a team changed while it agreed not to."""

from collections import defaultdict
from datetime import date

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Facts
from wijknetwerk.networks.models import Connector, Team, TeamMember, TeamStatus, within


def count_teams(network_id: int) -> Facts:
    """Facts about the teams of today; three queries. Nothing about teams where there are none."""
    today = clock.today()
    teams = list(
        Team.objects.filter(network=network_id)
        .exclude(status=TeamStatus.ENDED)
        .values_list("pk", "wanted", "fixed_from", "fixed_until")
    )
    if not teams:
        return {"teams": 0}
    held = set(
        Connector.objects.filter(within(today), network=network_id).values_list(
            "team_id", "discipline"
        )
    )
    places = list(
        TeamMember.objects.filter(network=network_id).values_list(
            "team_id", "membership_id", "is_lead", "from_on", "until_on"
        )
    )
    led = {row[0] for row in places if row[2] and _holds(row, today)}
    missing = sum((pk, code) not in held for pk, wanted, *_fixed in teams for code in wanted)
    changed = [_changed(pk, begun, until, places, today) for pk, _w, begun, until in teams]
    return {
        "teams": len(teams),
        "teams_without_lead": sum(pk not in led for pk, *_rest in teams),
        "connectors_missing": missing,
        "teams_a_third_changed": sum(changed),
    }


def _holds(row: tuple[int, int, bool, date, date | None], day: date) -> bool:
    return row[3] <= day and (row[4] is None or row[4] > day)


def _changed(
    team: int,
    begun: date | None,
    until: date | None,
    places: list[tuple[int, int, bool, date, date | None]],
    today: date,
) -> bool:
    """Whether a third of those who were there when the fixed period began are gone within it."""
    if begun is None or begun > today or (until is not None and until <= today):
        return False
    days: dict[date, set[int]] = defaultdict(set)
    for row in places:
        if row[0] == team:
            days[begun] |= {row[1]} if _holds(row, begun) else set()
            days[today] |= {row[1]} if _holds(row, today) else set()
    first = days[begun]
    return len(first) >= 3 and 3 * len(first - days[today]) >= len(first)
