"""Who should hear on Vandaag that the desk notes things down for them."""

from collections.abc import Collection, Iterable
from uuid import UUID

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted
from wijknetwerk.networks.models import Mandate, within

NOTED = "networks.noted_for_you"


def waiting_of(mandate: Mandate) -> Wanted:
    """The news of one mandate, for its person."""
    return Wanted(
        person_id=mandate.person_id,
        subject=mandate.uuid,
        network=mandate.network.uuid,
        place={"slug": mandate.network.slug},
        words={"network": mandate.network.name},
    )


def still_open(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these mandates hold still."""
    rows = Mandate.objects.filter(within(clock.today()), uuid__in=subjects, ended_at=None)
    return set(rows.values_list("uuid", flat=True))


def wanted() -> Iterable[Wanted]:
    """Every mandate of somebody who signs in by name code: the others get mail or a letter."""
    rows = Mandate.objects.filter(
        within(clock.today()), ended_at=None, person__email=None, person__login_name__isnull=False
    )
    for mandate in rows.select_related("network"):
        yield waiting_of(mandate)
