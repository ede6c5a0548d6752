"""A network that rests: everything stays and is read, nobody is called to anything."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.registries import Ending, ending_parts
from wijknetwerk.networks import access, stop_waiting
from wijknetwerk.networks.errors_ending import NotResting, StopsAlready
from wijknetwerk.networks.models import Network, Pause
from wijknetwerk.notices.services import waiting


@dataclass(frozen=True, slots=True)
class Rest:
    """What a leader says about the rest."""

    from_on: date
    why: str
    until_on: date | None = None
    call_name: str = ""
    call_phone: str = ""


def resting_networks() -> frozenset[UUID]:
    """Networks that rest now or have stopped; one query."""
    rows = Network.objects.filter(paused_on__lte=clock.today()) | Network.objects.filter(
        stopped_on__isnull=False
    )
    return frozenset(rows.values_list("uuid", flat=True))


@transaction.atomic
def pause(*, actor: Actor, slug: str, rest: Rest) -> Pause:
    """Let the network rest, or change what was said about the rest. StopsAlready."""
    network = locked(access.network_for(actor, slug, to=access.Act.END_NETWORK))
    if network.stops_on is not None:
        raise StopsAlready
    if rest.until_on is not None and rest.until_on <= rest.from_on:
        raise InvalidInput(_("The rest ends after the day on which it begins."))
    kept, made = Pause.objects.update_or_create(
        network=network,
        ended_on=None,
        defaults={
            "from_on": rest.from_on,
            "until_on": rest.until_on,
            "why": rest.why.strip(),
            "call_name": rest.call_name.strip(),
            "call_phone": rest.call_phone,
        },
    )
    network.paused_on = rest.from_on
    network.save(update_fields=["paused_on"])
    waiting.done(kind=stop_waiting.REST_OVER, subject=kept.uuid)  # asked again on the new day
    act_on_parts(actor, network, Ending.PAUSE)
    log.record(actor, "networks.paused" if made else "networks.pause_changed", network)
    return kept


@transaction.atomic
def resume(*, actor: Actor, slug: str) -> Network:
    """Take it up again, in one act. NotResting."""
    network = locked(access.network_for(actor, slug, to=access.Act.END_NETWORK))
    if network.paused_on is None:
        raise NotResting
    end_rest(network)
    act_on_parts(actor, network, Ending.RESUME)
    log.record(actor, "networks.resumed", network)
    return network


def end_rest(network: Network) -> None:
    """The rest of a locked network is over, if there was one; the caller logs why."""
    for now in Pause.objects.filter(network=network, ended_on=None):
        now.ended_on = clock.today()
        now.save(update_fields=["ended_on"])
        waiting.done(kind=stop_waiting.REST_OVER, subject=now.uuid)
    network.paused_on = None
    network.save(update_fields=["paused_on"])


def ask_whether_over(actor: Actor) -> None:
    """The day until which a network would rest about has come: its leaders say what now. Run each
    night; it goes on resting until they do."""
    for wanted in stop_waiting.rests_over():
        waiting.wait(actor=actor, kind=stop_waiting.REST_OVER, wanted=wanted)


def locked(network: Network) -> Network:
    """The same network as it stands now, until the end of the transaction."""
    return Network.objects.select_for_update().get(pk=network.pk)


def act_on_parts(actor: Actor, network: Network, what: Ending) -> None:
    """Let every registered part of the network do what it has to, in its order."""
    for _code, part in ending_parts():
        if part.act is not None:
            part.act(actor=actor, network=network, what=what)
