"""News and successes of a network: for its members, and as far as its writers chose for all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.texts import Shown
from wijknetwerk.library import access
from wijknetwerk.library.models import PageKind, Revision
from wijknetwerk.library.selectors.shown import first_pictures
from wijknetwerk.networks.selectors.paging import Paged, paged
from wijknetwerk.networks.selectors.statements import NETWORK

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wijknetwerk.networks.models import Network

A_PAGE = 12
SHORT_LIST = 3


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One item in a list. `updated_at` is when the version in use was published."""

    uuid: UUID
    title: str
    summary: str
    published_at: datetime
    updated_at: datetime
    url: str
    success: bool
    for_members: bool
    language: str
    picture: Shown | None = None


def public_news(network: "Network", most: int = A_PAGE) -> list[NewsItem]:
    """What everybody may read of a network, the newest first: for its feed. The network is public
    and its rows are in scope; who calls has looked at that. Two queries."""
    rows = access.visible(access.published(PageKind.NEWS, network), as_member=False)
    return _items(network, _newest(rows)[:most])


def public_rows() -> "QuerySet[Revision]":
    """The same for its public page, a few for a kept statement."""
    rows = access.visible(access.published(PageKind.NEWS, NETWORK), as_member=False)
    return _newest(rows)[:SHORT_LIST]


def items_of(network: "Network", rows: "Iterable[Revision]") -> list[NewsItem]:
    """Those without their pictures."""
    return _items(network, rows, bare=True)


def news_page(
    network: "Network", *, as_member: bool, number: str, successes: bool
) -> tuple[Paged[NewsItem], bool]:
    """One page of the list, and whether any news tells of a success. Up to three queries."""
    rows = access.visible(access.published(PageKind.NEWS, network), as_member=as_member)
    worked = rows.filter(success=True)
    found = paged(_newest(worked if successes else rows), number, A_PAGE)
    items = Paged(_items(network, found.rows), found.total, found.page)
    return items, found.total > 0 if successes else worked.exists()


def news_item(network: "Network", uuid: UUID, *, as_member: bool) -> Revision:
    """One item. NotFound for what this reader may not see."""
    rows = access.visible(access.published(PageKind.NEWS, network), as_member=as_member)
    found = rows.filter(page__uuid=uuid).select_related("written_by").first()
    if found is None:
        raise NotFound
    return found


def _newest(rows: "QuerySet[Revision]") -> "QuerySet[Revision]":
    return rows.defer("body", "words").order_by("-page__first_published_at", "-page_id")


def _items(network: "Network", rows: "Iterable[Revision]", *, bare: bool = False) -> list[NewsItem]:
    found = list(rows)
    pictures = {} if bare else first_pictures(found)
    return [
        NewsItem(
            uuid=row.page.uuid,
            title=row.title,
            summary=row.summary,
            published_at=row.page.first_published_at or row.page.created_at,
            updated_at=row.published_at or row.page.created_at,
            url=str(address("library:news_item", slug=network.slug, uuid=row.page.uuid)),
            success=row.success,
            for_members=row.audience != "everybody",
            language=row.page.language,
            picture=pictures.get(row.pk),
        )
        for row in found
    ]


def writer_of(revision: Revision) -> str:
    """Who wrote it, for members; empty when that name was taken out."""
    return revision.written_by.name if revision.written_by else ""


def may_change(actor: Actor, network: "Network", revision: Revision) -> bool:
    """Whether the actor may write a next version."""
    desk = access.check_desk(actor, network)
    return access.may_begin_version(actor, desk, revision.page)


def latest(network: "Network", most: int) -> list[NewsItem]:
    """The newest for members, without pictures. One query."""
    return _items(network, _newest(access.published(PageKind.NEWS, network))[:most], bare=True)
