"""What ends at the desk: with who left, and with who is at the desk no longer."""

from collections.abc import Callable
from typing import Any

from django.db.models import BigIntegerField, Q, QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.statements import Slot
from wijknetwerk.networks.models import (
    CallState,
    DeskCall,
    Mandate,
    Membership,
    MembershipRole,
    within,
)
from wijknetwerk.networks.selectors import desk
from wijknetwerk.notices.services import waiting

_MEMBER = Slot("member", BigIntegerField())
# What `end_for` ends: nothing of it, nothing to do.
OF_MEMBER: dict[str, Callable[[], QuerySet[Any]]] = {
    "calls": lambda: QuerySet(DeskCall).filter(Q(membership=_MEMBER) | Q(call_back_by=_MEMBER)),
    "mandates": lambda: QuerySet(Mandate).filter(membership=_MEMBER),
}


def end_for(member: Membership) -> None:
    """A membership ended: nobody calls them back, nothing is noted for them any more, and what they
    would call back themselves is for the whole desk. In the transaction of what ends it, which
    logs that."""
    now = clock.now()
    about = DeskCall.objects.filter(membership=member, state=CallState.OPEN)
    for call in _locked(about):
        call.state, call.done_at = CallState.DONE, now
        call.save(update_fields=["state", "done_at"])
        waiting.done(kind=desk.CALL_BACK, subject=call.uuid)
    Mandate.objects.filter(membership=member, ended_at=None).update(ended_at=now)
    give_back_calls(member)


def role_ended(role: MembershipRole) -> None:
    """A role ended: who has no other role at the desk gives their calls back to it."""
    if role.role not in desk.DESK_ROLES:
        return
    others = MembershipRole.objects.filter(
        within(clock.today()), membership_id=role.membership_id, role__in=desk.DESK_ROLES
    )
    if not others.exclude(pk=role.pk).exists():
        give_back_calls(role.membership)


def give_back_calls(member: Membership) -> None:
    """What a colleague would call back is for the whole desk now: it stays in the list there."""
    theirs = DeskCall.objects.filter(call_back_by=member, state=CallState.OPEN)
    for call in _locked(theirs):
        call.call_back_by = None
        call.save(update_fields=["call_back_by"])
        waiting.done(kind=desk.CALL_BACK, subject=call.uuid)


def _locked(rows: "QuerySet[DeskCall]") -> "QuerySet[DeskCall]":
    return rows.select_for_update(of=("self",)).order_by("pk")
