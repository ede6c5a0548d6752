"""Opening and closing questions in teams, and letting them wait for who may answer."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.errors import NotOpen
from wijknetwerk.networks.errors_teams import AskedAlready
from wijknetwerk.networks.models import (
    AskKind,
    AskState,
    Membership,
    Network,
    Team,
    TeamAsk,
    within,
)
from wijknetwerk.networks.selectors.team_asks import KINDS, wanted_of
from wijknetwerk.notices.services import waiting

SYSTEM = Actor.system("networks.teams")


def lock_members(network: Network, ids: Iterable[int]) -> dict[int, Membership]:
    """Memberships of today, locked in a fixed order; before the team, as leaving does. NotOpen
    when one of them ended."""
    wanted = sorted(set(ids))
    rows = Membership.objects.select_for_update(of=("self",)).filter(
        within(clock.today()), network=network, pk__in=wanted
    )
    found = {row.pk: row for row in rows.order_by("pk")}
    if len(found) != len(wanted):
        raise NotOpen
    for row in found.values():
        row.network = network
    return found


def lock_team(team: Team) -> Team:
    """The team, locked, so that its acts come one after the other. NotOpen when it ended."""
    locked = Team.objects.select_for_update(of=("self",)).get(pk=team.pk)
    if locked.over:
        raise NotOpen
    locked.network = team.network
    return locked


def lock_ask(found: TeamAsk) -> TeamAsk:
    """A question that still waits for its answer, locked. NotOpen otherwise."""
    locked = TeamAsk.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if locked.state != AskState.ASKED:
        raise NotOpen
    return found


def put(
    actor: Actor,
    team: Team,
    kind: AskKind,
    *,
    member: Membership,
    asked_by: Membership,
    discipline: str = "",
    said: str = "",
) -> TeamAsk:
    """Store a question and let it wait. AskedAlready while the same waits."""
    try:
        with transaction.atomic():
            ask = TeamAsk.objects.create(
                network=team.network,
                team=team,
                kind=kind,
                discipline=discipline,
                membership=member,
                asked_by=asked_by,
                words=said.strip(),
                asked_at=clock.now(),
            )
    except IntegrityError as error:
        raise AskedAlready from error
    let_wait(actor, ask)
    return ask


def let_wait(actor: Actor, ask: TeamAsk) -> None:
    """Let it wait for who may answer now, and for nobody else."""
    kind = KINDS[AskKind(ask.kind)]
    waiting.only_for(actor=actor, kind=kind, subject=ask.uuid, wanted=wanted_of(ask))


def close(ask: TeamAsk, state: AskState) -> None:
    """Answer a locked question; it waits for nobody any more."""
    ask.state, ask.answered_at = state, clock.now()
    ask.save(update_fields=["state", "answered_at"])
    waiting.done(kind=KINDS[AskKind(ask.kind)], subject=ask.uuid)


def close_all(rows: QuerySet[TeamAsk], state: AskState) -> None:
    """Answer what waits among these."""
    waiting_rows = rows.filter(state=AskState.ASKED).select_for_update(of=("self",))
    for ask in waiting_rows.order_by("pk"):
        close(ask, state)


def ask_others(team: Team) -> None:
    """Who may answer changed: let the team's open questions wait for who may now. One that somebody
    else answers at this moment is theirs to close."""
    rows = TeamAsk.objects.filter(team=team, state=AskState.ASKED)
    rows = rows.select_for_update(of=("self",), skip_locked=True).order_by("pk")
    for ask in rows.select_related("network", "team", "membership__person", "asked_by__person"):
        let_wait(SYSTEM, ask)
