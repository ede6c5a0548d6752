"""What is read about parties."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from wijknetwerk.core import clock
from wijknetwerk.networks.models import Membership, Network, Organisation, Partner, within


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A party that takes part, with how many members it has."""

    uuid: UUID
    organisation: Organisation
    from_on: date
    people: int


def partners_of(network: Network) -> list[PartnerRow]:
    """Parties that take part today, by name. Two queries."""
    rows = (
        Partner.objects.filter(within(clock.today()), network=network)
        .select_related("organisation")
        .order_by("organisation__name", "pk")
    )
    counted = _people(network)
    return [
        PartnerRow(row.uuid, row.organisation, row.from_on, counted.get(row.pk, 0)) for row in rows
    ]


def ended_partners_of(network: Network) -> list[Partner]:
    """Parties that took part before, the last first."""
    rows = Partner.objects.filter(network=network, until_on__lte=clock.today())
    return list(rows.select_related("organisation").order_by("-until_on", "-pk")[:50])


def partner_of(network: Network, uuid: UUID) -> Partner | None:
    """A party that takes part today."""
    rows = Partner.objects.filter(within(clock.today()), network=network, uuid=uuid)
    return rows.select_related("organisation").first()


def people_of(partner: Partner) -> int:
    """How many members take part for this party."""
    return Membership.objects.filter(within(clock.today()), partner=partner).count()


def _people(network: Network) -> dict[int, int]:
    rows = (
        Membership.objects.filter(within(clock.today()), network=network, partner__isnull=False)
        .order_by()
        .values_list("partner_id")
        .annotate(count=Count("pk"))
    )
    return dict(rows)


def names_of_parties(uuids: Collection[UUID]) -> dict[UUID, str]:
    """How these organisations are called, also where they take part no more."""
    return dict(Organisation.objects.filter(uuid__in=uuids).values_list("uuid", "name"))


def find_organisations(text: str, *, network: Network, limit: int = 10) -> Sequence[Organisation]:
    """Organisations with a word that begins so, without the parties of this network."""
    text = " ".join(text.replace("\x00", "").split())
    if len(text) < 2:
        return []
    there = Partner.objects.filter(within(clock.today()), network=network)
    named = Q(name__istartswith=text) | Q(name__icontains=f" {text}")
    rows = Organisation.objects.filter(named).exclude(pk__in=there.values("organisation_id"))
    return list(rows.order_by("name", "pk")[:limit])
