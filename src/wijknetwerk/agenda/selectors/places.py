"""Places as they are read."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from wijknetwerk.agenda.access import Reader, readable_by
from wijknetwerk.agenda.models import Activity, Place
from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Linked

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def places_of(reader: Reader) -> list[Place]:
    """Places that are used now, by name; strangers see those that everybody may see. One query."""
    rows = Place.objects.filter(network=reader.network, closed_on=None)
    if not reader.is_member:
        rows = rows.filter(is_public=True)
    return list(rows.order_by("name", "pk"))


def choices_of_places(network: "Network") -> list[tuple[UUID, str]]:
    """Places to choose from in a form. One query."""
    rows = Place.objects.filter(network=network, closed_on=None).order_by("name", "pk")
    return list(rows.values_list("uuid", "name"))


def series_at(reader: Reader, place: Place) -> list[Activity]:
    """What comes back at a place. One query."""
    rows = Activity.objects.filter(network=reader.network, place=place, until_on=None)
    later = Activity.objects.filter(network=reader.network, place=place, until_on__gt=clock.today())
    rows = rows | later
    if not reader.is_member:
        rows = rows.filter(is_public=True)
    return list(rows.order_by("title", "pk"))


def resolve(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    """Places that this actor may see, for links from other apps. One query."""
    rows = Place.objects.filter(readable_by(actor), uuid__in=uuids)
    found = rows.values_list("uuid", "name", "network__slug")
    return {
        uuid: Linked(name, reverse("agenda:place", args=[slug, uuid])) for uuid, name, slug in found
    }
