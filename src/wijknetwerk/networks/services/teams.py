"""Making, changing and ending a team, and the lines of its people to their colleagues."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access, access_teams, words
from wijknetwerk.networks.models import (
    AskState,
    Connector,
    Network,
    Often,
    OpenTo,
    Represents,
    Team,
    TeamAsk,
    TeamLine,
    TeamMember,
    TeamStatus,
)
from wijknetwerk.networks.selectors.team_asks import TEAM_ENDED, wanted_of_end
from wijknetwerk.networks.services import (
    facts,
    people,
    search,
    team_asks,
    team_endings,
    team_places,
    team_waits,
)
from wijknetwerk.notices.services import waiting

# The closed lists, for the fields of forms.
STATUSES = [(status.value, status.label) for status in TeamStatus if status != TeamStatus.ENDED]
OPEN_TO = [(one.value, one.label) for one in OpenTo]
REPRESENTS = [(one.value, one.label) for one in Represents]
OFTEN = [(one.value, one.label) for one in Often]


@dataclass(frozen=True, slots=True)
class Said:
    """What is said about a team; only what was changed is stored."""

    name: str
    kind: str
    purpose: str = ""
    status: str = TeamStatus.FORMING
    fixed_from: date | None = None
    fixed_until: date | None = None
    changes_agreed: str = ""
    hours: str = ""
    hours_a_month: Decimal | None = None
    open_to_residents: str = OpenTo.YES
    joins_freely: bool = False
    meets: str = ""
    wanted: tuple[str, ...] = ()

    def checked(self) -> "Said":
        """The same. InvalidInput for what no list knows."""
        status = self.status in TeamStatus.values and self.status != TeamStatus.ENDED
        known = self.kind in words.team_kinds() and set(self.wanted) <= set(words.disciplines())
        if not (self.name.strip() and status and known and self.open_to_residents in OpenTo.values):
            raise InvalidInput
        return self


NAMES = tuple(field.name for field in fields(Said))


@transaction.atomic
def make(*, actor: Actor, network: Network, said: Said, lead: UUID | None = None) -> Team:
    """Make a team; with a lead, who is in it from today."""
    access.require(actor, access.Act.MAKE_TEAMS, network)
    chosen = people.active_member(network, lead) if lead else None
    if chosen is not None:
        team_places.check_lead(chosen, is_lead=True)
    team = Team(network=network, from_on=clock.today(), **_stored(said.checked(), NAMES))
    _check_fixed_period(team)
    team.save()
    log.record(actor, "networks.team_made", team, action=Action.CREATE, kind=team.kind)
    search.team_changed(team)
    facts.count_soon(network.pk)
    if chosen is not None:
        chosen.network = network
        place = team_places.put(team, chosen, is_lead=True)
        person = chosen.person.uuid
        log.record(actor, "networks.team_added", place, client=person, action=Action.CREATE)
    return team


@transaction.atomic
def change(
    *, actor: Actor, network: Network, team: UUID, said: Said, changed: Iterable[str]
) -> Team:
    """Store what this reader changed, so that two who edit different things keep both."""
    found = access_teams.team_to_edit(actor, network, team)
    locked = team_asks.lock_team(found)
    names = [name for name in NAMES if name in set(changed)]
    if not names:
        return locked
    for name, value in _stored(said.checked(), names).items():
        setattr(locked, name, value)
    _check_fixed_period(locked)
    locked.save(update_fields={*names, "fixed_from"})
    log.record(actor, "networks.team_changed", locked, fields=names)
    search.team_changed(locked)
    facts.count_soon(network.pk)
    return locked


def _check_fixed_period(team: Team) -> None:
    """The same people meet from a day until a later one; without a first day, from today."""
    if team.fixed_until is None:
        return
    if team.fixed_from is None:
        team.fixed_from = clock.today()
    if team.fixed_until <= team.fixed_from:
        raise InvalidInput


def _stored(said: Said, names: Iterable[str]) -> dict[str, object]:
    values = {name: getattr(said, name) for name in names}
    if "wanted" in values:
        values["wanted"] = list(said.wanted)
    return {key: said.strip() if isinstance(said, str) else said for key, said in values.items()}


@transaction.atomic
def end(*, actor: Actor, network: Network, team: UUID, reason: str, brought: str) -> Team:
    """End a team, with why and what it brought. Its people are told; the page can still be read."""
    found = access_teams.team_to_edit(actor, network, team)
    locked = team_asks.lock_team(found)
    today = clock.today()
    locked.status, locked.until_on = TeamStatus.ENDED, max(locked.from_on, today)
    locked.ended_reason, locked.brought = reason.strip(), brought.strip()
    locked.save(update_fields=["status", "until_on", "ended_reason", "brought"])
    connectors = Connector.objects.filter(team=locked, until_on=None)
    theirs = connectors.select_related("membership__person").select_for_update(of=("self",))
    for row in theirs.order_by("pk"):
        row.membership.network = network
        team_endings.end_connector(actor, row)
    places = TeamMember.objects.filter(team=locked, until_on=None)
    for place in places.select_related("membership").order_by("pk"):
        team_endings.finish(place, locked.until_on)
        if place.membership.person_id != actor.person_id:
            told = wanted_of_end(locked, place.membership.person_id)
            waiting.wait(actor=actor, kind=TEAM_ENDED, wanted=told)
    for line in TeamLine.objects.filter(team=locked, until_on=None):
        team_endings.finish(line, today)
    team_asks.close_all(TeamAsk.objects.filter(team=locked), AskState.WITHDRAWN)
    team_waits.team_over(actor, locked)
    log.record(actor, "networks.team_ended", locked)
    search.team_changed(locked)
    facts.count_soon(network.pk)
    return locked


@transaction.atomic
def say_line(
    *, actor: Actor, network: Network, team: UUID, to_whom: str, how: str, often: str
) -> TeamLine:
    """Say to whom one takes things back. Saying the same again is looking at it again; another
    sentence begins a new line, and the old one stays on record."""
    place = access_teams.own_place(actor, network, team)
    if often not in Often.values or not to_whom.strip() or not how.strip():
        raise InvalidInput
    mine = people.own_membership(actor, network)
    locked = team_asks.lock_team(place.team)
    today = clock.today()
    now = {"to_whom": to_whom.strip(), "how": how.strip(), "often": often}
    old = TeamLine.objects.filter(team=locked, membership=mine, until_on=None).first()
    if old is not None and all(getattr(old, name) == value for name, value in now.items()):
        old.checked_on = today
        old.save(update_fields=["checked_on"])
        line = old
    else:
        if old is not None:
            team_endings.finish(old, today)
        line = TeamLine.objects.create(
            network=network,
            team=locked,
            membership=mine,
            from_on=today,
            checked_on=today,
            **now,
        )
    log.record(actor, "networks.team_line_said", line, client=actor.person_uuid)
    return line
