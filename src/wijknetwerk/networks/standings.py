"""The present memberships of a person, as the values that an actor carries."""

from django.db.models import FilteredRelation

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Standing
from wijknetwerk.networks.models import Membership, within

_COLUMNS = (
    "pk",
    "uuid",
    "network_id",
    "network__uuid",
    "network__slug",
    "network__name",
    "partner_id",
    "organisation__uuid",
    "held__role",
)


def standings_of(person_id: int) -> tuple[Standing, ...]:
    """One query: a row per role held today, or one without a role. Ended things don't count."""
    today = clock.today()
    rows = (
        Membership.objects.filter(within(today), person_id=person_id)
        .annotate(held=FilteredRelation("roles", condition=within(today, "roles__")))
        .order_by("network__name", "pk")
        .values_list(*_COLUMNS, named=True)
    )
    roles: dict[int, set[str]] = {}
    first = {}
    for row in rows:
        first.setdefault(row.pk, row)
        roles.setdefault(row.pk, set()).update({row.held__role} - {None})
    return tuple(
        Standing(
            network_id=row.network_id,
            network_uuid=row.network__uuid,
            slug=row.network__slug,
            network_name=row.network__name,
            membership_id=row.pk,
            membership_uuid=row.uuid,
            partner_id=row.partner_id,
            organisation_uuid=row.organisation__uuid,
            roles=frozenset(roles[row.pk]),
        )
        for row in first.values()
    )
