"""What happens to initiatives when somebody's membership ends (rule N2)."""

from typing import Any

from django.db.models import BigIntegerField, QuerySet

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.anything import Anything
from wijknetwerk.core.statements import Slot
from wijknetwerk.notices.services import waiting
from wijknetwerk.voices.models import (
    Experiment,
    Initiative,
    InitiativeNeed,
    InitiativePerson,
    NeedState,
)
from wijknetwerk.voices.selectors.initiative_waits import EXPERIMENT_OVER
from wijknetwerk.voices.services import initiative_needs, initiatives

SYSTEM = Actor.system("voices.leaving")


def member_left(member: Any) -> None:
    """Places end, promises are open again, supporting stops; nothing is deleted."""
    held = _HELD.ask(network_id=member.network_id, member=member.pk)
    if held & {"places", "supports"}:
        _leaves_initiatives(member)
    if "promises" in held:
        _open_promises(member)
    if "experiments" in held:
        _ask_leaders_what_was_learned(member)


_MEMBER = Slot("member", BigIntegerField())
_HELD = Anything(
    places=lambda: QuerySet(InitiativePerson).filter(membership=_MEMBER),
    supports=lambda: QuerySet(Initiative).filter(supporter=_MEMBER),
    promises=lambda: QuerySet(InitiativeNeed).filter(promised_by=_MEMBER),
    experiments=lambda: QuerySet(Experiment).filter(owner=_MEMBER),
)


def _leaves_initiatives(member: Any) -> None:
    rows = Initiative.objects.select_for_update(of=("self",)).filter(network=member.network)
    inside = InitiativePerson.objects.filter(membership=member, until_on=None)
    for row in rows.filter(pk__in=inside.values("initiative")).order_by("pk"):
        row.network = member.network
        initiatives.leave(SYSTEM, row, member.pk)
    for row in rows.filter(supporter=member).order_by("pk"):
        row.network, row.supporter = member.network, None
        row.save(update_fields=["supporter"])
        initiative_needs.supporter_changed(row)


def _open_promises(member: Any) -> None:
    needs = InitiativeNeed.objects.filter(promised_by=member, state=NeedState.PROMISED)
    for need in needs.select_related("initiative__supporter").order_by("pk"):
        need.network = member.network
        need.state, need.promised_by, need.by_on, need.action = NeedState.ASKED, None, None, None
        need.save(update_fields=["state", "promised_by", "by_on", "action"])
        initiative_needs.ask_again(need)
        log.record(SYSTEM, "voices.need_settled", need, to=NeedState.ASKED)


def _ask_leaders_what_was_learned(member: Any) -> None:
    """What waited for who left waits for who leads, from the next night on at the latest."""
    for row in Experiment.objects.filter(owner=member, outcome=""):
        waiting.done(kind=EXPERIMENT_OVER, subject=row.uuid)
