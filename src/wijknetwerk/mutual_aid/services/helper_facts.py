"""What is known of a helper, each with its day: noted and taken away at the desk; the code of
conduct signed by the helper."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.models import FactKind, HelperFact, Neighbour
from wijknetwerk.mutual_aid.selectors import settled
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import code_waits

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@transaction.atomic
def note(*, actor: Actor, network: "Network", helper: UUID, kind: str, on: date) -> HelperFact:
    """Keep that this was so on that day. Noted twice it stands there once. InvalidInput.

    A VOG is seen, and never kept: not its number, not a copy. Nobody vouches for themselves."""
    access.require_desk(actor, network)
    found = access.neighbour_for(actor, network, helper)
    if access.is_own(actor, found):
        raise InvalidInput(_("This is about yourself. Ask a colleague of the desk to note it."))
    if kind not in FactKind.values:
        raise InvalidInput(_("Choose what you know."))
    if on > clock.today():
        raise InvalidInput(_("Choose a day that has been."))
    return _keep(actor, found, kind, on)


@transaction.atomic
def sign_code(*, actor: Actor, network: "Network") -> HelperFact:
    """A helper has read the code of conduct and agrees. NotFound for who never asked or helped."""
    me = access.own_neighbour(actor, network)
    if me is None:
        raise NotFound
    me.network = network
    return _keep(actor, me, FactKind.CODE_SIGNED, clock.today())


@transaction.atomic
def remove(*, actor: Actor, network: "Network", helper: UUID, fact: UUID) -> None:
    """It was a mistake: take it away."""
    access.require_desk(actor, network)
    found = access.neighbour_for(actor, network, helper)
    row = HelperFact.objects.filter(helper=found, uuid=fact).first()
    if row is None:
        return  # somebody took it away already
    log.record(actor, "mutual_aid.fact_removed", row, client=client_of(found), action=Action.DELETE)
    row.delete()
    _code_changed(found, row.kind)


def _keep(actor: Actor, helper: Neighbour, kind: str, on: date) -> HelperFact:
    version = _version_on(helper, on) if kind == FactKind.CODE_SIGNED else None
    row, made = HelperFact.objects.get_or_create(
        network=helper.network,
        helper=helper,
        kind=kind,
        on=on,
        defaults={"noted_by_id": actor.person_id, "code_version": version},
    )
    newer = not made and row.code_version != version  # the text changed on that very day
    if newer:
        row.code_version = version
        row.save(update_fields=["code_version"])
    if made or newer:
        client = client_of(helper)
        log.record(actor, "mutual_aid.fact_noted", row, client=client, action=Action.CREATE)
    _code_changed(helper, kind)
    return row


def _version_on(helper: Neighbour, day: date) -> int:
    """Which text of the code of conduct was read on that day; all older ones count as one."""
    found = settled.of(helper.network)
    before = found.code_from is not None and day < found.code_from
    return found.code_version - 1 if before else found.code_version


def _code_changed(helper: Neighbour, kind: str) -> None:
    if kind == FactKind.CODE_SIGNED:
        code_waits.refresh(helper.network, helper)
