"""Writing a next version of some words; the one before is kept, so two editors both keep theirs."""

from datetime import datetime
from typing import Any, TypeVar

from django.db import IntegrityError, transaction

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import Stale
from wijknetwerk.networks.models.versions import Version

VersionT = TypeVar("VersionT", bound=Version)


def write(
    model: type[VersionT],
    *,
    actor: Actor,
    of: dict[str, Any],
    said: dict[str, Any],
    read_number: int,
) -> tuple[VersionT, list[str]]:
    """Store `said` as the next version of the thing `of`; gives it, and the fields that changed.

    `read_number` is the version that was on the screen, 0 for none. Stale when somebody saved
    something else meanwhile. Saying what stands there already stores nothing: no fields changed.
    Inside the caller's transaction.
    """
    before = model._default_manager.filter(**of, superseded_at=None).first()
    fields = sorted(name for name, value in said.items() if getattr(before, name, None) != value)
    if before is not None and not fields:
        return before, []
    if (before.number if before else 0) != read_number:
        raise Stale
    now = clock.now()
    if before is not None:
        _supersede(before, now)
    try:
        with transaction.atomic():
            after = model._default_manager.create(
                **of,
                **said,
                number=read_number + 1,
                written_by_id=actor.person_id,
                written_at=now if before is None else max(now, before.written_at),
            )
    except IntegrityError as error:
        raise Stale from error
    return after, fields


def _supersede(before: Version, now: datetime) -> None:
    """End the version that was read. Of two writers at once only one finds it still open."""
    still_open = type(before)._default_manager.filter(pk=before.pk, superseded_at=None)
    if not still_open.update(superseded_at=max(now, before.written_at)):
        raise Stale
