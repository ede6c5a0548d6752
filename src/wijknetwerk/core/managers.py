"""Managers that know the scope: the guard on SQLite, a second lock on PostgreSQL (rule A4)."""

from typing import TypeVar

from django.db import models
from django.db.models import Q

from wijknetwerk.core import scope

ModelT = TypeVar("ModelT", bound=models.Model, covariant=True)


class ScopedManager(models.Manager[ModelT]):
    """Refuses a query outside a scope; narrows each query to the scope's networks.

    `person_field`: rows of this person are seen too, in whatever network (own memberships).
    `network_field` is a key, or below `networks` the plain UUID of a network.
    `networkless`: a row may be of no network (the platform's own work); no network guards those.
    """

    def __init__(
        self,
        *,
        person_field: str = "",
        network_field: str = "network_id",
        networkless: bool = False,
    ) -> None:
        super().__init__()
        self.person_field = person_field
        self.network_field = network_field
        self.networkless = networkless

    def get_queryset(self) -> models.QuerySet[ModelT]:
        """All rows within the scope in force. Raises ScopeMissing outside any."""
        rows = super().get_queryset()
        now = scope.current()
        return rows if now.every_network else rows.filter(self._within(now))

    def _within(self, now: scope.Scope) -> Q:
        of = self.model._default_manager  # a related manager is made without what this one has
        of = of if isinstance(of, ScopedManager) else self
        by_uuid = of.network_field.endswith("uuid")
        networks = now.network_uuids if by_uuid else now.network_ids
        seen = Q(**{f"{of.network_field}__in": networks})
        if of.networkless:
            seen |= Q(**{of.network_field: None})
        if of.person_field and now.person_id is not None:
            seen |= Q(**{of.person_field: now.person_id})
        return seen


def check_write(network_id: int | None) -> None:
    """Refuse to store a row of a network outside the scope; PostgreSQL's policy does the same."""
    now = scope.current()
    if not now.every_network and network_id not in now.network_ids:
        raise scope.ScopeMissing(f"Network {network_id} is not in the scope of this write.")
