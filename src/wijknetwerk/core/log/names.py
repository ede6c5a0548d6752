"""The erasable names beside the log's ids."""

from collections.abc import Iterable
from uuid import UUID

from wijknetwerk.core import clock
from wijknetwerk.core.models.log import LogName


def remember_name(subject: UUID, name: str) -> None:
    """Note how this id is called now; called by the service that gives or changes the name."""
    LogName.objects.update_or_create(
        subject_uuid=subject, defaults={"name": name[:200], "noted_at": clock.now()}
    )


def forget_name(subject: UUID) -> None:
    """Erase the name; the log keeps the id."""
    LogName.objects.filter(subject_uuid=subject).delete()


def names_of(subjects: Iterable[UUID]) -> dict[UUID, str]:
    """The names that are still known, in one query."""
    rows = LogName.objects.filter(subject_uuid__in=list(subjects))
    return dict(rows.values_list("subject_uuid", "name"))
