"""Which areas a network covers, for a draft and for a network that exists."""

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from wijknetwerk.core import log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.networks import access
from wijknetwerk.networks.areas import middles
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
    """Bring up to date how the network is found: by the words of its name, place and areas, and
    where it lies on the map."""
    areas = [one.area for one in _areas(network)]
    names = [text for area in areas for text in (area.name, area.municipality_name)]
    words = " ".join(
        fold(text) for text in dict.fromkeys([network.name, network.place_text, *names])
    )
    middle = middles.of_areas(
        (area.code, area.district_code, area.municipality_code) for area in areas
    )
    network.search_words = f" {words}"[:2000]
    network.latitude, network.longitude = middle or (None, None)
    network.save(update_fields=["search_words", "latitude", "longitude"])


def _areas(network: Network) -> QuerySet[NetworkArea]:
    chosen = NetworkArea.objects.filter(network=network).select_related("area")
    return chosen.order_by("area__code")[:100]


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
