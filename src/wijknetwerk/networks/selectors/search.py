"""Finding by typing: over all that is public, and over what members of my networks may find.

The order is the same on every database: first what has every word whole, by the weights of its
stems, which are whole numbers, then the newest thing. A hit is shown only when its own app
resolves it for this reader, so that neither rows nor pages tell of what may not be opened; there
is no total.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Linked, search_sources
from wijknetwerk.core.stems import LONGEST, fold, stem, words
from wijknetwerk.networks import access_search
from wijknetwerk.networks.selectors.search_entries import Entry
from wijknetwerk.networks.selectors.search_seen import seen
from wijknetwerk.networks.selectors.search_snippet import Marker, Snippet
from wijknetwerk.networks.selectors.search_sql import Word, entries_with

SIZE, MOST_PAGES, MOST_WORDS, MOST_LOOKED_AT = 20, 10, 6, 1000
SPARE = 4  # what is fetched beside a page, for hits that turn out not to be this reader's
SHORTEST_PREFIX = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """One word that somebody typed: its stems, and its beginning when it may go on."""

    typed: str
    stems: tuple[str, ...]
    prefix: str = ""

    def answers(self, one: str) -> bool:
        """Whether this stem of a text answers to it."""
        return one in self.stems or bool(self.prefix and one.startswith(self.prefix))


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that this reader may open, and why it was found."""

    title: str
    url: str
    word: str
    network: str
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits, and whether there is another."""

    asked: list[Asked]
    hits: list[Hit] = field(default_factory=list)
    number: int = 1
    more: bool = False


def asked_in(text: str) -> list[Asked]:
    """The words of a question. Stop words count only when there is nothing else; the last word
    may be the beginning of a longer one."""
    typed = [match.group() for match in words(text)][:MOST_WORDS]
    open_ended = bool(typed) and text.rstrip().endswith(typed[-1])
    found = []
    for at, word in enumerate(typed):
        both = dict.fromkeys(one for one in (stem(word, "nl"), stem(word, "en")) if one)
        goes_on = open_ended and at == len(typed) - 1 and len(fold(word)) >= SHORTEST_PREFIX
        if stem(word, "nl"):
            prefix = fold(word)[:LONGEST] if goes_on else ""
            found.append(Asked(word, tuple(both), prefix if prefix.isascii() else ""))
    return found


def find(actor: Actor, text: str, number: int = 1) -> Found:
    """One page of hits. Three queries, whatever kinds are found, and one for each kind that doesn't
    say how it stands (`registries.search.Stands`); seldom one more."""
    asked = asked_in(text)
    number = max(1, min(number, MOST_PAGES))
    if not asked:
        return Found(asked)
    start, wanted = SIZE * (number - 1), SIZE * number + 1
    most = wanted + SPARE
    while True:
        entries = best(actor, asked, most)
        there = openable(actor, entries)
        if len(there) >= wanted or len(entries) < most or most >= MOST_LOOKED_AT:
            break
        most = min(most * 4, MOST_LOOKED_AT)
    page = there[start : start + SIZE]
    marker, kinds = Marker(asked), {entry.kind for entry, _link in page}
    said = {kind: str(search_sources[kind].word).capitalize() for kind in kinds}
    shown = [_hit(*one, said[one[0].kind], marker) for one in page]
    return Found(asked, shown, number, len(there) >= wanted and number < MOST_PAGES)


def best(actor: Actor, asked: Sequence[Asked], most: int) -> list[Entry]:
    """The entries that have all these words, the best first. Those in which the last word
    only begins so come after the others."""
    words = [Word(one.stems, one.prefix) for one in asked]
    return entries_with(words, access_search.places(actor), most)


def openable(actor: Actor, entries: Sequence[Entry]) -> list[tuple[Entry, Linked]]:
    """Those that this reader may open now, in the same order."""
    entries = [one for one in entries if access_search.may_find(actor, one)]
    with access_search.homes_of(entries):
        found = seen(actor, entries)
    return [
        (entry, link)
        for entry in entries
        if (link := found.get((entry.kind, entry.subject))) and search_sources.get(entry.kind)
    ]


def _hit(entry: Entry, link: Linked, word: str, marker: Marker) -> Hit:
    return Hit(
        title=link.title,
        url=link.url,
        word=word,
        network=entry.home_name,
        snippet=marker.snippet(link.title, entry.body, entry.language),
    )
