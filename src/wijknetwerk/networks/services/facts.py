"""Counting the facts of networks, in the worker."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import enqueue, job
from wijknetwerk.core.registries import Facts, network_facts
from wijknetwerk.networks.models import Network, NetworkFact


@job("networks.count_facts", title=_("Count the figures of a network"))
def count_facts(*, actor: Actor, network_id: int) -> None:
    """The worker's job: count one network anew."""
    store_facts(network_id)


@transaction.atomic
def store_facts(network_id: int) -> None:
    """Count every fact of one network and keep what is known now; what isn't known any more goes.

    Safe to repeat. The job's key keeps two workers from counting one network side by side.
    """
    if not Network.objects.filter(pk=network_id, stopped_on=None).exists():
        NetworkFact.objects.filter(network=network_id).delete()
        return
    known = {
        code: value
        for count in network_facts
        for code, value in count(network_id).items()
        if value is not None
    }
    NetworkFact.objects.filter(network=network_id).exclude(code__in=known).delete()
    keep_facts(network_id, known)


def keep_facts(network_id: int, known: Facts) -> None:
    """Store these values of one network as counted now, and leave its other facts alone."""
    now = clock.now()
    rows = [
        NetworkFact(network_id=network_id, code=code, value=value, as_of=now)
        for code, value in known.items()
    ]
    NetworkFact.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["network", "code"],
        update_fields=["value", "as_of"],
    )


def count_examples() -> None:
    """For the demo, after everything else is loaded: it opens with its facts counted."""
    with scope.acting(Actor.system("demo.example")):
        for network_id in Network.objects.values_list("pk", flat=True):
            store_facts(network_id)


def count_soon(network_id: int) -> None:
    """Ask the worker to count a network anew, after the change at hand; asked often, done once."""
    enqueue(count_facts, key=str(network_id), network_id=network_id)


def count_all_soon() -> None:
    """Ask it for every network that has not stopped."""
    for network_id in Network.objects.filter(stopped_on=None).values_list("pk", flat=True):
        count_soon(network_id)
