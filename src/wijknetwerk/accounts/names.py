"""How the name of a person is said, from the few fields that make it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

# What `whole_name` reads, in its order; a list of names needs no more of a person.
NAME_FIELDS = ("given_name", "prefix", "family_name", "email", "closed_at")


def whole_name(
    given: str, prefix: str, family: str, email: str | None, closed_at: datetime | None
) -> str:
    """The whole name as it is said: 'Hanneke de Wit'."""
    if closed_at is not None:
        return _("someone who left")
    return " ".join(part for part in (given, prefix, family) if part) or email or _("someone")


def name_fields(path: str) -> list[str]:
    """The fields of a related person that make the name, for `only()` or `values_list()`."""
    return [f"{path}__{field}" for field in NAME_FIELDS]


def name_in(row: Any, path: str) -> str:
    """The name of a related person in a row that was read with `name_fields(path)`."""
    return whole_name(*(getattr(row, f"{path}__{field}") for field in NAME_FIELDS))
