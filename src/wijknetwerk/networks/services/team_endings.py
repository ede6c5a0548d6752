"""Ending places, connectors, lines and questions: with a membership, a place or a whole team."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, Q, QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.statements import Slot
from wijknetwerk.networks.models import (
    AskState,
    Connector,
    Membership,
    MembershipRole,
    RoleCode,
    Team,
    TeamAsk,
    TeamLine,
    TeamMember,
    within,
)
from wijknetwerk.networks.services import connector_phone, team_asks, team_waits

_MEMBER = Slot("member", BigIntegerField())
# What `end_for` ends: nothing of it, nothing to do. Learners are in a team with their supervisor.
OF_MEMBER: dict[str, Callable[[], QuerySet[Any]]] = {
    "connectors": lambda: QuerySet(Connector).filter(Q(membership=_MEMBER) | Q(substitute=_MEMBER)),
    "places": lambda: QuerySet(TeamMember).filter(membership=_MEMBER),
    "lines": lambda: QuerySet(TeamLine).filter(membership=_MEMBER),
    "asks": lambda: QuerySet(TeamAsk).filter(Q(membership=_MEMBER) | Q(asked_by=_MEMBER)),
}


def finish(row: TeamMember | Connector | TeamLine, day: date) -> None:
    """Let a period end on the day, or before it began when that is later."""
    row.until_on = max(row.from_on, day)
    row.save(update_fields=["until_on"])


def end_for(member: Membership) -> None:
    """A membership ended: so does all it had in teams, on its last day. In the transaction of what
    ends it, which logs that and ends the consents."""
    last = min(clock.today(), member.until_on or clock.today())
    teams = _end_connectors(member, last, everywhere=True)
    places = TeamMember.objects.filter(_after(last), membership=member)
    for place in places.select_for_update(of=("self",)).order_by("pk"):
        finish(place, last)
        teams.add(place.team_id)
    for line in TeamLine.objects.filter(_after(last), membership=member):
        finish(line, last)
    _learners_of(member, last)
    rows = TeamAsk.objects.filter(Q(membership=member) | Q(asked_by=member))
    team_asks.close_all(rows, AskState.WITHDRAWN)
    for team in Team.objects.filter(pk__in=teams).order_by("pk"):
        team_asks.ask_others(team)


def _after(day: date) -> Q:
    """Periods that go on after the day; also ended ones, when a membership ends in the past."""
    return Q(until_on=None) | Q(until_on__gt=day)


def stop_connecting(actor: Actor, member: Membership) -> None:
    """Somebody doesn't work for their party any more: connector no longer, still in the teams."""
    connector_phone.stop(actor, member)
    for team in Team.objects.filter(pk__in=_end_connectors(member, clock.today())).order_by("pk"):
        team_asks.ask_others(team)


def end_in_team(actor: Actor, team: Team, member: Membership) -> None:
    """End all that a member has in one locked team."""
    today = clock.today()
    mine = Connector.objects.filter(team=team, until_on=None).select_for_update(of=("self",))
    for row in mine.filter(Q(membership=member) | Q(substitute=member)).order_by("pk"):
        if row.membership_id == member.pk:
            row.membership = member
            end_connector(actor, row)
        else:
            _without_substitute(row)
    for place in TeamMember.objects.filter(team=team, membership=member, until_on=None):
        finish(place, today)
    for line in TeamLine.objects.filter(team=team, membership=member, until_on=None):
        finish(line, today)
    _learners_of(member, today, team=team)
    rows = TeamAsk.objects.filter(Q(membership=member) | Q(asked_by=member), team=team)
    team_asks.close_all(rows, AskState.WITHDRAWN)
    team_asks.ask_others(team)
    team_waits.left(team.pk, member.person_id)


def end_connector(actor: Actor, row: Connector) -> None:
    """End a locked connector today: its number is shown no longer."""
    connector_phone.hide(actor, row)
    row.until_on = max(row.from_on, clock.today())
    row.save(update_fields=["until_on", "phone_shown", "phone"])


def _end_connectors(member: Membership, day: date, *, everywhere: bool = False) -> set[int]:
    """End all of a member, and with `everywhere` their being a substitute; the teams it was in.
    Locked in one order, for two who leave at once and are each other's substitute."""
    mine = Q(membership=member) | Q(substitute=member) if everywhere else Q(membership=member)
    rows = Connector.objects.filter(mine, _after(day)).select_for_update(of=("self",))
    teams = set()
    for row in rows.order_by("pk"):
        if row.membership_id == member.pk:
            row.until_on = max(row.from_on, day)
            row.phone_shown, row.phone = False, ""
            row.save(update_fields=["until_on", "phone_shown", "phone"])
            teams.add(row.team_id)
        else:
            _without_substitute(row)
    return teams


def _without_substitute(row: Connector) -> None:
    row.substitute = None
    row.save(update_fields=["substitute"])


def _learners_of(member: Membership, day: date, *, team: Team | None = None) -> None:
    """A learner is in a team together with the supervisor, and leaves it with them."""
    learning = MembershipRole.objects.filter(
        within(clock.today()), role=RoleCode.LEARNER, supervisor=member
    )
    rows = TeamMember.objects.filter(
        membership__in=learning.values("membership"), until_on=None
    ).filter(team__in=_was_in(member, team))
    locked = rows.select_related("membership").select_for_update(of=("self",))
    for place in locked.order_by("pk"):
        finish(place, day)
        team_waits.left(place.team_id, place.membership.person_id)
        for line in TeamLine.objects.filter(
            team=place.team_id, membership=place.membership_id, until_on=None
        ):
            finish(line, day)


def _was_in(member: Membership, team: Team | None) -> list[int]:
    if team is not None:
        return [team.pk]
    return list(TeamMember.objects.filter(membership=member).values_list("team_id", flat=True))
