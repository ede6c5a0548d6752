"""What a network or team is for and what not, now and before."""

import json
from dataclasses import dataclass
from datetime import datetime

from wijknetwerk.networks.models import Network, Remit, Team
from wijknetwerk.networks.selectors.in_one import Rows


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


def public_remit(rows: Rows) -> RemitPage:
    """What the network is for, from the rows of its public page: empty unless the leaders chose to
    show it to strangers."""
    ours = json.loads(rows["ours"][0][0]) if rows["ours"] else []
    others = json.loads(rows["others"][0][0]) if rows["others"] else []
    pairs = tuple((line["text"], line["who"]) for line in others)
    return RemitPage(ours=tuple(ours), others=pairs)


def _page(row: Remit) -> RemitPage:
    return RemitPage(
        ours=tuple(row.ours),
        others=tuple((line["text"], line["who"]) for line in row.others),
        shown_publicly=row.shown_publicly,
        number=row.number,
        by=row.written_by.name if row.written_by else "",
        at=row.written_at,
    )
