"""What a network or team is for and what not, now and before."""

from dataclasses import dataclass
from datetime import datetime

from wijknetwerk.networks.models import Network, Remit, Team


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


def public_remit_of(network: Network) -> RemitPage | None:
    """What strangers read of it: only when the leaders chose so. One query."""
    rows = Remit.objects.filter(network=network, team=None, superseded_at=None)
    row = rows.filter(shown_publicly=True).select_related("written_by").first()
    return _page(row) if row and (row.ours or row.others) else None


def _page(row: Remit) -> RemitPage:
    return RemitPage(
        ours=tuple(row.ours),
        others=tuple((line["text"], line["who"]) for line in row.others),
        shown_publicly=row.shown_publicly,
        number=row.number,
        by=row.written_by.name if row.written_by else "",
        at=row.written_at,
    )
