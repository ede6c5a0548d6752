"""Roles that are being handed over."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, Q, QuerySet

from wijknetwerk.accounts.names import name_fields, name_in
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.statements import Slot, Statement
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
    scope.require(actor.network_ids)
    asked = {f"mine{place}": pk for place, pk in enumerate(mine)}
    waiting = _ASKED.ask(len(mine), network_id=None, **asked)
    if not waiting:
        return []
    own = RoleName.objects.filter(network__in={row.network_id for row in waiting})
    called = {(row.network_id, row.role): row.name for row in own}
    cards = [
        _waiting_card(row, actor, called.get((row.network_id, row.role), "")) for row in waiting
    ]
    return sorted(cards, key=lambda card: not card.mine_to_answer)


def _asked(memberships: int) -> QuerySet[Any, Any]:
    mine = [Slot(f"mine{place}", BigIntegerField()) for place in range(memberships)]
    rows: QuerySet[Any] = QuerySet(Handover).filter(state=HandoverState.ASKED)
    rows = rows.filter(Q(to_membership__pk__in=mine) | Q(from_membership__pk__in=mine))
    own = ("uuid", "role", "note", "state", "network_id", "network__slug", "network__name")
    people = (*name_fields("from_membership__person"), *name_fields("to_membership__person"))
    whose = "to_membership__person_id"
    return rows.order_by("asked_at").values_list(*own, *people, whose, named=True)


_ASKED = Statement(_asked)


def _waiting_card(row: Any, actor: Actor, role_name: str) -> HandoverCard:
    return HandoverCard(
        uuid=row.uuid,
        slug=row.network__slug,
        network_name=row.network__name,
        role=role_name or words.roles()[row.role].name,
        from_name=name_in(row, "from_membership__person"),
        to_name=name_in(row, "to_membership__person"),
        note=row.note,
        state=row.state,
        mine_to_answer=row.to_membership__person_id == actor.person_id,
    )


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
