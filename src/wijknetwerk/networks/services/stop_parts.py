"""What the leaders arrange before the day: each part, where residents go next, who was called."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.registries import endings
from wijknetwerk.networks import access
from wijknetwerk.networks.models import StopCall, StopPart, WhereNext
from wijknetwerk.networks.services import people
from wijknetwerk.networks.services.stopping import open_stop

PLACES = 20


@dataclass(frozen=True, slots=True)
class Arranged:
    """Who does it and by when, or that there is nothing to do."""

    applies: bool
    who: str = ""
    by_on: date | None = None
    note: str = ""


@transaction.atomic
def arrange(*, actor: Actor, slug: str, part: str, said: Arranged) -> StopPart:
    """Keep who arranges a part and by when. InvalidInput without name or day."""
    network = access.network_for(actor, slug, to=access.Act.END_NETWORK)
    stop = open_stop(network)
    if part not in dict(endings.items()):
        raise NotFound
    if said.applies and not (said.who.strip() and said.by_on):
        raise InvalidInput(_("Fill in who does it and by when. Or choose: nothing to arrange."))
    kept, _made = StopPart.objects.update_or_create(
        network=network,
        stop=stop,
        code=part,
        defaults={
            "applies": said.applies,
            "who": said.who.strip() if said.applies else "",
            "by_on": said.by_on if said.applies else None,
            "note": said.note.strip(),
        },
    )
    log.record(actor, "networks.stop_part_arranged", kept, part=part, applies=said.applies)
    return kept


@transaction.atomic
def add_place(*, actor: Actor, slug: str, what: str, name: str, phone: str) -> WhereNext:
    """Say where residents go with one thing: a name and a phone number."""
    network = access.network_for(actor, slug, to=access.Act.END_NETWORK)
    stop = open_stop(network)
    if WhereNext.objects.filter(stop=stop).count() >= PLACES:
        raise InvalidInput(_("Twenty places are enough. Take one away first."))
    made = WhereNext.objects.create(
        network=network, stop=stop, what=what.strip(), name=name.strip(), phone=phone
    )
    log.record(actor, "networks.stop_place_added", made)
    return made


@transaction.atomic
def remove_place(*, actor: Actor, slug: str, place: UUID) -> None:
    """Take a place away again."""
    network = access.network_for(actor, slug, to=access.Act.END_NETWORK)
    stop = open_stop(network)
    if not WhereNext.objects.filter(stop=stop, uuid=place).delete()[0]:
        raise NotFound
    log.record(actor, "networks.stop_place_removed", stop)


@transaction.atomic
def told(*, actor: Actor, slug: str, member: UUID) -> StopCall:
    """Note that somebody was told by phone or at the door; the first note stays."""
    network = access.network_for(actor, slug, to=access.Act.END_NETWORK)
    stop = open_stop(network)
    found = people.active_member(network, member, lock=False)
    call, made = StopCall.objects.get_or_create(
        network=network,
        stop=stop,
        membership=found,
        defaults={"told_by_id": actor.own_id, "told_at": clock.now()},
    )
    if made:
        log.record(actor, "networks.stop_told", call, client=found.person.uuid)
    return call
