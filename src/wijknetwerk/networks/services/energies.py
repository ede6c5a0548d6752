"""What gives a member energy: asked once in a friendly way, changed whenever one likes."""

from collections.abc import Iterable

from django.db import transaction

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks import access, words
from wijknetwerk.networks.models import Membership, Network
from wijknetwerk.networks.services import people


@transaction.atomic
def say_energies(*, actor: Actor, network: Network, energies: Iterable[str]) -> Membership:
    """Keep what gives the actor energy; unknown codes are left out."""
    access.require(actor, access.Act.SEE, network)
    return _keep(actor, people.own_membership(actor, network), energies)


def say_on_joining(*, actor: Actor, member: Membership, energies: Iterable[str]) -> None:
    """The same for who joins just now and does not sign in; in the transaction of joining."""
    if any(energies):
        _keep(actor, member, energies)


def _keep(actor: Actor, member: Membership, energies: Iterable[str]) -> Membership:
    wanted = set(energies)
    member.energies = [code for code in words.energies() if code in wanted]
    member.save(update_fields=["energies"])
    log.record(
        actor,
        "networks.member_described",
        member,
        client=member.person.uuid,
        fields=["energies"],
    )
    return member
