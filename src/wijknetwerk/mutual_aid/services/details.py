"""How somebody who asks or helps is reached: said anew, by the desk or by themselves."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, Stale
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.models import Neighbour
from wijknetwerk.mutual_aid.services import neighbours

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

REACH = ("reached_by", "address", "pc4", "languages", "handy")
OF_OUTSIDER = ("name", "phone", "email")
Changes = Mapping[str, tuple[Any, Any]]
"""What it was when the page was opened, and what it becomes, by field."""


def now(row: Neighbour) -> dict[str, Any]:
    """What can be changed here, as it stands. Names and numbers of members stand with them."""
    reach = neighbours.reach_of(row)
    found: dict[str, Any] = {name: getattr(reach, name) for name in REACH}
    if row.person_id is None:
        found |= {name: getattr(row, name).read() for name in OF_OUTSIDER}
    return found


@transaction.atomic
def change(*, actor: Actor, network: "Network", neighbour: UUID, changes: Changes) -> Neighbour:
    """Keep what was changed and leave the rest, so that two who change different things both keep
    theirs. Stale when somebody changed the same meanwhile. InvalidInput."""
    row = access.neighbour_for(actor, network, neighbour)
    locked: Neighbour = Neighbour.objects.select_for_update().get(pk=row.pk)
    locked.network, locked.person = network, row.person
    stands = now(locked)
    if set(changes) - set(stands):
        raise InvalidInput
    for name, (was, becomes) in changes.items():
        if stands[name] not in (was, becomes):
            raise Stale
    said = stands | {name: becomes for name, (_was, becomes) in changes.items()}
    if locked.person_id is None:
        _set_outsider(locked, said)
    reach = replace(neighbours.reach_of(locked), **{name: said[name] for name in REACH})
    neighbours.change_reach(actor=actor, row=locked, reach=reach)
    return locked


def _set_outsider(row: Neighbour, said: dict[str, Any]) -> None:
    name = " ".join(said["name"].split())
    if not name:
        raise InvalidInput(_("Write down who it is."))
    if not (said["phone"] or said["email"] or said["address"]):
        raise InvalidInput(
            _("Write down how to reach them: a number, a mail address or an address.")
        )
    row.name, row.phone, row.email = name, said["phone"].strip(), said["email"].strip()
