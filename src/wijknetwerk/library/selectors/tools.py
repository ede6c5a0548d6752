"""Tools: to find one, to read one, and those that serve at a step of the route."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q

from wijknetwerk.core.addresses import address
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.stems import fold
from wijknetwerk.library import access
from wijknetwerk.library.about import About, time_class
from wijknetwerk.library.models import PageKind, Revision
from wijknetwerk.library.selectors.shown import language_now

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class ToolCard:
    """A tool in a list. `own`: a network's own one, or its own version of one of the platform's."""

    uuid: UUID
    code: str
    title: str
    summary: str
    about: About
    url: str
    language: str
    own: bool = False
    adapts: bool = False
    words: str = ""

    @property
    def foreign(self) -> bool:
        """Whether it is in another language than the reader's."""
        return self.language != language_now()

    @property
    def facts(self) -> str:
        """How long and with how many, on one line."""
        return " · ".join(part for part in (self.about.time_words, self.about.group_words) if part)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader looks for: words, a phase, for whom, how long."""

    q: str = ""
    phase: str = ""
    reader: str = ""
    time: str = ""

    def fits(self, card: ToolCard) -> bool:
        """Whether a tool is what the reader looks for."""
        about = card.about
        return (
            (not self.phase or self.phase in about.phases)
            and (not self.reader or self.reader in about.reader)
            and (not self.time or self.time == time_class(about.minutes))
            and _holds(card, self.q)
        )


def _holds(card: ToolCard, q: str) -> bool:
    if not q.strip():
        return True
    text = fold(f"{card.title} {card.summary} {card.words}")
    return all(word in text for word in fold(q).split())


def all_tools(
    network: "Network | None" = None, *, with_words: bool = False, step: str = ""
) -> list[ToolCard]:
    """The platform's tools, each once, in the reader's language where there is one; with those of
    a network, whose own versions stand in place of what they adapt; of one step of the route, or
    all. One query."""
    rows = access.published_for(PageKind.TOOL, network)
    if step:  # few rows come from the database; the list itself says which of them
        rows = rows.filter(Q(network__isnull=False) | Q(about__steps__icontains=step))
    rows = rows.defer("body") if with_words else rows.defer("body", "words")
    cards = [_card(row, network, with_words=with_words) for row in rows.order_by("pk")]
    theirs = [card for card in cards if card.own]
    adapted = {card.code for card in theirs if card.adapts}
    ours = in_my_language(card for card in cards if not card.own)
    found = [*theirs, *(card for card in ours if card.code not in adapted)]
    if step:
        found = [card for card in found if step in card.about.steps]
    return sorted(found, key=lambda card: (not card.own, card.about.order, card.title.lower()))


def in_my_language(cards: Iterable[ToolCard]) -> Iterable[ToolCard]:
    """Each code once: in the reader's language, else in the one there is."""
    chosen: dict[str, ToolCard] = {}
    for card in cards:
        if card.code not in chosen or not card.foreign:
            chosen[card.code] = card
    return chosen.values()


def _card(row: Revision, network: "Network | None", *, with_words: bool) -> ToolCard:
    own = row.network_id is not None
    uuid = row.page.uuid
    if own and network is not None:
        url = address("library:own_tool", slug=network.slug, uuid=uuid)
    else:
        url = address("library:tool", code=row.page.code)
    return ToolCard(
        uuid=uuid,
        code=row.page.adapts if own else row.page.code,
        title=row.title,
        summary=row.summary,
        about=About.of(row.about),
        url=url,
        language=row.page.language,
        own=own,
        adapts=bool(row.page.adapts),
        words=row.words if with_words else "",
    )


def for_step(step: str, network: "Network | None" = None) -> list[ToolCard]:
    """The tools that serve at a step of the route; a network's own ones first."""
    return all_tools(network, step=step)


def coded(codes: Sequence[str]) -> list[ToolCard]:
    """The platform's tools with these codes, in this order. No query without codes."""
    if not codes:
        return []
    by_code = {card.code: card for card in all_tools()}
    return [by_code[code] for code in codes if code in by_code]


def tool(code: str, kind: str = PageKind.TOOL) -> tuple[Revision, list[str]]:
    """A page of the platform by its address, in the reader's language where it can be, and the
    other languages in which it is there. NotFound without any."""
    rows = list(access.published(kind).filter(page__code=code).order_by("pk"))
    if not rows:
        raise NotFound
    mine = next((row for row in rows if row.page.language == language_now()), rows[0])
    return mine, [row.page.language for row in rows if row.pk != mine.pk]


def own_tool(network: "Network", uuid: UUID) -> Revision:
    """A network's own tool. NotFound for one that is not published."""
    found = access.published(PageKind.TOOL, network).filter(page__uuid=uuid).first()
    if found is None:
        raise NotFound
    return found
