"""Names and numbers of who asks and helps: of members from their person, of others from the row."""

from typing import Any
from uuid import UUID

from wijknetwerk.accounts.names import name_fields, name_in
from wijknetwerk.core import crypto
from wijknetwerk.mutual_aid.models import Neighbour


def name_of(row: Neighbour) -> str:
    """The whole name. Of a member, `person` was read with the row."""
    return row.person.name if row.person else row.name.read()


def first_name_of(row: Neighbour) -> str:
    """What the other side may read before both said yes: the first name only."""
    if row.person is None:
        return str(row.name.read().split(" ", 1)[0])
    return str(row.person.given_name) or row.person.name


def phone_of(row: Neighbour) -> str:
    """The number at which they are called; empty when none is known."""
    return row.person.phone if row.person else row.phone.read()


def email_of(row: Neighbour) -> str:
    """The address for mail; empty when none is known."""
    return (row.person.email or "") if row.person else row.email.read()


def client_of(row: Neighbour) -> UUID | None:
    """Whose data it is, for the log; None for who has no account here."""
    return row.person.uuid if row.person else None


def shown_fields(path: str) -> list[str]:
    """What of somebody is read to call them, for `only()`: a list of many rows needs no more."""
    own = [f"{path}__{name}" for name in ("uuid", "name", "phone", "handy", "person__phone")]
    return [*own, *name_fields(f"{path}__person")]


def reach_fields(path: str) -> list[str]:
    """What `name_read` and `phone_read` need of somebody in rows of `values_list(...)`."""
    own = [f"{path}__{name}" for name in ("uuid", "name", "phone", "person_id", "person__phone")]
    return [*own, *name_fields(f"{path}__person")]


def name_read(row: Any, path: str) -> str:
    """The whole name, in a row that was read with `reach_fields(path)`."""
    if getattr(row, f"{path}__person_id") is not None:
        return name_in(row, f"{path}__person")
    return sealed_in(getattr(row, f"{path}__uuid"), "name", getattr(row, f"{path}__name").token)


def phone_read(row: Any, path: str) -> str:
    """The number, in a row that was read with `reach_fields(path)`."""
    if getattr(row, f"{path}__person_id") is not None:
        return str(getattr(row, f"{path}__person__phone"))
    return sealed_in(getattr(row, f"{path}__uuid"), "phone", getattr(row, f"{path}__phone").token)


def sealed_in(uuid: UUID, name: str, token: str) -> str:
    """What stands under lock with somebody of this id."""
    place = crypto.place_of(Neighbour._meta.label_lower, uuid, name)
    return crypto.decrypt(token, bound_to=place) if token else ""
