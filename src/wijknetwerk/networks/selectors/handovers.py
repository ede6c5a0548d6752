"""Roles that are being handed over."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from wijknetwerk.core.actor import Actor
from wijknetwerk.networks import words
from wijknetwerk.networks.models import Handover, HandoverState, RoleCode, RoleName

HANDED_OVER = frozenset(RoleCode) - {RoleCode.LEARNER, RoleCode.PROFESSIONAL}


@dataclass(frozen=True, slots=True)
class HandoverCard:
    """A handover as the two whom it concerns see it."""

    uuid: UUID
    slug: str
    network_name: str
    role: str
    from_name: str
    to_name: str
    note: str
    state: str
    mine_to_answer: bool


def waiting_for(actor: Actor) -> list[HandoverCard]:
    """Handovers that wait: for this person's answer first, then those this person asked. Two
    queries over all networks, one when nothing waits."""
    mine = [standing.membership_id for standing in actor.standings]
    if not mine:
        return []
    rows = (
        Handover.objects.filter(
            Q(to_membership__in=mine) | Q(from_membership__in=mine), state=HandoverState.ASKED
        )
        .select_related("network", "from_membership__person", "to_membership__person")
        .order_by("asked_at")
    )
    waiting = list(rows)
    if not waiting:
        return []
    own = RoleName.objects.filter(network__in={row.network_id for row in waiting})
    called = {(row.network_id, row.role): row.name for row in own}
    cards = [
        handover_card(row, actor, called.get((row.network_id, row.role), "")) for row in waiting
    ]
    return sorted(cards, key=lambda card: not card.mine_to_answer)


def handover_card(row: Handover, actor: Actor, role_name: str = "") -> HandoverCard:
    """One handover; `role_name` is the network's own word for the role, if it has one."""
    return HandoverCard(
        uuid=row.uuid,
        slug=row.network.slug,
        network_name=row.network.name,
        role=role_name or words.roles()[row.role].name,
        from_name=row.from_membership.person.name,
        to_name=row.to_membership.person.name,
        note=row.note,
        state=row.state,
        mine_to_answer=row.to_membership.person_id == actor.person_id,
    )
