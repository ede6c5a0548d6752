"""What an initiative needs from the network: asked, promised by somebody by a day, there."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from wijknetwerk.core import clock, log, registries
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.goals import access as goals
from wijknetwerk.goals.services import actions
from wijknetwerk.networks.errors import NoMember
from wijknetwerk.networks.services import facts, people
from wijknetwerk.notices.services import waiting
from wijknetwerk.voices import access_initiatives as access
from wijknetwerk.voices.errors_rounds import WrongStep
from wijknetwerk.voices.models import Initiative, InitiativeNeed, NeedKind, NeedState
from wijknetwerk.voices.selectors import initiative_waits

INITIATIVE = "voices.initiative"
SYSTEM = Actor.system("voices.needs")
LONGEST = timedelta(days=366)
KINDS = [(kind.value, kind.label) for kind in NeedKind]
OPEN = (NeedState.ASKED, NeedState.PROMISED)


@transaction.atomic
def ask(*, actor: Actor, network: Any, initiative: UUID, kind: str, what: str) -> InitiativeNeed:
    """Say what is needed. The supporter hears it, or the desk while there is none."""
    found = access.initiative_to_change(actor, network, initiative)
    if found.over:
        raise WrongStep
    if kind not in NeedKind.values or not what.strip():
        raise InvalidInput
    need = InitiativeNeed.objects.create(
        network=network,
        initiative=found,
        kind=kind,
        what=" ".join(what.split()),
        asked_on=clock.today(),
    )
    for wanted in initiative_waits.of_need(need):
        waiting.wait(actor=actor, kind=initiative_waits.NEED_ASKED, wanted=wanted)
    log.record(actor, "voices.need_asked", need, action=Action.CREATE, kind=kind)
    facts.count_soon(network.pk)
    return need


@transaction.atomic
def promise(*, actor: Actor, network: Any, need: UUID, by_on: date) -> InitiativeNeed:
    """'I see to that', by a day: an action of who promises, so that it is not forgotten."""
    found = access.need_for(actor, network, need)
    mine = people.own_membership(actor, network)
    locked = _locked(found)
    if locked.state != NeedState.ASKED:
        raise WrongStep
    if not clock.today() <= by_on <= clock.today() + LONGEST:
        raise InvalidInput
    locked.state, locked.promised_by, locked.by_on = NeedState.PROMISED, mine, by_on
    locked.action = registries.take_up(
        actor=actor,
        network=network,
        source=(INITIATIVE, found.initiative.uuid),
        what=locked.what,
        owner=mine.uuid,
        by=by_on,
    )
    locked.save(update_fields=["state", "promised_by", "by_on", "action"])
    waiting.done(kind=initiative_waits.NEED_ASKED, subject=locked.uuid)
    log.record(actor, "voices.need_promised", locked, client=mine.person.uuid)
    facts.count_soon(network.pk)
    return locked


@transaction.atomic
def settle(*, actor: Actor, network: Any, need: UUID, to: str) -> InitiativeNeed:
    """It is there, or no longer needed; or who promised it gives it back ('asked'). Saying the
    same again changes nothing."""
    found = access.need_to_settle(actor, network, need)
    _lock_promiser(found)
    locked = _locked(found)
    if locked.state == to:
        return locked
    if locked.state not in OPEN or to not in {
        NeedState.DELIVERED,
        NeedState.GONE,
        NeedState.ASKED,
    }:
        raise WrongStep
    if to == NeedState.ASKED and locked.state != NeedState.PROMISED:
        raise WrongStep
    _end(actor, locked, to)
    if to == NeedState.ASKED:
        ask_again(locked)
    facts.count_soon(network.pk)
    return locked


def ask_again(need: InitiativeNeed) -> None:
    """Who hears now that nobody sees to it; for who heard it already, it waits since then."""
    wanted = initiative_waits.of_need(need)
    kind = initiative_waits.NEED_ASKED
    waiting.only_for(actor=SYSTEM, kind=kind, subject=need.uuid, wanted=wanted)


def supporter_changed(initiative: Initiative) -> None:
    """What is asked waits for who supports it now."""
    rows = InitiativeNeed.objects.filter(initiative=initiative, state=NeedState.ASKED)
    for need in rows.order_by("pk"):
        need.network, need.initiative = initiative.network, initiative
        ask_again(need)


def follow_actions(actor: Actor) -> int:
    """Each night: a promise goes as its action went, so that nobody ticks a thing twice. Done is
    there, dropped is asked again, and another owner or day is another promise."""
    rows = InitiativeNeed.objects.filter(state=NeedState.PROMISED, action__isnull=False)
    rows = rows.filter(network__stopped_on=None)
    count = 0
    for need in rows.select_related("network", "initiative__supporter", "promised_by").order_by(
        "pk"
    ):
        with transaction.atomic():
            count += _caught_up(actor, need)
    return count


def _caught_up(actor: Actor, need: InitiativeNeed) -> bool:
    """One need, with who promised it locked first. Leaving sees to those of who leaves just now."""
    try:
        _lock_promiser(need)
        locked = _locked(need)
        if locked.action is None:
            return False
        action = goals.action_for(actor, need.network, locked.action)
    except (NotFound, NoMember):
        return False
    return _follow(actor, locked, action)


def _follow(actor: Actor, need: InitiativeNeed, action: Any) -> bool:
    if need.state != NeedState.PROMISED:
        return False
    if action.state == "done":
        _end(actor, need, NeedState.DELIVERED)
    elif action.state == "dropped" or action.owner_id is None:
        _end(actor, need, NeedState.ASKED)
        ask_again(need)
    elif (action.owner_id, action.by_on) != (need.promised_by_id, need.by_on):
        need.promised_by_id, need.by_on = action.owner_id, action.by_on
        need.save(update_fields=["promised_by", "by_on"])
        log.record(actor, "voices.need_promised", need, fields=["promised_by", "by_on"])
    else:
        return False
    facts.count_soon(need.network_id)
    return True


def _end(actor: Actor, need: InitiativeNeed, to: str) -> None:
    action = need.action
    need.state = to
    need.delivered_on = clock.today() if to == NeedState.DELIVERED else None
    if to == NeedState.ASKED:
        need.promised_by, need.by_on, need.action = None, None, None
    need.save(update_fields=["state", "delivered_on", "promised_by", "by_on", "action"])
    waiting.done(kind=initiative_waits.NEED_ASKED, subject=need.uuid)
    log.record(actor, "voices.need_settled", need, to=to)
    if action is not None:
        _end_action(actor, need, action, done=to == NeedState.DELIVERED)


def _end_action(actor: Actor, need: InitiativeNeed, action: UUID, *, done: bool) -> None:
    """The action goes along, as far as this person may: nobody ticks a thing twice. Somebody
    else's action stays theirs to tick."""
    step = actions.DONE if done else actions.DROP
    reason = "" if done else need.get_state_display()
    try:
        with transaction.atomic():
            actions.step(
                actor=actor, network=need.network, action=action, step=step, reason=str(reason)
            )
    except DomainError:
        return


def close_all(actor: Actor, initiative: Initiative) -> None:
    """The initiative is over: nothing is asked for it any more."""
    rows = InitiativeNeed.objects.filter(initiative=initiative, state__in=OPEN)
    for need in rows.select_for_update(of=("self",)).order_by("pk"):
        need.network = initiative.network
        _end(actor, need, NeedState.GONE)


def lock_promisers(initiative: Initiative) -> None:
    """Who promised something to an initiative, before it is locked and its needs end."""
    rows = InitiativeNeed.objects.filter(initiative=initiative, state=NeedState.PROMISED)
    for need in rows.select_related("promised_by").order_by("promised_by", "pk"):
        need.network = initiative.network
        _lock_promiser(need)


def _lock_promiser(need: InitiativeNeed) -> None:
    """Members before needs and actions, as leaving does: it takes a promise and its action back."""
    one = need.promised_by
    if one is not None and one.holds_on(clock.today()):
        people.active_member(need.network, one.uuid)


def _locked(found: InitiativeNeed) -> InitiativeNeed:
    locked: InitiativeNeed = InitiativeNeed.objects.select_for_update(of=("self",)).get(pk=found.pk)
    locked.network, locked.initiative = found.network, found.initiative
    locked.initiative.network = found.network
    return locked
