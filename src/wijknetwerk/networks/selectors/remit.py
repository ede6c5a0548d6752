"""What a network or team is for and what not, now and before."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Cast

from wijknetwerk.core.statements import Statement
from wijknetwerk.networks import words
from wijknetwerk.networks.models import Network, Remit, RoleName, Team
from wijknetwerk.networks.selectors.statements import NETWORK

OURS, OTHERS = "remit.ours", "remit.others"


@dataclass(frozen=True, slots=True)
class RemitPage:
    """Two lists of sentences, as they stand or stood."""

    ours: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    shown_publicly: bool = False
    number: int = 0
    by: str = ""
    at: datetime | None = None

    @property
    def any(self) -> bool:
        """Whether anything was written down."""
        return bool(self.ours or self.others)


def remit_of(network: Network, team: Team | None) -> RemitPage:
    """How it stands now; one query. Empty when nobody wrote anything."""
    rows = Remit.objects.filter(network=network, team=team, superseded_at=None)
    row = rows.select_related("written_by").first()
    return _page(row) if row else RemitPage()


def remits_before(network: Network, team: Team | None) -> list[RemitPage]:
    """How it stood before, the newest first; one query."""
    rows = Remit.objects.filter(network=network, team=team, superseded_at__isnull=False)
    return [_page(row) for row in rows.select_related("written_by").order_by("-number")]


def _names_and_remit() -> QuerySet[Any, Any]:
    """The network's own names of roles, and its remit as two rows of JSON when it is public."""
    remits: QuerySet[Any] = QuerySet(Remit).filter(
        network=NETWORK, team=None, superseded_at=None, shown_publicly=True
    )
    names: QuerySet[Any] = QuerySet(RoleName).filter(network=NETWORK)
    return names.values_list(_text("role"), _text("name")).union(
        remits.values_list(_text(Value(OURS)), _text("ours")),
        remits.values_list(_text(Value(OTHERS)), _text("others")),
        all=True,
    )


def _text(of: Any) -> Cast:
    return Cast(of, TextField())


_NAMES_AND_REMIT = Statement(_names_and_remit)


def names_and_public_remit(network: Network) -> tuple[dict[str, str], RemitPage]:
    """How this network calls each role, and what it is for, in one query: the public page has eight
    in all. The remit is empty unless the leaders chose to show it to strangers."""
    found = {row[0]: row[1] for row in _NAMES_AND_REMIT.ask(network_id=network.pk)}
    ours = json.loads(found.pop(OURS, "[]"))
    others = json.loads(found.pop(OTHERS, "[]"))
    names = {code: found.get(code) or word.name for code, word in words.roles().items()}
    pairs = tuple((line["text"], line["who"]) for line in others)
    return names, RemitPage(ours=tuple(ours), others=pairs)


def _page(row: Remit) -> RemitPage:
    return RemitPage(
        ours=tuple(row.ours),
        others=tuple((line["text"], line["who"]) for line in row.others),
        shown_publicly=row.shown_publicly,
        number=row.number,
        by=row.written_by.name if row.written_by else "",
        at=row.written_at,
    )
