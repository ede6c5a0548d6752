"""Storing where postcodes lie. These are public facts and belong to no network."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.core.models.log import Action
from wijknetwerk.mutual_aid.models import Postcode
from wijknetwerk.mutual_aid.postcode_files import Place


@dataclass
class PostcodesRefused(Exception):
    """Some lines are wrong, so nothing was stored."""

    faults: list[tuple[int, str]] = field(default_factory=list)


@transaction.atomic
def load_postcodes(*, actor: Actor, rows: Iterable[tuple[int, Place | str]], source: str) -> int:
    """Store all postcodes, or none; loading again brings them up to date. What is in the table and
    not in the file stays. PostcodesRefused names each wrong line."""
    if not actor.is_system:
        raise NotAllowed
    refused, good = PostcodesRefused(), dict[str, Place]()
    for line, row in rows:
        if isinstance(row, str):
            refused.faults.append((line, row))
        elif row.pc4 in good:
            refused.faults.append((line, f"{row.pc4} stood there already"))
        else:
            good[row.pc4] = row
    if refused.faults:
        raise refused
    Postcode.objects.bulk_create(
        [Postcode(pc4=row.pc4, x=row.x, y=row.y, source=source) for row in good.values()],
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["pc4"],
        update_fields=["x", "y", "source"],
    )
    log.record(actor, "mutual_aid.postcodes_loaded", None, action=Action.CREATE, count=len(good))
    return len(good)
