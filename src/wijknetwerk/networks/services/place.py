"""Which areas a network covers, for a draft and for a network that exists."""

from uuid import UUID

from django.db import transaction

from wijknetwerk.core import log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.networks import access
from wijknetwerk.networks.areas.folding import fold
from wijknetwerk.networks.models import Area, Network, NetworkArea


@transaction.atomic
def add_area(*, actor: Actor, slug: str, area: UUID) -> None:
    """The network covers this area, too. Doing it twice changes nothing."""
    _add(actor, access.network_for(actor, slug, to=access.Act.EDIT_NETWORK), area)


@transaction.atomic
def remove_area(*, actor: Actor, slug: str, area: UUID) -> None:
    """The network does not cover this area any more."""
    _remove(actor, access.network_for(actor, slug, to=access.Act.EDIT_NETWORK), area)


@transaction.atomic
def add_area_to_draft(*, actor: Actor, draft: UUID, area: UUID) -> None:
    """The network that is being started covers this area, too."""
    network = access.draft_for(actor, draft)
    with scope.including(network.pk, network.uuid):
        _add(actor, network, area)


@transaction.atomic
def remove_area_from_draft(*, actor: Actor, draft: UUID, area: UUID) -> None:
    """The network that is being started does not cover this area."""
    network = access.draft_for(actor, draft)
    with scope.including(network.pk, network.uuid):
        _remove(actor, network, area)


def remember_words(network: Network) -> None:
    """Bring up to date by which words the network is found: its name, place and areas."""
    chosen = NetworkArea.objects.filter(network=network).order_by("area__code")
    names = chosen.values_list("area__name", "area__municipality_name")[:100]
    texts = dict.fromkeys([network.name, network.place_text, *(t for pair in names for t in pair)])
    words = " ".join(fold(text) for text in texts)
    network.search_words = f" {words}"[:2000]
    network.save(update_fields=["search_words"])


def _add(actor: Actor, network: Network, uuid: UUID) -> None:
    area = Area.objects.filter(uuid=uuid).first()
    if area is None:
        raise NotFound
    _row, added = NetworkArea.objects.get_or_create(network=network, area=area)
    if added:
        remember_words(network)
        log.record(actor, "networks.area_added", network, area=area.code)


def _remove(actor: Actor, network: Network, uuid: UUID) -> None:
    row = NetworkArea.objects.filter(network=network, area__uuid=uuid).select_related("area")
    for found in row:
        found.delete()
        remember_words(network)
        log.record(actor, "networks.area_removed", network, area=found.area.code)
