"""Finding by typing: over all that is public, and over what members of my networks may find.

The order is the same on every database: by the weights of the stems, which are whole numbers, then
the newest thing. A hit is shown only when its own app resolves it for this reader, so that neither
rows nor pages tell of what may not be opened; there is no total.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Case, F, IntegerField, Max, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils.functional import Promise

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import linked, search_sources
from wijknetwerk.core.stems import LONGEST, fold, stem, words
from wijknetwerk.networks import access_search
from wijknetwerk.networks.models import SearchEntry, SearchWord
from wijknetwerk.networks.selectors.search_snippet import Snippet, snippet_of

SIZE, MOST_PAGES, MOST_WORDS, MOST_LOOKED_AT = 20, 10, 8, 1000
SPARE = 12  # what is fetched beside a page, for hits that turn out not to be this reader's
SHORTEST_PREFIX = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """One word that somebody typed: its stems, and its beginning when it may go on."""

    typed: str
    stems: tuple[str, ...]
    prefix: str = ""

    @property
    def condition(self) -> Q:
        """The rows of the index that answer to it."""
        if not self.prefix:
            return Q(stem__in=self.stems)
        # A range, not LIKE: an ordinary index serves it, in any collation of letters and digits.
        last = self.prefix.ljust(LONGEST, "z")
        return Q(stem__in=self.stems) | Q(stem__gte=self.prefix, stem__lte=last)

    def answers(self, one: str) -> bool:
        """Whether this stem of a text answers to it."""
        return one in self.stems or bool(self.prefix and one.startswith(self.prefix))


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that this reader may open, and why it was found."""

    title: str
    url: str
    word: str | Promise
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
    """One page of hits. Two queries, and one for each kind of thing that is found."""
    asked = asked_in(text)
    number = max(1, min(number, MOST_PAGES))
    if not asked:
        return Found(asked)
    wanted, at, step = SIZE * number + 1, 0, SIZE * number + SPARE
    hits: list[Hit] = []
    while len(hits) < wanted and at < MOST_LOOKED_AT:
        keys = best(actor, asked, at, step)
        hits += _hits(actor, entries_of(actor, keys), asked)
        at += step
        if len(keys) < step:
            break
    start = SIZE * (number - 1)
    more = len(hits) > start + SIZE and number < MOST_PAGES
    return Found(asked, hits[start : start + SIZE], number, more)


def best(actor: Actor, asked: Sequence[Asked], at: int, size: int) -> list[int]:
    """Keys of entries that have all these words, best first. What was typed whole counts double."""
    rows = SearchWord.objects.filter(access_search.mine(actor)).filter(_any(asked))
    grouped: QuerySet[SearchWord, dict[str, int]] = rows.values("entry_id")
    score: F | Coalesce | object = Value(0)
    for number, one in enumerate(asked):
        name = f"has_{number}"
        whole = When(stem__in=one.stems, then=F("weight") * 2)
        begun = When(one.condition, then=F("weight"))
        weighs = Max(Case(whole, begun, default=0, output_field=IntegerField()))
        grouped = grouped.annotate(**{name: weighs}).filter(**{f"{name}__gt": 0})
        score = F(name) if number == 0 else score + F(name)  # type: ignore[operator]
    ordered = grouped.annotate(score=score).order_by("-score", "-entry_id")  # type: ignore[arg-type]
    return list(ordered.values_list("entry_id", flat=True)[at : at + size])


def entries_of(actor: Actor, keys: Sequence[int]) -> list[SearchEntry]:
    """These entries with their homes, in this order, as far as the actor may find them."""
    found = SearchEntry.objects.select_related("home").in_bulk(keys)
    there = [found[key] for key in keys if key in found]
    return [entry for entry in there if access_search.may_find(actor, entry)]


def _any(asked: Iterable[Asked]) -> Q:
    condition = Q()
    for one in asked:
        condition |= one.condition
    return condition


def openable(actor: Actor, entries: Sequence[SearchEntry]) -> list[tuple[SearchEntry, str, str]]:
    """Those that this reader may open now, with title and address, in the same order."""
    with access_search.homes_of(entries):
        found = linked(actor, ((entry.kind, entry.subject) for entry in entries))
    return [
        (entry, link.title, link.url)
        for entry in entries
        if (link := found.get((entry.kind, entry.subject)))
    ]


def _hits(actor: Actor, entries: Sequence[SearchEntry], asked: Sequence[Asked]) -> list[Hit]:
    return [
        Hit(
            title=title,
            url=url,
            word=search_sources[entry.kind].word,
            network=entry.home.name if entry.home else "",
            snippet=snippet_of(entry, title, asked),
        )
        for entry, title, url in openable(actor, entries)
        if search_sources.get(entry.kind)
    ]
