"""Bringing all open requests and offers together, in the worker: with progress, and it can be
stopped. What comes of it are suggestions; people decide."""

import time
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.jobs import enqueue, job
from wijknetwerk.core.models.log import Action
from wijknetwerk.mutual_aid import access, reason_words
from wijknetwerk.mutual_aid.matching import Plan, Suggestion
from wijknetwerk.mutual_aid.matching.model import Stopped
from wijknetwerk.mutual_aid.models import Match, MatchingRun, MatchState, RunState
from wijknetwerk.mutual_aid.selectors import matching as reading
from wijknetwerk.mutual_aid.services import match_rows

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wijknetwerk.networks.models import Network

TELL_EVERY = 0.5  # seconds: as often as somebody who looks would notice
BATCH = 1000  # requests a transaction: on SQLite nobody else writes meanwhile
SMALL = 2_000_000  # so many pairs are looked at all: the best of all, not of 20 for each
ALL = 10_000


@transaction.atomic
def start(*, actor: Actor, network: "Network") -> MatchingRun:
    """Ask the worker to bring all together. While one is being made, that one."""
    access.require_desk(actor, network)
    running = MatchingRun.objects.filter(network=network, state=RunState.RUNNING).first()
    if running is not None:
        return running
    run = MatchingRun.objects.create(
        network=network,
        by_id=actor.person_id,
        asked_at=clock.now(),
        in_all=reading.waiting(network).count(),
    )
    enqueue(bring_together, key=str(network.pk), run=run.pk)
    log.record(actor, "mutual_aid.matching_asked", run, action=Action.CREATE)
    return run


@transaction.atomic
def stop(*, actor: Actor, network: "Network") -> None:
    """Stop the one that is being made; what was suggested before stays. Nothing where none is."""
    access.require_desk(actor, network)
    rows = MatchingRun.objects.select_for_update().filter(network=network, state=RunState.RUNNING)
    run = rows.first()
    if run is not None:
        _end(run, RunState.STOPPED)
        log.record(actor, "mutual_aid.matching_stopped", run)


@job("mutual_aid.bring_together", atomic=False, title=_("Look for helpers for all requests"))
def bring_together(*, actor: Actor, run: int) -> None:
    """The worker's job. Run again, it makes the same plan again, or nothing once it ended. Who no
    longer keeps the desk stops it."""
    from wijknetwerk.mutual_aid.matching.everybody import for_all  # heavy: in the worker only

    found = MatchingRun.objects.select_related("network", "by").get(pk=run)
    if found.state != RunState.RUNNING:
        return
    try:
        if found.by is not None:
            access.require_desk(actor_of(found.by), found.network)
        asked = reading.of_all(found.network)
        teller = _Teller(found)
        count = ALL if len(asked.asks) * len(asked.offers) <= SMALL else 20
        plan = for_all(
            asked.asks,
            asked.offers,
            asked.past,
            candidates=count,
            progress=teller.tell,
            stop=teller.stops,
        )
        keep(found, plan)
    except Stopped:
        return
    except DomainError:
        with transaction.atomic():
            _end(found, RunState.STOPPED)
            log.record(actor, "mutual_aid.matching_stopped", found)


class _Teller:
    """Tells how far it is, and hears whether somebody stopped it; not more often than is of use."""

    def __init__(self, run: MatchingRun) -> None:
        self.rows = MatchingRun.objects.filter(pk=run.pk, state=RunState.RUNNING)
        self.due = 0.0
        self.stopped = False

    def tell(self, stage: str, done: int, of: int) -> None:
        """How far it is."""
        if time.monotonic() >= self.due or done == of:
            self.stopped = not self.rows.update(stage=stage, looked_at=done, in_all=of)
            self.due = time.monotonic() + TELL_EVERY

    def stops(self) -> bool:
        """Whether somebody stopped it."""
        return self.stopped


def keep(run: MatchingRun, plan: Plan) -> None:
    """Store the plan as suggestions, part by part; what an earlier one suggested and this one does
    not goes. Somebody stopped it meanwhile: the parts that were stored are good as they are."""
    wanted = {pair.ask: pair for pair in plan.pairs}
    gone = []
    for pk, request, offer in _by_machine(run).values_list("pk", "request_id", "offer_id"):
        if request in wanted and wanted[request].offer == offer:
            del wanted[request]  # it stands there already
        else:
            gone.append(pk)
    fresh = list(wanted.values())
    for start in range(0, max(len(fresh), len(gone)), BATCH):
        part = slice(start, start + BATCH)
        with transaction.atomic():
            if not _goes_on(run):
                return
            _by_machine(run).filter(pk__in=gone[part]).delete()
            _add(run, fresh[part])
    with transaction.atomic():
        if _goes_on(run):
            run.served, run.unserved = len(plan.pairs), _unserved(run, plan)
            _end(run, RunState.DONE)
            # What an earlier one found is of no use any more, and names who asked for help.
            MatchingRun.objects.filter(network=run.network_id).exclude(pk=run.pk).delete()


def _goes_on(run: MatchingRun) -> bool:
    """Whether nobody stopped it; nobody can until the transaction ends."""
    rows = MatchingRun.objects.select_for_update(of=("self",)).filter(pk=run.pk)
    return rows.filter(state=RunState.RUNNING).exists()


def _by_machine(run: MatchingRun) -> "QuerySet[Match]":
    """Suggestions that no person chose."""
    suggested = Match.objects.filter(network=run.network_id, state=MatchState.SUGGESTED)
    return suggested.filter(by_hand=False)


def _add(run: MatchingRun, pairs: list[Suggestion]) -> None:
    """Suggestions for requests that still wait. What a person thought of meanwhile stays."""
    asks = [pair.ask for pair in pairs]
    open_now = set(reading.waiting(run.network).filter(pk__in=asks).values_list("pk", flat=True))
    match_rows.add(
        run.network_id,
        (
            (pair.ask, pair.offer, reason_words.to_json(pair.reasons))
            for pair in pairs
            if pair.ask in open_now
        ),
    )


def _unserved(run: MatchingRun, plan: Plan) -> list[list[object]]:
    uuids = dict(reading.waiting(run.network).values_list("pk", "uuid"))
    return [
        [str(uuids[row.ask]), row.why.value, row.count, row.nearest]
        for row in plan.unserved
        if row.ask in uuids
    ]


def _end(run: MatchingRun, state: RunState) -> None:
    run.state, run.ended_at = state, clock.now()
    run.save(update_fields=["state", "ended_at", "served", "unserved"])
