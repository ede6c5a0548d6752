"""Comparing what can be found with what should be, and mending it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.core.registries import SearchSource, SearchText, search_sources
from wijknetwerk.core.stems import fold
from wijknetwerk.networks.models import Network, SearchEntry, SearchNear, SearchWord
from wijknetwerk.networks.services import search
from wijknetwerk.networks.words_near import may_be_near


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that was missing in the index, too much, or other than it should be."""

    kind: str
    subject: str
    what: str  # missing | too much | changed


def rebuild(*, actor: Actor) -> list[Difference]:
    """Bring the whole index in line with what the apps have; what it found. By the system.

    Kinds that nobody registers any more are dropped.
    """
    if not actor.is_system:
        raise NotAllowed
    found: list[Difference] = []
    for code, source in search_sources.items():
        with transaction.atomic():
            found += list(_rebuild_kind(code, source))
    with transaction.atomic():
        unknown = SearchEntry.objects.exclude(kind__in=[code for code, _ in search_sources.items()])
        found += [Difference(row.kind, str(row.subject), "too much") for row in unknown]
        search.drop(unknown)
    with transaction.atomic():
        return found + list(_mend_near())


def of_examples() -> None:
    """For the demo, after everything else is loaded: what was stored past services is found too."""
    actor = Actor.system("demo.example")
    with scope.acting(actor):
        rebuild(actor=actor)


@transaction.atomic
def bring_in_step(kind: str) -> None:
    """The same for one kind, for who loads all of it at once; with its rows in scope."""
    list(_rebuild_kind(kind, search_sources[kind]))


def _rebuild_kind(kind: str, source: SearchSource) -> Iterator[Difference]:
    rows = SearchEntry.objects.filter(kind=kind).select_for_update(of=("self",))
    there = {row.subject: row for row in rows}
    stopped = set(Network.objects.exclude(stopped_on=None).values_list("pk", flat=True))
    texts = (text for text in source.entries(None) if text.network_id not in stopped)
    wanted = {text.uuid: text for text in texts}
    missing = [wanted[uuid] for uuid in wanted if uuid not in there]
    search.add_all(missing)
    yield from (Difference(kind, str(text.uuid), "missing") for text in missing)
    too_much = [row for subject, row in there.items() if subject not in wanted]
    search.drop(too_much)
    yield from (Difference(kind, str(row.subject), "too much") for row in too_much)
    both = {subject: row for subject, row in there.items() if subject in wanted}
    for subject in _differing(both, wanted):
        search.keep(wanted[subject])
        yield Difference(kind, str(subject), "changed")


def _differing(rows: dict[UUID, SearchEntry], wanted: dict[UUID, SearchText]) -> list[UUID]:
    homes = Network.objects.in_bulk({one.network_id for one in wanted.values() if one.network_id})
    stored = _stored_words([row.pk for row in rows.values()])
    found = []
    for subject, row in rows.items():
        text = wanted[subject]
        right = search.columns(text, homes[text.network_id] if text.network_id else None)
        weights, _said = search.weigh(row)
        words = {(row.network_id, stem): weight for stem, weight in weights.items()}
        same = all(getattr(row, name) == value for name, value in right.items())
        if not same or stored.get(row.pk, {}) != words:
            found.append(subject)
    return found


def _stored_words(entries: list[int]) -> dict[int, dict[tuple[int | None, str], int]]:
    found: dict[int, dict[tuple[int | None, str], int]] = defaultdict(dict)
    for at in range(0, len(entries), 500):
        rows = SearchWord.objects.filter(entry__in=entries[at : at + 500])
        for entry, network, stem, weight in rows.values_list(
            "entry_id", "network_id", "stem", "weight"
        ):
            found[entry][network, stem] = weight
    return found


def _mend_near() -> Iterator[Difference]:
    """Words near others: those of the entries, under the same stems, and no others."""
    wanted: dict[int | None, dict[str, str]] = defaultdict(dict)
    for entry in SearchEntry.objects.order_by("pk").iterator(chunk_size=500):
        _weights, said = search.weigh(entry)
        wanted[entry.network_id] |= {word: said[word] for word in said if may_be_near(word)}
    there: dict[int | None, set[str]] = defaultdict(set)
    for network, word in SearchNear.objects.values_list("network_id", "word").distinct():
        there[network].add(word)
    for place in sorted(wanted.keys() | there.keys(), key=str):
        for word in sorted(there[place] - wanted[place].keys()):
            SearchNear.objects.filter(network=place, word=word).delete()
            yield Difference("words", fold(word), "too much")
        missing = sorted(wanted[place].keys() - there[place])
        search.keep_near(place, {word: wanted[place][word] for word in missing})
        yield from (Difference("words", fold(word), "missing") for word in missing)
