"""What a network says about itself, and how it names its roles."""

from collections.abc import Mapping

from django.db import transaction

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.networks import access, words
from wijknetwerk.networks.models import Network, RoleName, Visibility
from wijknetwerk.networks.services import search
from wijknetwerk.networks.services.facts import count_soon
from wijknetwerk.networks.services.place import remember_words

FIELDS = frozenset(
    (
        *("name", "place_text", "summary", "why", "phone", "email", "desk_place", "desk_hours"),
        "open_for_joining",
    )
)


@transaction.atomic
def change_network(*, actor: Actor, slug: str, changes: Mapping[str, str | bool]) -> Network:
    """Store only what was changed, so that two who edit different fields both keep theirs.

    The address stays as it is, because it stands on paper.
    """
    network = access.network_for(actor, slug, to=access.Act.EDIT_NETWORK)
    unknown = set(changes) - FIELDS
    if unknown or not changes.get("name", network.name):
        raise InvalidInput
    if not changes:
        return network
    for field, value in changes.items():
        setattr(network, field, value)
    network.save(update_fields=[*changes, *_looked_at_again(network, changes)])
    if changes.keys() & {"name", "place_text"}:
        remember_words(network)
    log.record(actor, "networks.changed", network, fields=sorted(changes))
    search.network_changed(network)
    count_soon(network.pk)
    if "name" in changes:
        log.remember_name(network.uuid, network.name)
    return network


def _looked_at_again(network: Network, changes: Mapping[str, str | bool]) -> list[str]:
    """A public page was approved under its name: under another it waits for approval again."""
    if "name" not in changes or network.visibility != Visibility.PUBLIC:
        return []
    network.visibility, network.asked_at = Visibility.ASKED, clock.now()
    return ["visibility", "asked_at"]


@transaction.atomic
def name_roles(*, actor: Actor, slug: str, names: Mapping[str, str]) -> None:
    """How this network calls each role on the screen; an empty name brings the usual one back."""
    network = access.network_for(actor, slug, to=access.Act.EDIT_NETWORK)
    if set(names) - set(words.roles()):
        raise InvalidInput
    before = dict(RoleName.objects.filter(network=network).values_list("role", "name"))
    changed = {role: name for role, name in names.items() if before.get(role, "") != name}
    for role, name in changed.items():
        if name:
            RoleName.objects.update_or_create(network=network, role=role, defaults={"name": name})
        else:
            RoleName.objects.filter(network=network, role=role).delete()
    if changed:
        log.record(actor, "networks.roles_named", network, roles=sorted(changed))
