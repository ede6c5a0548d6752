"""Work by the clock."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import enqueue, every, job
from wijknetwerk.networks.models import Network
from wijknetwerk.networks.services import (
    facts,
    invitations,
    learning,
    pausing,
    round_clock,
    sharing,
    stop_day,
    talk,
)


@every(
    daily_at="03:05",
    name="networks.lapse_invitations",
    title=_("Close invitations whose time is over"),
)
def lapse_invitations(*, actor: Actor) -> None:
    """Note which invitations lapsed. Lists and links go by the date, so nothing waits for this."""
    invitations.lapse_invitations()


@every(
    daily_at="03:20", name="networks.end_lapsed_sharing", title=_("Hide what people show no longer")
)
def end_lapsed_sharing(*, actor: Actor) -> None:
    """Hide what members showed by a consent that lapsed."""
    sharing.end_lapsed()


@every(daily_at="00:05", name="networks.stop_networks", title=_("Look which networks stop today"))
def stop_networks(*, actor: Actor) -> None:
    """Let each network whose day has come stop, in a job and a transaction of its own."""
    for stop_id in stop_day.due_stops():
        enqueue(stop_network, key=str(stop_id), stop_id=stop_id)
    for network_id in stop_day.left_over():
        stop_day.end_people(actor=actor, network=Network.objects.get(pk=network_id))


@job("networks.stop_network", title=_("Stop a network whose day has come"))
def stop_network(*, actor: Actor, stop_id: int) -> None:
    """One network stops; run again it does nothing."""
    stop_day.carry_out(actor=actor, stop_id=stop_id)


@every(daily_at="03:30", name="networks.look_again", title=_("Ask people to look again at a talk"))
def look_again(*, actor: Actor) -> None:
    """Talks whose day has come, rounds of expectations, learners who stop soon or stopped, rests
    that would be over."""
    talk.ask_to_look_again(actor)
    round_clock.run(actor)
    learning.run(actor)
    pausing.ask_whether_over(actor)


@every(
    daily_at="02:40", name="networks.count_all_facts", title=_("Look which figures must be counted")
)
def count_all_facts(*, actor: Actor) -> None:
    """Ask for the facts of every network to be counted, each in a job of its own."""
    facts.count_all_soon()
