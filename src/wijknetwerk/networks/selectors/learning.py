"""A learner: until when, with whom, and what one may do meanwhile."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import models

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.models import MembershipRole, Network, RoleCode, within


@dataclass(frozen=True, slots=True)
class Learning:
    """How somebody learns along."""

    uuid: UUID
    name: str
    supervisor: str
    from_on: date
    until_on: date
    over: bool
    leaves_then: bool
    mine: bool
    guided_by_me: bool


def own_learning(actor: Actor, network: Network) -> Learning | None:
    """How the actor learns here now. No query for who is no learner."""
    standing = actor.standing_in(network.pk)
    if standing is None or RoleCode.LEARNER not in standing.roles:
        return None
    role = (
        _roles(network).filter(within(clock.today()), membership_id=standing.membership_id).first()
    )
    return _learning(actor, role) if role else None


def learning_of(actor: Actor, network: Network, uuid: UUID) -> Learning | None:
    """The role of a learner for the learner, the supervisor of now, and who may manage members
    (the view asks that); None for a role that is not there."""
    role = _roles(network).filter(uuid=uuid).first()
    return _learning(actor, role) if role else None


def _roles(network: Network) -> models.QuerySet[MembershipRole]:
    rows = MembershipRole.objects.filter(network=network, role=RoleCode.LEARNER)
    return rows.select_related("membership", "person", "supervisor__person")


def _learning(actor: Actor, role: MembershipRole) -> Learning:
    guide = role.supervisor
    here = guide is not None and guide.holds_on(clock.today())
    assert role.until_on is not None  # noqa: S101  (a learner's role has an end, says the database)
    return Learning(
        uuid=role.uuid,
        name=role.person.name,
        supervisor=guide.person.name if guide and here else "",
        from_on=role.from_on,
        until_on=role.until_on,
        over=role.until_on <= clock.today(),
        leaves_then=role.membership.until_on == role.until_on,
        mine=role.person_id == actor.person_id,
        guided_by_me=bool(here and guide and guide.person_id == actor.person_id),
    )
