"""Calls of people who take part in nothing: kept at their spoken word, erased at their word."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.models import DeskCall, Network
from wijknetwerk.networks.selectors import desk
from wijknetwerk.networks.services import calls
from wijknetwerk.notices.services import waiting

SENTENCE = _(
    "May we write down your name, your number and what you ask? Only our desk reads it, until half"
    " a year after this is done. Do you want it gone earlier? Call us."
)


@dataclass(frozen=True, slots=True)
class Outsider:
    """Somebody who takes part in nothing, as they say it; and whether they said yes to that."""

    name: str
    phone: str
    said_yes: bool


@transaction.atomic
def note_caller(
    *,
    actor: Actor,
    network: Network,
    caller: Outsider,
    said: str,
    call_back_on: date | None = None,
    call_back_by: UUID | None = None,
) -> DeskCall:
    """Keep the name, the number and the words of who said yes to the sentence. InvalidInput."""
    access.require(actor, Act.NOTE_FOR, network)
    if not caller.said_yes:
        raise InvalidInput(_("Read the sentence aloud first. Without their yes, write nothing."))
    if not caller.name.strip():
        raise InvalidInput(_("Write down who called."))
    call = calls.told(actor, network, said, call_back_on, call_back_by)
    call.caller_name, call.caller_phone = caller.name.strip(), caller.phone
    call.save()
    calls.let_wait(actor, call)
    log.record(actor, "networks.caller_noted", call, action=Action.CREATE, said_yes=True)
    return call


@transaction.atomic
def forget_caller(*, actor: Actor, call: DeskCall) -> None:
    """Erase such a call at the word of the caller. `call` comes from `access_desk.call_for`.

    NotFound for a call of a member: those are theirs, and go as all their data goes.
    """
    access.require(actor, Act.NOTE_FOR, call.network)
    if call.person_id is not None:
        raise NotFound
    waiting.done(kind=desk.CALL_BACK, subject=call.uuid)
    log.record(actor, "networks.caller_erased", call, action=Action.DELETE)
    call.delete()
