"""Questions in teams: who may answer each, and what waits for whom (design 4)."""

from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta
from uuid import UUID

from django.utils import translation

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted
from wijknetwerk.networks import words
from wijknetwerk.networks.models import (
    AskKind,
    AskState,
    Connector,
    Membership,
    MembershipRole,
    RoleCode,
    Team,
    TeamAsk,
    TeamMember,
    within,
)

JOIN_ASKED = "networks.team_join_asked"
CONNECTOR_ASKED = "networks.connector_asked"
TEAM_ENDED = "networks.team_ended"
KINDS = {AskKind.JOIN: JOIN_ASKED, AskKind.CONNECTOR: CONNECTOR_ASKED}

TOLD_FOR = timedelta(days=30)  # so long a team that ended is told to who was in it


def answerers(ask: TeamAsk) -> list[Membership]:
    """Whose answer is asked: `access_teams.may_answer` for everybody at once."""
    if ask.asked_by_id != ask.membership_id:
        return [ask.membership]
    today = clock.today()
    if ask.kind == AskKind.CONNECTOR:
        held = Connector.objects.filter(
            within(today), team=ask.team_id, discipline=ask.discipline
        ).select_related("membership__person")
        if holder := held.first():
            return [holder.membership]
    return leads_or_leaders(ask.team)


def leads_or_leaders(team: Team) -> list[Membership]:
    """Who leads the team today; a team without lead is looked after by the network's leaders."""
    today = clock.today()
    places = TeamMember.objects.filter(within(today), team=team, is_lead=True)
    leads = [place.membership for place in places.select_related("membership__person")]
    if leads:
        return leads
    roles = MembershipRole.objects.filter(
        within(today),
        within(today, "membership__"),
        network_id=team.network_id,
        role__in=(RoleCode.COORDINATOR, RoleCode.ADMINISTRATOR),
    ).select_related("membership__person")
    found = {role.membership_id: role.membership for role in roles.order_by("pk")}
    return list(found.values())


def wanted_of(ask: TeamAsk) -> Iterator[Wanted]:
    """What this question lets wait, for each who may answer."""
    for member in answerers(ask):
        with translation.override(member.person.language):
            word = words.disciplines().get(ask.discipline)
            discipline = word.name if word else ""
        yield Wanted(
            person_id=member.person_id,
            subject=ask.uuid,
            network=ask.network.uuid,
            place={"slug": ask.network.slug, "uuid": str(ask.uuid)},
            words={
                "who": ask.asked_by.person.name,
                "team": ask.team.name,
                "discipline": discipline,
            },
        )


def open_asks(kind: AskKind) -> Iterable[TeamAsk]:
    """Every question that waits, over all networks; for the worker."""
    rows = TeamAsk.objects.filter(kind=kind, state=AskState.ASKED)
    return rows.select_related("network", "team", "membership__person", "asked_by__person")


def still_asked(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these questions still wait; one query."""
    rows = TeamAsk.objects.filter(uuid__in=subjects, state=AskState.ASKED)
    return set(rows.values_list("uuid", flat=True))


def wanted_for_joining() -> Iterator[Wanted]:
    """All questions to join that wait now."""
    for ask in open_asks(AskKind.JOIN):
        yield from wanted_of(ask)


def wanted_for_connectors() -> Iterator[Wanted]:
    """All questions about connectors that wait now."""
    for ask in open_asks(AskKind.CONNECTOR):
        yield from wanted_of(ask)


def ended_lately(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these teams ended so lately that it is still told."""
    since = clock.today() - TOLD_FOR
    rows = Team.objects.filter(uuid__in=subjects, until_on__gt=since)
    return set(rows.values_list("uuid", flat=True))


def wanted_of_ended() -> Iterator[Wanted]:
    """Teams that ended lately, for who was in them to the last day and still takes part."""
    today = clock.today()
    rows = Team.objects.filter(until_on__gt=today - TOLD_FOR).select_related("network")
    for team in rows:
        places = TeamMember.objects.filter(
            within(today, "membership__"), team=team, until_on=team.until_on
        )
        for place in places.select_related("membership"):
            yield wanted_of_end(team, place.membership.person_id)


def wanted_of_end(team: Team, person_id: int) -> Wanted:
    """That a team ended, for one who was in it."""
    return Wanted(
        person_id=person_id,
        subject=team.uuid,
        network=team.network.uuid,
        place={"slug": team.network.slug, "uuid": str(team.uuid)},
        words={"team": team.name},
    )
