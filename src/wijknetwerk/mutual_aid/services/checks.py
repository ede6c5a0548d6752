"""The check of both sides, six to eight weeks after they met and then each half year (rule H3)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, InvalidInput
from wijknetwerk.core.registries import resting
from wijknetwerk.mutual_aid import access_checks
from wijknetwerk.mutual_aid.access_checks import CHECK_LINK, CheckHand
from wijknetwerk.mutual_aid.errors import Answered, CheckOver, NotNow
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
from wijknetwerk.mutual_aid.models.follow_up import Came
from wijknetwerk.mutual_aid.selectors import settled
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import check_waits, desk_waits, request_state
from wijknetwerk.networks.services import facts

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

HALF_A_YEAR = timedelta(weeks=26)
OVERDUE = timedelta(weeks=4)  # after so long without an answer the next turn is planned


def plan_first(match: Match) -> None:
    """Both sides are asked so many weeks after they met. In the transaction of that act. Help that
    was running already is asked about on the next day of that rhythm."""
    began = match.began_on or clock.today()
    due_on = began + timedelta(weeks=settled.of(match.network).check_weeks)
    while due_on < clock.today():
        due_on += HALF_A_YEAR
    _plan(match, 1, due_on)


def plan_next(row: FollowUp, match: Match) -> None:
    """The next turn of both sides, half a year after this one was due; later where that day has
    passed already (nobody worked here for so long), so that no two turns come together."""
    due_on = row.due_on + HALF_A_YEAR
    while due_on <= clock.today():
        due_on += HALF_A_YEAR
    _plan(match, row.turn + 1, due_on)


def _plan(match: Match, turn: int, due_on: date) -> None:
    """Both sides of one turn are due on the same day; who is planned already stays so."""
    first = FollowUp.objects.filter(match=match, turn=turn).order_by("pk").first()
    sides = {Side.ASKER: match.request.asker, Side.HELPER: match.offer.helper}
    FollowUp.objects.bulk_create(
        [
            FollowUp(
                network=match.network,
                match=match,
                side=side,
                turn=turn,
                due_on=first.due_on if first else due_on,
                how=row.reached_by,
            )
            for side, row in sides.items()
        ],
        ignore_conflicts=True,
    )


def drop_open(match: Match) -> None:
    """What ended is checked no more; the answers that were given stay."""
    rows = FollowUp.objects.filter(match=match, answered_at=None)
    uuids = list(rows.values_list("uuid", flat=True))
    for uuid in uuids:
        tokens.end_tokens(purpose=CHECK_LINK, subject=uuid)
    rows.delete()
    check_waits.close(match.network, uuids)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one side says; a mark 0-10 only from who asks, and only if they wish."""

    going: str
    content: str
    need: str = ""
    mark: int | None = None
    on_paper: bool = False


@transaction.atomic
def answer(*, hand: CheckHand, said: Answer) -> FollowUp:
    """Keep an answer: by link, by the side itself, or typed at the desk. Answered when it was
    answered already, CheckOver when the help ended. An unhappy one reopens the request (H3)."""
    if said.going not in Going.values or said.content not in Going.values:
        raise InvalidInput(_("Choose an answer to both questions."))
    if said.mark is not None and not 0 <= said.mark <= 10:
        raise InvalidInput(_("Choose a mark from 0 to 10."))
    row, request = lock(hand.check)
    match = row.match
    row.answered_at, row.skipped_at, row.came = clock.now(), None, _came(hand, said)
    row.going, row.content, row.need = said.going, said.content, said.need.strip()
    row.need_open = bool(said.need.strip()) and not is_unhappy(row)
    row.noted_by_id = hand.actor.person_id
    row.save()
    tokens.end_tokens(purpose=CHECK_LINK, subject=row.uuid)
    if said.mark is not None and row.side == Side.ASKER:
        _keep_mark(request, said.mark)
    if is_unhappy(row):
        _reopen(request)
    plan_next(row, match)
    log.record(hand.actor, "mutual_aid.check_answered", row, client=client_of(hand.who))
    check_waits.close(match.network, [row.uuid])
    desk_waits.refresh(match.network)
    facts.count_soon(match.network_id)
    return row


def lock(found: FollowUp) -> tuple[FollowUp, HelpRequest]:
    """A check that waits for an answer, and its request, locked in the order of `match_steps`.
    Answered or CheckOver otherwise."""
    known = found.match
    request: HelpRequest = HelpRequest.objects.select_for_update().get(pk=known.request_id)
    match: Match = Match.objects.get(pk=known.pk)
    row = FollowUp.objects.select_for_update().filter(pk=found.pk).first()
    if row is None or (row.answered_at is None and match.state != MatchState.RUNNING):
        raise CheckOver
    if row.answered_at is not None:
        raise Answered
    request.network = match.network = row.network = known.network
    request.asker = known.request.asker
    match.request, match.offer, row.match = request, known.offer, match
    return row, request


def _came(hand: CheckHand, said: Answer) -> Came:
    if not hand.actor.is_person:
        return Came.LINK
    if hand.is_own:
        return Came.SELF
    return Came.PAPER if said.on_paper else Came.PHONE


def is_unhappy(row: FollowUp) -> bool:
    """Whether one of both answers is no: this stands on top at the desk."""
    return Going.NO in (row.going, row.content)


def _keep_mark(request: HelpRequest, mark: int) -> None:
    """Once, at the first check where it is said: what is shown of many must not move by one."""
    Wellbeing.objects.get_or_create(
        request=request,
        when=Wellbeing.When.AFTER,
        defaults={"network": request.network, "mark": mark, "said_on": clock.today()},
    )


def _reopen(request: HelpRequest) -> None:
    """It waits again, on top, also while the help goes on; nothing that runs ends by itself."""
    if request.state not in OPEN_REQUESTS:
        return
    request.unhappy_at = request.unhappy_at or clock.now()
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
    rows = FollowUp.objects.filter(match__request=locked, need_open=True)
    rows.update(need_open=False)
    log.record(actor, "mutual_aid.check_settled", locked, client=client_of(locked.asker))
    desk_waits.refresh(network)
    check_waits.refresh(network)
    return locked


def skip_overdue() -> int:
    """At night: who gave no answer in four weeks is asked again half a year later; how many. Of a
    network that rests nobody is passed over: there it goes on where it stopped."""
    late = clock.today() - OVERDUE
    tried = Q(again_on__gt=late)
    rows = FollowUp.objects.filter(
        answered_at=None, skipped_at=None, due_on__lte=late, match__state=MatchState.RUNNING
    ).exclude(tried)
    count = 0
    whole = ("match__network", "match__request__asker", "match__offer__helper")
    quiet = Q(network__uuid__in=resting())
    for row in rows.exclude(quiet).select_related(*whole).order_by("pk"):
        with transaction.atomic():
            try:
                locked, _request = lock(row)
            except DomainError:
                continue  # answered or over meanwhile
            skip(locked)
            count += 1
    return count


def skip(row: FollowUp) -> None:
    """No answer came to this locked check: the next one is half a year later."""
    row.skipped_at = clock.now()
    row.save(update_fields=["skipped_at"])
    plan_next(row, row.match)
    check_waits.close(row.match.network, [row.uuid])
