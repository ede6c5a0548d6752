"""Rows of notices. What waits is one's own: of somebody else it does not exist."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from tests.access.row import ALL_SIGNED_IN, EVERYBODY, EVERYBODY_SEES, Row
from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope, tokens
from wijknetwerk.core.registries import waiting_kinds
from wijknetwerk.notices.models import Waiting
from wijknetwerk.notices.services.digest import STOP


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


def _stop_mail(cast: Cast) -> dict[str, Any]:
    secret = tokens.issue_link(
        purpose=STOP, subject=cast.bas.uuid, network=None, lasts=timedelta(days=1)
    )
    return {"secret": secret}


_CHOSEN = {"rhythm": "weekly", "weekday": "2"}

ROWS = [
    Row("notices:digest", ALL_SIGNED_IN),
    Row("notices:digest", {302: " ".join(EVERYBODY)}, method="POST", data=_CHOSEN),
    Row("notices:digest_stop", EVERYBODY_SEES, _stop_mail),
    Row("notices:digest_stopped", EVERYBODY_SEES),
    Row(
        "notices:put_away",
        {302: "nobody amina", 404: _OTHERS},
        _news_for_amina,
        method="POST",
    ),
]
