"""The kinds of help of a network: the shipped ones and its own; and which one somebody means."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from wijknetwerk.core.stems import stems
from wijknetwerk.mutual_aid import kinds
from wijknetwerk.mutual_aid.kinds import Kind
from wijknetwerk.mutual_aid.models import OwnKind

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wijknetwerk.networks.models import Network

FEW = 3


def own_rows(network: Any) -> "QuerySet[OwnKind]":
    """The network's own kinds, for `with_own`; of a network or a slot for one."""
    return OwnKind.objects.filter(network=network, ended_on=None).order_by("title")


def all_of(network: "Network") -> dict[str, Kind]:
    """All kinds by code: each of the first level followed by its own; one query."""
    return with_own(own_rows(network))


def with_own(rows: Iterable[OwnKind]) -> dict[str, Kind]:
    """The same, when a network's own kinds were read already."""
    found = dict(kinds.shipped())
    for row in rows:
        first = row.code.split(".", 1)[0]
        if first in found:
            words = frozenset(stems(f"{row.title} {' '.join(row.words)}"))
            found[row.code] = Kind(row.code, row.title, found[first].icon, words)
    order = list(kinds.shipped())
    place = {code: number for number, code in enumerate(order)}
    return dict(sorted(found.items(), key=lambda entry: (place[entry[1].first], "." in entry[0])))


def title_of(found: dict[str, Kind], code: str) -> str:
    """What a kind is called; a kind that is not there any more by its first level, else empty."""
    kind = found.get(code) or found.get(code.split(".", 1)[0])
    return kind.title if kind else ""


def suggested(found: dict[str, Kind], words: str) -> list[Kind]:
    """The kinds that somebody may mean by these words, the likeliest first; at most three. Only the
    words decide: the more of them belong to a kind, and to few others, the likelier."""
    said = set(stems(words))
    spread: dict[str, int] = {}
    for kind in found.values():
        for stem in kind.stems & said:
            spread[stem] = spread.get(stem, 0) + 1
    weight = {
        kind.code: sum(1 / spread[stem] for stem in kind.stems & said) for kind in found.values()
    }
    likely = sorted((code for code in weight if weight[code]), key=lambda code: -weight[code])
    return [found[code] for code in likely[:FEW]]


def all_and_own(network: "Network") -> tuple[dict[str, Kind], list[tuple[str, str, str]]]:
    """All kinds, and of the network's own code, title, and the words by which each is suggested;
    one query."""
    rows = list(own_rows(network))
    return with_own(rows), [(row.code, row.title, ", ".join(row.words)) for row in rows]
