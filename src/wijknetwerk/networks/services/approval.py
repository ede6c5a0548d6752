"""Whether strangers may see a network's page: asked by its leaders, decided by the platform."""

from django.conf import settings
from django.db import transaction

from wijknetwerk.core import clock, log, outbox, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks import access
from wijknetwerk.networks.errors_network import AlreadyDecided
from wijknetwerk.networks.models import MembershipRole, Network, RoleCode, Visibility, within
from wijknetwerk.networks.selectors.waiting import PUBLIC_ASKED, of_asking_public
from wijknetwerk.networks.services import search
from wijknetwerk.networks.services.facts import count_soon
from wijknetwerk.notices.services import waiting


@transaction.atomic
def ask_public(*, actor: Actor, slug: str) -> Network:
    """Ask the platform's administrator whether the page may be public. AlreadyDecided."""
    network = _locked(access.network_for(actor, slug, to=access.Act.ASK_PUBLIC))
    if network.visibility not in {Visibility.MEMBERS, Visibility.DECLINED}:
        raise AlreadyDecided
    network.visibility, network.asked_at = Visibility.ASKED, clock.now()
    network.save(update_fields=["visibility", "asked_at"])
    for wanted in of_asking_public(network):
        waiting.wait(actor=actor, kind=PUBLIC_ASKED, wanted=wanted)
    log.record(actor, "networks.public_asked", network)
    return network


@transaction.atomic
def make_private(*, actor: Actor, slug: str) -> Network:
    """Only members see the network from now on; also how a question is withdrawn."""
    network = _locked(access.network_for(actor, slug, to=access.Act.ASK_PUBLIC))
    if network.visibility not in {Visibility.ASKED, Visibility.PUBLIC}:
        raise AlreadyDecided
    network.visibility = Visibility.MEMBERS
    network.save(update_fields=["visibility"])
    waiting.done(kind=PUBLIC_ASKED, subject=network.uuid)
    log.record(actor, "networks.made_private", network)
    search.network_changed(network)
    count_soon(network.pk)
    return network


@transaction.atomic
def decide_public(*, actor: Actor, slug: str, approve: bool, reason: str = "") -> Network:
    """Yes or no, with the reason, by the platform's administrator; the leaders get mail."""
    network = _locked(access.network_to_decide_on(actor, slug))
    if network.visibility != Visibility.ASKED:
        raise AlreadyDecided
    network.visibility = Visibility.PUBLIC if approve else Visibility.DECLINED
    network.decided_at, network.decision_reason = clock.now(), reason
    network.save(update_fields=["visibility", "decided_at", "decision_reason"])
    event = "networks.public_approved" if approve else "networks.public_declined"
    log.record(actor, event, network)
    search.network_changed(network)
    count_soon(network.pk)
    waiting.done(kind=PUBLIC_ASKED, subject=network.uuid)
    _tell_leaders(network, approve, reason)
    return network


def _locked(network: Network) -> Network:
    """The same network as it stands now, and nobody else decides meanwhile."""
    return Network.objects.select_for_update().get(pk=network.pk)


def _tell_leaders(network: Network, approve: bool, reason: str) -> None:
    """Mail to the leaders. The administrator's scope is widened for these addresses only."""
    leading = within(clock.today()) & within(clock.today(), "membership__")
    with scope.including(network.pk, network.uuid):
        roles = MembershipRole.objects.filter(
            leading,
            network=network,
            role__in=(RoleCode.COORDINATOR, RoleCode.ADMINISTRATOR),
            person__email__isnull=False,
        ).select_related("person")
        people = {role.person_id: role.person for role in roles}
    for person in people.values():
        outbox.queue(
            purpose="networks.public_decided",
            to=person.email or "",
            template="networks/mail/public_decided.txt",
            context={
                "network": network,
                "approve": approve,
                "reason": reason,
                "person": person,
                "site_url": settings.SITE_URL,
            },
            language=person.language,
            person=person.uuid,
            network=network.uuid,
        )
