"""The check of both sides, six to eight weeks after they met and then each half year (rule H3)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.mutual_aid import access_checks
from wijknetwerk.mutual_aid.access_checks import CHECK_LINK, CheckHand
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.models import (
    OPEN_REQUESTS,
    FollowUp,
    Going,
    HelpRequest,
    Match,
    MatchState,
    Side,
    Wellbeing,
)
from wijknetwerk.mutual_aid.selectors import settled
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import desk_waits, request_state
from wijknetwerk.networks.services import facts

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

HALF_A_YEAR = timedelta(weeks=26)
OVERDUE = timedelta(weeks=4)  # after so long without an answer the next turn is planned


def plan_first(match: Match) -> None:
    """Both sides are asked so many weeks after they met. In the transaction of that act."""
    began = match.began_on or clock.today()
    weeks = settled.of(match.network).check_weeks
    _plan(match, 1, began + timedelta(weeks=weeks))


def _plan(match: Match, turn: int, due_on: date) -> None:
    sides = {Side.ASKER: match.request.asker, Side.HELPER: match.offer.helper}
    FollowUp.objects.bulk_create(
        [
            FollowUp(
                network=match.network,
                match=match,
                side=side,
                turn=turn,
                due_on=due_on,
                how=row.reached_by,
            )
            for side, row in sides.items()
        ],
        ignore_conflicts=True,
    )


def drop_open(match: Match) -> None:
    """What ended is checked no more; the answers that were given stay."""
    rows = FollowUp.objects.filter(match=match, answered_at=None)
    for uuid in rows.values_list("uuid", flat=True):
        tokens.end_tokens(purpose=CHECK_LINK, subject=uuid)
    rows.delete()


@dataclass(frozen=True, slots=True)
class Answer:
    """What one side says; a mark 0-10 only from who asks, and only if they wish."""

    going: str
    content: str
    need: str = ""
    mark: int | None = None


@transaction.atomic
def answer(*, hand: CheckHand, said: Answer) -> FollowUp:
    """Keep an answer: by link, by the side itself, or typed at the desk. NotNow when it was
    answered already. An unhappy one reopens the request (H3)."""
    if said.going not in Going.values or said.content not in Going.values:
        raise InvalidInput(_("Choose an answer to both questions."))
    if said.mark is not None and not 0 <= said.mark <= 10:
        raise InvalidInput(_("Choose a mark from 0 to 10."))
    match = hand.check.match
    request = HelpRequest.objects.select_for_update().get(pk=match.request_id)
    request.network, request.asker = match.network, match.request.asker
    row: FollowUp = FollowUp.objects.select_for_update().get(pk=hand.check.pk)
    if row.answered_at is not None:
        raise NotNow
    row.network, row.match = match.network, match
    row.answered_at, row.skipped_at = clock.now(), None
    row.going, row.content, row.need = said.going, said.content, said.need.strip()
    row.noted_by_id = hand.actor.person_id
    row.save()
    tokens.end_tokens(purpose=CHECK_LINK, subject=row.uuid)
    if said.mark is not None and row.side == Side.ASKER:
        _keep_mark(request, said.mark)
    if is_unhappy(row):
        _reopen(request)
    if match.state == MatchState.RUNNING:
        _plan(match, row.turn + 1, row.due_on + HALF_A_YEAR)
    log.record(hand.actor, "mutual_aid.check_answered", row, client=client_of(hand.who))
    desk_waits.refresh(match.network)
    facts.count_soon(match.network_id)
    return row


def is_unhappy(row: FollowUp) -> bool:
    """Whether one of both answers is no: this stands on top at the desk."""
    return Going.NO in (row.going, row.content)


def _keep_mark(request: HelpRequest, mark: int) -> None:
    Wellbeing.objects.update_or_create(
        request=request,
        when=Wellbeing.When.AFTER,
        defaults={"network": request.network, "mark": mark, "said_on": clock.today()},
    )


def _reopen(request: HelpRequest) -> None:
    """It waits again, on top, also while the help goes on; nothing that runs ends by itself."""
    if request.state not in OPEN_REQUESTS:
        return
    request.unhappy_at = clock.now()
    request.save(update_fields=["unhappy_at"])
    request_state.follow(request)


@transaction.atomic
def settle(*, actor: Actor, network: "Network", request: UUID) -> HelpRequest:
    """The desk spoke with both: it goes on as it is."""
    found = access_checks.request_to_settle(actor, network, request)
    locked: HelpRequest = HelpRequest.objects.select_for_update().get(pk=found.pk)
    if locked.unhappy_at is None or locked.state not in OPEN_REQUESTS:
        raise NotNow
    locked.network, locked.asker = found.network, found.asker
    locked.unhappy_at = None
    locked.save(update_fields=["unhappy_at"])
    request_state.follow(locked)
    log.record(actor, "mutual_aid.check_settled", locked, client=client_of(locked.asker))
    desk_waits.refresh(network)
    return locked


def skip_overdue() -> int:
    """At night: who gave no answer in four weeks is asked again half a year later; how many."""
    late = clock.today() - OVERDUE
    rows = FollowUp.objects.filter(
        answered_at=None, skipped_at=None, due_on__lte=late, match__state=MatchState.RUNNING
    )
    count = 0
    whole = ("match__network", "match__request__asker", "match__offer__helper")
    for row in rows.select_related(*whole).order_by("pk"):
        with transaction.atomic():
            done = FollowUp.objects.filter(pk=row.pk, answered_at=None, skipped_at=None)
            if done.update(skipped_at=clock.now()):
                _plan(row.match, row.turn + 1, row.due_on + HALF_A_YEAR)
                count += 1
    return count
