"""Doing things with a plan in tests, as somebody of the cast. Amina's plan in De Linde."""

from typing import Any
from uuid import UUID

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.errors import NotFound
from wijknetwerk.plans import access, presets
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import CircleMember, ResidentPlan
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.presets import Preset, Sharing
from wijknetwerk.plans.services import circle, plans, sharing
from wijknetwerk.privacy.purposes import PartyKind

EVERYTHING = presets.sharing(Preset.EVERYTHING)
BUT_MONEY = presets.sharing(Preset.BUT_MONEY)


def begun(cast: Cast, name: str = "amina") -> ResidentPlan:
    actor = cast.actor(name)
    with scope.acting(actor):
        return plans.begin(actor=actor, network=cast.linde)


def hand(cast: Cast, plan: ResidentPlan, name: str) -> Hand:
    """The plan in somebody's hand now. NotFound when it doesn't open for them."""
    actor = cast.actor(name)
    with scope.acting(actor):
        return access.plan_for(actor, plan.uuid)


def do(cast: Cast, plan: ResidentPlan, name: str, act: Any, **fields: Any) -> Any:
    """An act of a service on the plan, as somebody of the cast."""
    actor = cast.actor(name)
    with scope.acting(actor):
        return act(hand=access.plan_for(actor, plan.uuid), **fields)


def place(cast: Cast, plan: ResidentPlan, whom: str, role: str) -> CircleMember:
    """Amina puts somebody in her circle."""
    member = cast.members[whom].uuid
    return do(cast, plan, "amina", circle.add, member=member, role=role)


def shares(
    cast: Cast,
    plan: ResidentPlan,
    at: CircleMember | None,
    chosen: Sharing = EVERYTHING,
    kind: PartyKind = PartyKind.PERSON,
) -> UUID:
    """Amina shares with somebody of her circle."""
    where = at.uuid if at else None
    return do(cast, plan, "amina", sharing.give, kind=kind, place=where, chosen=chosen)


def parts(cast: Cast, plan: ResidentPlan, name: str) -> set[Part]:
    """What somebody reads now; nothing when it is not there for them."""
    try:
        return set(hand(cast, plan, name).parts)
    except NotFound:
        return set()


def row(model: Any, **which: Any) -> Any:
    with scope.acting(SYSTEM):
        return model.objects.get(**which)
