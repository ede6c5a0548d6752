"""Rows of notices. What waits is one's own: of somebody else it does not exist."""

from typing import Any
from uuid import uuid4

from tests.access.row import EVERYBODY, Row
from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.registries import waiting_kinds
from wijknetwerk.notices.models import Waiting


def _news_for_amina(cast: Cast) -> dict[str, Any]:
    kind = next(code for code, kind in waiting_kinds.items() if not kind.duty)
    with scope.acting(SYSTEM):
        row = Waiting.objects.create(
            kind=kind,
            duty=False,
            person=cast.amina,
            subject=uuid4(),
            network_uuid=cast.linde.uuid,
        )
    return {"uuid": row.uuid}


_OTHERS = " ".join(name for name in EVERYBODY if name not in {"nobody", "amina"})

ROWS = [
    Row(
        "notices:put_away",
        {302: "nobody amina", 404: _OTHERS},
        _news_for_amina,
        method="POST",
    ),
]
