"""Keeping the index of what can be found in step (core.registries.search). See docs/search.md."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from wijknetwerk.core import scope
from wijknetwerk.core.registries import Audience, SearchText
from wijknetwerk.core.stems import fold, stem, words
from wijknetwerk.networks import access_search
from wijknetwerk.networks.models import (
    Network,
    SearchEntry,
    SearchNear,
    SearchWord,
    Team,
    TeamStatus,
    Visibility,
)
from wijknetwerk.networks.selectors.search_texts import TEAM, network_text, team_text
from wijknetwerk.networks.services import search_rows
from wijknetwerk.networks.words_near import keys_of, may_be_near

LONGEST_BODY = 20_000
IN_TITLE, IN_SHORT_TITLE, MOST_IN_BODY, SHORT = 20, 30, 9, 3


@transaction.atomic(savepoint=False)
def keep(text: SearchText) -> bool:
    """Let a thing be found as it stands now; whether that changed anything.

    Belongs in the transaction of the change, with the network's rows in scope. ValueError for
    content of the platform that only members may find: there is no such thing.
    """
    scope.require(() if text.network_id is None else (text.network_id,))
    wanted = columns(text, search_rows.home_of(text.network_id))
    entry, made = search_rows.entry_of(text.kind, text.uuid, wanted)
    changed = made or any(getattr(entry, name) != value for name, value in wanted.items())
    if changed and not made:
        for name, value in wanted.items():
            setattr(entry, name, value)
        entry.save(update_fields=[name.removesuffix("_id") for name in wanted])
    return _keep_words(entry, is_new=made) or changed


def columns(text: SearchText, home: Any) -> dict[str, Any]:
    """The row of a thing, apart from what it is."""
    if home is None and text.audience != Audience.EVERYBODY:
        raise ValueError(f"{text.kind}: what is of no network is for everybody")
    return {
        "home_id": text.network_id,
        "network_id": _row_network(home, text.audience),
        "audience": Audience(text.audience).value,
        "language": text.language,
        "title": text.title[:300],
        "body": text.body[:LONGEST_BODY],
    }


@transaction.atomic
def add_all(texts: Iterable[SearchText]) -> None:
    """The same for many things of which none can be found yet, in a few statements."""
    texts = list(texts)
    homes = Network.objects.in_bulk({one.network_id for one in texts if one.network_id})
    entries = SearchEntry.objects.bulk_create(
        SearchEntry(
            kind=text.kind,
            subject=text.uuid,
            **columns(text, homes[text.network_id] if text.network_id else None),
        )
        for text in texts
    )
    rows: list[tuple[int | None, int, str, int]] = []
    said: dict[int | None, dict[str, str]] = {}
    for entry in entries:
        weights, words_said = weigh(entry)
        place = entry.network_id
        rows += ((place, entry.pk, one, weight) for one, weight in weights.items())
        said.setdefault(place, {}).update(words_said)
    search_rows.add_words(rows)
    for place, words_said in said.items():
        keep_near(place, words_said)


def forget(kind: str, uuid: UUID) -> bool:
    """Let a thing be found no more; whether it could be. In the transaction of the change."""
    return bool(drop(SearchEntry.objects.filter(kind=kind, subject=uuid)))


@transaction.atomic
def drop(entries: Iterable[SearchEntry]) -> int:
    """Take these entries out of the index, with the words that stand nowhere else."""
    gone = list(entries)
    for entry in gone:
        theirs = SearchWord.objects.filter(entry=entry)
        old = {(row.network_id, row.stem) for row in theirs}
        theirs.delete()
        SearchEntry.objects.filter(pk=entry.pk).delete()
        _drop_near(old)
    return len(gone)


@transaction.atomic
def follow(network: Network) -> None:
    """After a network became public, or stopped being so: who may find its things follows."""
    for entry in SearchEntry.objects.filter(home=network).select_for_update(of=("self",)):
        row_network = _row_network(network, entry.audience)
        if entry.network_id != row_network:
            entry.network_id = row_network
            entry.save(update_fields=["network"])
            _keep_words(entry)


@transaction.atomic
def network_changed(network: Network) -> None:
    """After what a network says, or who may see it, changed. One that stopped is found no more,
    nor is anything of it."""
    with scope.including(network.pk, network.uuid):
        if network.stopped_on is not None or network.visibility == Visibility.DRAFT:
            drop(SearchEntry.objects.filter(home=network))
            return
        keep(network_text(network))
        follow(network)


def team_changed(team: Team) -> None:
    """After a team was made or changed; one that ended is read, not found."""
    if team.status == TeamStatus.ENDED:
        forget(TEAM, team.uuid)
    else:
        keep(team_text(team))


def _row_network(home: Any, audience: str) -> int | None:
    """The network whose members alone may find it; None when everybody may."""
    if home is None or (audience == Audience.EVERYBODY and access_search.is_open(home)):
        return None
    network_id: int = home.pk
    return network_id


def _keep_words(entry: SearchEntry, *, is_new: bool = False) -> bool:
    """Bring the stems of an entry in line with its text; only what differs is written."""
    wanted, said = weigh(entry)
    before = () if is_new else SearchWord.objects.filter(entry=entry)
    there = {row.stem: row for row in before}
    place = entry.network_id
    old = [
        row
        for row in there.values()
        if row.network_id != place or wanted.get(row.stem) != row.weight
    ]
    kept = there.keys() - {row.stem for row in old}
    new = [one for one in wanted if one not in kept]
    if old:
        SearchWord.objects.filter(pk__in=[row.pk for row in old]).delete()
    search_rows.add_words([(place, entry.pk, one, wanted[one]) for one in new])
    _drop_near({(row.network_id, row.stem) for row in old} - {(place, one) for one in new})
    keep_near(place, {word: said[word] for word in said if said[word] in new})
    return bool(old or new)


def weigh(entry: SearchEntry) -> tuple[dict[str, int], dict[str, str]]:
    """The weight of each stem, and the stem of each word as it was written."""
    said: dict[str, str] = {}
    counts: dict[str, int] = {}
    title = _counted(entry.title, entry.language, said)
    for one, times in _counted(entry.body, entry.language, said).items():
        counts[one] = min(times, MOST_IN_BODY)
    for one in title:
        more = IN_SHORT_TITLE if len(title) <= SHORT else IN_TITLE
        counts[one] = counts.get(one, 0) + more
    return counts, said


def _counted(text: str, language: str, said: dict[str, str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for match in words(text):
        if one := stem(match.group(), language):
            found[one] += 1
            said.setdefault(match.group().lower(), one)
    return found


def keep_near(place: int | None, said: dict[str, str]) -> None:
    """Words that may be meant when somebody types something like them."""
    usable = {word: one for word, one in said.items() if may_be_near(word)}
    if not usable:
        return
    there: set[str] = set()
    for some in batched(sorted({fold(word) for word in usable}), 500):
        there |= search_rows.words_under(place, some)
    search_rows.add_near(
        [
            (place, key, word, one)
            for word, one in usable.items()
            if word not in there
            for key in keys_of(fold(word))
        ]
    )


def _drop_near(old: Iterable[tuple[int | None, str]]) -> None:
    """Words of stems that stand in no entry of this audience any more."""
    by_place: dict[int | None, set[str]] = {}
    for place, one in old:
        by_place.setdefault(place, set()).add(one)
    for place, gone in by_place.items():
        still = SearchWord.objects.filter(network=place, stem__in=gone)
        over = gone - set(still.values_list("stem", flat=True).distinct())
        if over:
            SearchNear.objects.filter(network=place, stem__in=over).delete()


def batched(items: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Parts of at most so many."""
    return (items[at : at + size] for at in range(0, len(items), size))
