"""The present memberships of a person, as the values that an actor carries."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Standing
from wijknetwerk.core.statements_kept import Kept

# Written by hand because every page of a person who is signed in asks it: making this statement
# from models anew each time costs five times what answering it does. It asks for one person's own
# rows only, which the row-level policies let through before any network is in scope.
_OWN = Kept("""
SELECT m.id, m.uuid, m.network_id, n.uuid, n.slug, n.name, m.partner_id, o.uuid, r.role, m.from_on
FROM networks_membership m
JOIN networks_network n ON n.id = m.network_id
LEFT JOIN networks_organisation o ON o.id = m.organisation_id
LEFT JOIN networks_membershiprole r ON r.membership_id = m.id
  AND r.from_on <= %s AND (r.until_on IS NULL OR r.until_on > %s)
WHERE m.person_id = %s AND m.from_on <= %s AND (m.until_on IS NULL OR m.until_on > %s)
ORDER BY n.name, m.id
""")


def standings_of(person_id: int) -> tuple[Standing, ...]:
    """One query: a row per role held today, or one without a role. Ended things don't count."""
    today = clock.today()
    with connection.cursor() as cursor:
        cursor.execute(_OWN, [today, today, person_id, today, today])
        rows = cursor.fetchall()
    roles: dict[int, set[str]] = {}
    for row in rows:
        roles.setdefault(row[0], set()).update({row[8]} - {None})
    first = {row[0]: row for row in reversed(rows)}
    return tuple(_standing(first[number], frozenset(held)) for number, held in roles.items())


def _standing(row: tuple[Any, ...], roles: frozenset[str]) -> Standing:
    return Standing(
        membership_id=row[0],
        membership_uuid=_uuid(row[1]),
        network_id=row[2],
        network_uuid=_uuid(row[3]),
        slug=row[4],
        network_name=row[5],
        partner_id=row[6],
        organisation_uuid=_uuid(row[7]) if row[7] else None,
        roles=roles,
        since=_day(row[9]),
    )


def _uuid(value: UUID | str) -> UUID:
    """SQLite keeps a UUID as text."""
    return value if isinstance(value, UUID) else UUID(value)


def _day(value: date | str) -> date:
    """SQLite keeps a day as text."""
    return value if isinstance(value, date) else date.fromisoformat(value)
