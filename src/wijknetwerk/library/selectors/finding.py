"""Published pages as they can be found, and as others may link to them."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from django.db.models import Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import Linked, SearchText
from wijknetwerk.core.registries.search import Here, Stands
from wijknetwerk.library.models import Audience, PageKind, Revision, State
from wijknetwerk.networks.access import public_networks

PAGE = "library.page"
NEWS = "library.news"


def kind_of(revision: Revision) -> str:
    """Under which kind a page is found and linked to."""
    return NEWS if revision.page.kind == PageKind.NEWS else PAGE


def found_as(revision: Revision) -> SearchText:
    """A published version as it can be found. What others may not read of it is not in it."""
    return SearchText(
        kind=kind_of(revision),
        uuid=revision.page.uuid,
        network_id=revision.network_id,
        title=revision.title,
        body=f"{revision.summary} {revision.words}".strip(),
        audience=revision.audience,
        language=revision.page.language,
    )


def entries(kind: str, network_id: int | None) -> Iterator[SearchText]:
    """Everything of a kind that is published, of one network or of all and the platform."""
    rows = Revision.objects.filter(state=State.PUBLISHED).select_related("page")
    news = Q(page__kind=PageKind.NEWS)
    rows = rows.filter(news if kind == NEWS else ~news)
    if network_id is not None:
        rows = rows.filter(network_id=network_id)
    for row in rows.order_by("pk"):
        yield found_as(row)


def resolve(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    """The published pages among these that the actor may read. One query.

    A network's own tools are for its members, also those that were published for everybody."""
    public = Q(network__in=public_networks(), audience=Audience.EVERYBODY) & Q(
        page__kind=PageKind.NEWS
    )
    mine = Q(network__in=actor.network_ids)
    may = Q(network=None) | public | mine
    rows = Revision.objects.filter(may, state=State.PUBLISHED, page__uuid__in=uuids)
    return {
        row.page.uuid: Linked(row.title, address_of(row))
        for row in rows.select_related("page", "network").defer("body", "words")
    }


def _url(_actor: Actor, here: Here) -> str:
    kind, code = here.detail.split(" ", 1)
    return _address(kind, code, here.slug, here.uuid)


STANDS = Stands(
    lambda: QuerySet(Revision).filter(state=State.PUBLISHED),
    _url,
    for_all=Q(network=None) | Q(page__kind=PageKind.NEWS, audience=Audience.EVERYBODY),
    detail=Concat(
        Cast("page__kind", TextField()),
        Value(" ", TextField()),
        Cast("page__code", TextField()),
    ),
    uuid="page__uuid",
)


def address_of(revision: Revision) -> str:
    """Where a published version is read. Its page and network must be at hand."""
    page, network = revision.page, revision.network
    return _address(page.kind, page.code, network.slug if network else "", page.uuid)


def _address(kind: str, code: str, slug: str, uuid: UUID) -> str:
    if not slug:
        name = "library:tool" if kind == PageKind.TOOL else "library:question"
        return str(address(name, code=code))
    name = "library:own_tool" if kind == PageKind.TOOL else "library:news_item"
    return str(address(name, slug=slug, uuid=uuid))
