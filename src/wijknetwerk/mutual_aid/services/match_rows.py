"""Suggestions in thousands: one row is made as the model makes it; others differ in four columns.

`bulk_create` prepares every column of every row, which takes ten times what the database needs.
"""

import json
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from wijknetwerk.core import scope
from wijknetwerk.mutual_aid.models import Match

Row = tuple[int, int, Sequence[Any]]
"""Request, offer, reasons."""


def add(network_id: int, rows: Iterable[Row]) -> None:
    """Store suggestions of one network; a pair that is open already is left as it is."""
    scope.require((network_id,))
    model = Match(network_id=network_id)
    fields = [field for field in Match._meta.concrete_fields if not field.primary_key]
    common = [
        field.get_db_prep_save(field.pre_save(model, add=True), connection) for field in fields
    ]
    place = {field.name: number for number, field in enumerate(fields)}
    prepare = Match._meta.get_field("uuid").get_db_prep_value

    def values(request: int, offer: int, reasons: Sequence[Any]) -> list[Any]:
        made = common.copy()
        made[place["uuid"]] = prepare(uuid.uuid4(), connection)
        made[place["request"]], made[place["offer"]] = request, offer
        made[place["reasons"]] = json.dumps(reasons)
        return made

    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(str(field.column)) for field in fields)
    slots = ", ".join(["%s"] * len(fields))
    table = quoted(Match._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(
            # Names come from the model; every value is a parameter.
            f"INSERT INTO {table} ({columns}) VALUES ({slots}) ON CONFLICT DO NOTHING",  # noqa: S608
            [values(*row) for row in rows],
        )
