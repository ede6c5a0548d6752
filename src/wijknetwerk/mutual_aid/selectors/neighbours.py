"""Names and numbers of who asks and helps: of members from their person, of others from the row."""

from uuid import UUID

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
