"""Who does an action: giving it back, asking somebody else, choosing, and who left."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import BigIntegerField, Q, QuerySet

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.anything import Anything
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.core.models.log import Action as Did
from wijknetwerk.core.statements import Slot
from wijknetwerk.goals import access
from wijknetwerk.goals.errors import ActionClosed, AskedAlready, NotNow, OwnerAlready
from wijknetwerk.goals.models import RUNNING, Action, ActionAsk, AskState, Goal, GoalState
from wijknetwerk.goals.selectors import action_waits
from wijknetwerk.goals.services import action_asks_end
from wijknetwerk.goals.services.action_waits import refresh
from wijknetwerk.goals.services.actions import lock
from wijknetwerk.networks.services import facts, people
from wijknetwerk.notices.services import waiting


def _running(actor: Actor, network: Any, action: UUID) -> Action:
    """An action that goes on, locked, for who may change it."""
    locked = lock(access.action_to_change(actor, network, action))
    if not access.may_change(actor, locked):
        raise NotAllowed
    if locked.state not in RUNNING:
        raise ActionClosed
    return locked


def _now_of(action: Action, owner: Any, *, agreed: bool) -> None:
    """Give a locked action another owner, or none; who was asked is asked no more."""
    action.owner, action.owner_agreed = owner, agreed
    action.version += 1
    action.save(update_fields=["owner", "owner_agreed", "version"])
    action_asks_end.withdraw(action)
    refresh(action)
    facts.count_soon(action.network_id)


@transaction.atomic
def choose(*, actor: Actor, network: Any, action: UUID, member: UUID) -> Action:
    """Who leads names who does it; they see it on Vandaag and can give it back."""
    chosen = people.active_member(network, member)
    locked = _running(actor, network, action)
    if not access.leads(actor, locked) and chosen.person_id != actor.person_id:
        raise NotAllowed
    if locked.owner_id == chosen.pk:
        raise OwnerAlready
    _now_of(locked, chosen, agreed=chosen.person_id == actor.person_id)
    log.record(actor, "goals.action_given", locked, client=chosen.person.uuid)
    return locked


@transaction.atomic
def take(*, actor: Actor, network: Any, action: UUID) -> Action:
    """Any member takes an action that has nobody."""
    mine = people.own_membership(actor, network)
    locked = lock(access.action_for(actor, network, action))
    if locked.state not in RUNNING:
        raise ActionClosed
    if locked.owner is not None and locked.owner.holds_on(clock.today()):
        raise NotNow
    _now_of(locked, mine, agreed=True)
    log.record(actor, "goals.action_taken", locked, client=actor.person_uuid)
    return locked


@transaction.atomic
def agree(*, actor: Actor, network: Any, action: UUID) -> Action:
    """The owner says yes to what somebody else noted for them."""
    locked = lock(access.action_for(actor, network, action))
    if not access.owns(actor, locked):
        raise NotAllowed
    if locked.state not in RUNNING:
        raise ActionClosed
    if not locked.owner_agreed:
        locked.owner_agreed = True
        locked.version += 1
        locked.save(update_fields=["owner_agreed", "version"])
        log.record(actor, "goals.action_agreed", locked, client=actor.person_uuid)
        refresh(locked)
    return locked


@transaction.atomic
def give_back(*, actor: Actor, network: Any, action: UUID) -> Action:
    """The owner can't do it: it shows as a vacancy and waits for who leads."""
    locked = lock(access.action_for(actor, network, action))
    if not access.owns(actor, locked):
        raise NotAllowed
    if locked.state not in RUNNING:
        raise ActionClosed
    _now_of(locked, None, agreed=True)
    log.record(actor, "goals.action_given_back", locked, client=actor.person_uuid)
    return locked


@transaction.atomic
def ask(*, actor: Actor, network: Any, action: UUID, member: UUID, words: str = "") -> ActionAsk:
    """Ask somebody to take it over. Until they say yes it stays whose it is."""
    chosen = people.active_member(network, member)
    mine = people.own_membership(actor, network)
    locked = _running(actor, network, action)
    if locked.owner_id == chosen.pk:
        raise OwnerAlready
    asked = ActionAsk(
        network=network,
        action=locked,
        asked_by=mine,
        membership=chosen,
        words=words.strip(),
        asked_at=clock.now(),
    )
    try:
        with transaction.atomic():
            asked.save()
    except IntegrityError as error:
        raise AskedAlready from error
    log.record(actor, "goals.action_asked", asked, client=chosen.person.uuid, action=Did.CREATE)
    wanted = action_waits.for_asked(asked)
    waiting.wait(actor=actor, kind=action_waits.ASKED, wanted=wanted)
    return asked


@transaction.atomic
def answer(*, actor: Actor, network: Any, ask: UUID, yes: bool) -> ActionAsk:
    """Say yes, and it is yours; or no, and it stays whose it was."""
    mine = people.own_membership(actor, network)
    found = access.ask_for(actor, network, ask)
    if found.membership_id != mine.pk:
        raise NotAllowed
    action = lock(found.action)
    asked = _lock_ask(found)
    action_asks_end.close(asked, AskState.ACCEPTED if yes else AskState.DECLINED)
    if yes:
        _now_of(action, mine, agreed=True)
    event = "goals.action_accepted" if yes else "goals.action_declined"
    log.record(actor, event, asked, client=actor.person_uuid)
    return asked


@transaction.atomic
def take_back(*, actor: Actor, network: Any, ask: UUID) -> ActionAsk:
    """Who asked, or who may change the action, doesn't ask any more."""
    found = access.ask_for(actor, network, ask)
    mine = found.asked_by.person_id == actor.person_id
    if not mine and not access.may_change(actor, found.action):
        raise NotAllowed
    lock(found.action)
    asked = _lock_ask(found)
    action_asks_end.close(asked, AskState.WITHDRAWN)
    whom = found.membership.person.uuid
    log.record(actor, "goals.action_ask_withdrawn", asked, client=whom)
    return asked


def _lock_ask(found: ActionAsk) -> ActionAsk:
    """A question that still waits, locked after its action. NotNow otherwise."""
    locked = ActionAsk.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if locked.state != AskState.ASKED:
        raise NotNow
    return locked


def member_left(member: Any) -> None:
    """A membership ended: what this person would do has nobody now, and goals nobody to keep an
    eye on them. Done things keep who did them."""
    held = _HELD.ask(network_id=member.network_id, member=member.pk)
    if held & {"actions", "asks"}:
        _leaves_actions(member)
    if "goals" in held:
        Goal.objects.filter(owner=member.pk, state=GoalState.RUNNING).update(owner=None)


_MEMBER = Slot("member", BigIntegerField())
_HELD = Anything(
    actions=lambda: QuerySet(Action).filter(owner=_MEMBER),
    asks=lambda: QuerySet(ActionAsk).filter(Q(membership=_MEMBER) | Q(asked_by=_MEMBER)),
    goals=lambda: QuerySet(Goal).filter(owner=_MEMBER),
)


def _leaves_actions(member: Any) -> None:
    about = Q(owner=member.pk) | Q(pk__in=action_asks_end.asks_of(member.pk).values("action"))
    rows = Action.objects.select_for_update(of=("self",)).filter(about, state__in=RUNNING)
    for action in rows.select_related("network", "team").order_by("pk"):
        if action.owner_id == member.pk:
            _now_of(action, None, agreed=True)
    action_asks_end.withdraw_of(member.pk)
