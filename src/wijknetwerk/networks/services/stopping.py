"""Stopping a network: begun by one leader, agreed by another or by members, or called off.

What happens on the day itself stands in `services.stop_day`.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation

from wijknetwerk.core import clock, log, outbox
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.models.log import Action
from wijknetwerk.core.templating import date_words
from wijknetwerk.networks import access, stop_waiting
from wijknetwerk.networks.errors_ending import DayTooNear, NotStopping, StopsAlready
from wijknetwerk.networks.models import (
    Membership,
    Network,
    Said,
    Stop,
    StopState,
    StopVoice,
    within,
)
from wijknetwerk.networks.selectors import stop_votes
from wijknetwerk.networks.services.pausing import end_rest, locked
from wijknetwerk.notices.services import waiting

NOTICE = timedelta(days=14)


@transaction.atomic
def start_stop(*, actor: Actor, slug: str, stops_on: date, why: str) -> Stop:
    """Say that the network will stop on a day. Everybody hears it. DayTooNear, StopsAlready."""
    network = locked(access.network_for(actor, slug, to=access.Act.END_NETWORK))
    if network.stops_on is not None or network.stopped_on is not None:
        raise StopsAlready
    if stops_on < clock.today() + NOTICE:
        raise DayTooNear
    stop = Stop.objects.create(
        network=network,
        stops_on=stops_on,
        why=why.strip(),
        started_by_id=actor.own_id,
        started_at=clock.now(),
        second_roles=stop_votes.second_roles(network.pk, actor.own_id),
        others_at_start=sum(one.person_id != actor.own_id for one in members_of(network)),
    )
    end_rest(network)
    network.stops_on = stops_on
    network.save(update_fields=["stops_on"])
    log.record(actor, "networks.stop_started", stop, action=Action.CREATE)
    _tell(stop, network, "stop_started", members_of(network), besides=actor.own_id)
    _let_wait(actor, stop)
    return stop


@transaction.atomic
def answer(*, actor: Actor, slug: str, said: str) -> StopVoice:
    """A member's answer: read, agrees, or would rather go on. A second leader's yes is enough."""
    network = access.network_for(actor, slug, to=access.Act.SEE)
    if said not in Said.values:
        raise InvalidInput
    stop = open_stop(network)
    kept, _made = StopVoice.objects.update_or_create(
        network=network,
        stop=stop,
        person_id=actor.own_id,
        defaults={"said": said, "said_at": clock.now()},
    )
    waiting.done(kind=stop_waiting.TOLD, subject=stop.uuid, person_id=actor.own_id)
    waiting.done(kind=stop_waiting.AGREE, subject=stop.uuid, person_id=actor.own_id)
    if actor.own_id in stop_votes.second_leaders(stop):
        if stop_votes.is_agreed(stop):
            waiting.done(kind=stop_waiting.AGREE, subject=stop.uuid)
        else:
            _let_wait(actor, stop)
    log.record(actor, "networks.stop_answered", stop, client=actor.person_uuid, said=said)
    return kept


@transaction.atomic
def call_off(*, actor: Actor, slug: str) -> Stop:
    """The network goes on after all; any leader, until the day. Everybody hears it."""
    network = locked(access.network_for(actor, slug, to=access.Act.END_NETWORK))
    stop = open_stop(network)
    go_on(stop, network, StopState.CALLED_OFF)
    log.record(actor, "networks.stop_called_off", stop)
    return stop


def _let_wait(actor: Actor, stop: Stop) -> None:
    for wanted, kind in stop_waiting.of_stop(stop):
        waiting.wait(actor=actor, kind=kind, wanted=wanted)


def go_on(stop: Stop, network: Network, state: StopState) -> None:
    """Close a locked stop without stopping, and tell everybody."""
    stop.state, stop.ended_at = state, clock.now()
    stop.save(update_fields=["state", "ended_at"])
    network.stops_on = None
    network.save(update_fields=["stops_on"])
    for kind in (stop_waiting.TOLD, stop_waiting.AGREE):
        waiting.done(kind=kind, subject=stop.uuid)
    _tell(stop, network, "stop_over", members_of(network))


def open_stop(network: Network) -> Stop:
    """The stop that is on its way, locked. NotStopping."""
    rows = Stop.objects.select_for_update(of=("self",))
    stop: Stop | None = rows.filter(network=network, state=StopState.OPEN).first()
    if stop is None:
        raise NotStopping
    stop.network = network
    return stop


def members_of(network: Network) -> list[Membership]:
    """Who takes part today, with their person."""
    rows = Membership.objects.filter(within(clock.today()), network=network)
    return list(rows.select_related("person").order_by("pk"))


def _tell(
    stop: Stop,
    network: Network,
    mail: str,
    members: Iterable[Membership],
    *,
    besides: int | None = None,
) -> None:
    """A mail to every member who reads mail; who doesn't stands on the list to call."""
    path = address("networks:ending", slug=network.slug)
    for member in members:
        person: Any = member.person
        if not person.email or person.pk == besides:
            continue
        with translation.override(person.language):
            day = date_words(stop.stops_on)
        outbox.queue(
            purpose=f"networks.{mail}",
            to=person.email,
            template=f"networks/mail/{mail}.txt",
            context={
                "name": person.name,
                "network": network,
                "day": day,
                "why": stop.why,
                "link": f"{settings.SITE_URL}{path}",
            },
            language=person.language,
            person=person.uuid,
            network=network.uuid,
        )
