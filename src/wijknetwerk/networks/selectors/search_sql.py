"""The statements of searching, written out: what a page asks here makes or breaks its budget.

They read `SearchWord` past its manager, so who calls names the places (networks, None for what
everybody may find) and `scope.require` guards them; on PostgreSQL the row policy stands behind.
"""

# ruff: noqa: S608 - put together from constants; every value is a parameter

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from wijknetwerk.core import scope
from wijknetwerk.core.stems import LONGEST
from wijknetwerk.networks.selectors.search_entries import Entry, Sql, entries_by, rows_of

Place = int | None
MOST_BEGUN = 1500  # rows of longer words that are looked at for a beginning, in their order
MANY = 700  # rows of one word; when no word has more, nor all together twice, all are read
FEW = 100  # rows of one word, of which each entry is looked through
LOOKED_AT = 40  # of several words that all stand in many: rows of each that are looked at first
BELOW = 100_000  # more than all words of a question can weigh together
ALL = 1_000_000  # entries


@dataclass(frozen=True, slots=True)
class Word:
    """One word to look up: any of these stems, or else a stem that begins with `prefix`."""

    stems: tuple[str, ...]
    prefix: str = ""


def entries_with(words: Sequence[Word], places: Sequence[Place], most: int) -> list[Entry]:
    """The entries that have all these words, by the sum of their weights, then the newest.
    Where a word only begins so, they come after all others. One or two statements, seldom three."""
    scope.require(tuple(place for place in places if place is not None))
    if not words:
        return []
    if len(words) == 1:
        return _with_one(words[0], places, most)
    words, counts = _numbered(words, rows_of(*_counted(words, places)))
    if not min(counts):
        return []
    if max(counts) < MANY and sum(counts) < 2 * MANY:
        return entries_by(_in_all(words, places, most))
    rarest = counts.index(min(counts))
    words = [words[rarest], *words[:rarest], *words[rarest + 1 :]]
    of_rarest = _best_among(*_all_of(words[0], places), words, most)
    if min(counts) < FEW:
        return entries_by(of_rarest)
    # Each word stands in many: entries in which one of them weighs most are looked at first.
    found = entries_by(_best_among(*_heaviest_of(words, places), words, most))
    return found if len(found) >= most else _each_once(found, entries_by(of_rarest))[:most]


def _numbered(words: Sequence[Word], rows: list[tuple[Any, ...]]) -> tuple[list[Word], list[int]]:
    """The words with how many rows each has. The last is no beginning any more where it stands
    in many entries as it is, or where no other word begins so."""
    counts = [count for (count,) in rows]
    last, begun = words[-1], counts.pop() if words[-1].prefix else 0
    if last.prefix and counts[-1] < FEW and begun:
        counts[-1] += begun
    else:
        last = replace(last, prefix="")
    return [*words[:-1], last], counts


def _with_one(word: Word, places: Sequence[Place], most: int) -> list[Entry]:
    found = entries_by(_one(word, places, most))[:most]
    if len(found) < most and word.prefix:
        found = _each_once(found, entries_by(_begun(word, places)))
    return found[:most]


def _each_once(*found: list[Entry]) -> list[Entry]:
    return list({entry.pk: entry for some in found for entry in some}.values())


_BEST = "ORDER BY 2 DESC, 1 DESC LIMIT %s"


def _one(word: Word, places: Sequence[Place], most: int) -> Sql:
    """The heaviest of each place, straight from the index, however many there are."""
    sql, params = _heaviest(word, places, most)
    rows = most * len(word.stems)  # as often as one entry can answer
    return f"SELECT entry_id, score FROM ({sql}) AS found {_BEST}", [*params, rows]


def _heaviest(word: Word, places: Sequence[Place], most: int) -> Sql:
    """The first `most` rows of each place and stem, as the index has them."""
    parts, params = [], list[Any]()
    for stem in word.stems:
        for place in places:
            where, value = _place("network_id", place)
            parts.append(
                "SELECT * FROM (SELECT entry_id, weight AS score FROM networks_searchword"
                f" WHERE stem = %s AND {where} ORDER BY weight DESC, entry_id DESC LIMIT %s) AS a"
            )
            params += [stem, *value, most]
    return " UNION ALL ".join(parts), params


def _begun(word: Word, places: Sequence[Place], most: int = MOST_BEGUN) -> Sql:
    where, params = _begins("w", word)
    there, more = _places("w", places)
    return (
        "SELECT entry_id, MAX(weight) AS score FROM (SELECT w.entry_id, w.weight FROM"
        f" networks_searchword w WHERE {where} AND {there}"
        " ORDER BY w.stem, w.network_id, w.weight DESC, w.entry_id DESC LIMIT %s) AS begun"
        f" GROUP BY entry_id {_BEST}",
        [*params, *more, most, most],
    )


def _counted(words: Sequence[Word], places: Sequence[Place]) -> Sql:
    """For each word how many rows there are, up to `MANY` in a place; and after a last word that
    may go on, for those that begin so, where that matters (`_numbered`)."""
    parts, params = list[str](), list[Any]()
    for word in words:
        count, values = _count(word, places, MANY)
        parts.append(count)
        params += values
    if words[-1].prefix:
        few, values = _count(words[-1], places, FEW)
        where, more = _begins("h", words[-1])
        there, of_places = _places("h", places)
        begun = f"{_COUNT} WHERE {where} AND {there} LIMIT %s) AS a)"
        parts.append(f"CASE WHEN {few} < {FEW} THEN {begun} ELSE 0 END")
        params += [*values, *more, *of_places, MANY]
    rows = " UNION ALL ".join(f"SELECT {at} AS word, {one} AS n" for at, one in enumerate(parts))
    return f"SELECT n FROM ({rows}) AS counted ORDER BY word", params


_COUNT = "(SELECT COUNT(*) FROM (SELECT 1 FROM networks_searchword h"


def _count(word: Word, places: Sequence[Place], most: int) -> Sql:
    """How many rows the word itself has, up to so many in each place."""
    counts, params = list[str](), list[Any]()
    condition, values = _is("h", word)
    for place in places:
        where, value = _place("h.network_id", place)
        counts.append(f"{_COUNT} WHERE {condition} AND {where} LIMIT %s) AS a)")
        params += [*values, *value, most]
    return " + ".join(counts), params


def _ways(word: Word) -> list[Sql]:
    """The word itself, and words that begin like it."""
    return [_is("h", word), *([_begins("h", word)] if word.prefix else [])]


def _each(word: Word, places: Sequence[Place], number: int = 0) -> Iterator[Sql]:
    """Straight from the index: the entries of this word with its weight, as word `number`; and
    those of words that begin so, as the word after it."""
    for condition, values in _ways(word):
        parts, params = [], list[Any]()
        for place in places:
            where, value = _place("h.network_id", place)
            parts.append(
                f"SELECT h.entry_id, {number} AS word, h.weight FROM networks_searchword h"
                f" WHERE {condition} AND {where}"
            )
            params += [*values, *value]
        yield " UNION ALL ".join(parts), params
        number += 1


def _all_of(word: Word, places: Sequence[Place]) -> Sql:
    """All entries with this word, some more than once."""
    both = list(_each(word, places))
    sql = " UNION ALL ".join(f"SELECT entry_id FROM ({one}) AS x" for one, _params in both)
    return sql, [one for _sql, params in both for one in params]


def _in_all(words: Sequence[Word], places: Sequence[Place], most: int) -> Sql:
    """What stands in the lists of all words, read whole: for words that stand in few entries."""
    parts, params, weights = list[str](), list[Any](), list[str]()
    for number, word in enumerate(words):
        for sql, values in _each(word, places, number):
            parts.append(sql)
            params += values
        weight = f"MAX(CASE word WHEN {number} THEN weight END)"
        if word.prefix:
            begun = f"MAX(CASE word WHEN {number + 1} THEN weight END)"
            weight = f"COALESCE({weight}, {begun} - {BELOW})"
        weights.append(weight)
    there = " AND ".join(f"{one} IS NOT NULL" for one in weights)
    return (
        f"SELECT entry_id, {' + '.join(weights)} AS score FROM ({' UNION ALL '.join(parts)}) AS x"
        f" GROUP BY entry_id HAVING {there} {_BEST}",
        [*params, most],
    )


def _heaviest_of(words: Sequence[Word], places: Sequence[Place]) -> Sql:
    """The entries in which one of these words weighs most. Of longer words any: sorting those
    would cost more than it gives."""
    parts, params = [], list[Any]()
    for number, word in enumerate(words):
        sql, values = _heaviest(word, places, LOOKED_AT)
        parts.append(f"SELECT entry_id FROM ({sql}) AS h{number}")
        params += values
        if word.prefix:
            sql, values = _begun(word, places, LOOKED_AT)
            parts.append(f"SELECT entry_id FROM ({sql}) AS begun{number}")
            params += values
    return " UNION ALL ".join(parts), params


def _best_among(entries: str, params: list[Any], words: Sequence[Word], most: int) -> Sql:
    """Of these entries those with all words, the heaviest first; after them those in which the
    last word only begins so. Each word is looked up for what has all words before it: neither
    database takes a part with a LIMIT apart again, to do it in another order."""
    parts = [f"s0 AS (SELECT DISTINCT entry_id, 0 AS score FROM ({entries}) AS every)"]
    values = [*params]
    for number, word in enumerate(words):
        weight, stems = _weight(word)
        parts.append(f"l{number} AS (SELECT *, {weight} AS weight FROM s{number} c LIMIT {ALL})")
        parts.append(
            f"s{number + 1} AS (SELECT entry_id, score + weight AS score FROM l{number}"
            " WHERE weight IS NOT NULL)"
        )
        values += stems
    sql = f"WITH {', '.join(parts)} SELECT entry_id, score FROM s{len(words)} {_BEST}"
    return sql, [*values, most]


def _weight(word: Word) -> Sql:
    """What a word weighs in the entry c; far below any sum of whole words when one only begins
    so, so that one order does for both."""
    looked = (
        "(SELECT MAX(w.weight) FROM networks_searchword w WHERE w.entry_id = c.entry_id AND {})"
    )
    where, params = _is("w", word)
    if not word.prefix:
        return looked.format(where), params
    begins, more = _begins("w", word)
    return f"COALESCE({looked.format(where)}, {looked.format(begins)} - {BELOW})", [*params, *more]


def words_near(
    keys: Sequence[str], but: Sequence[str], places: Sequence[Place], most: int
) -> list[tuple[Any, ...]]:
    """Words of the index with their stems that stand under one of these keys (`SearchNear`),
    without words of these stems."""
    scope.require(tuple(place for place in places if place is not None))
    there, params = _places("w", places)
    sql = (
        f"SELECT w.word, w.stem FROM networks_searchnear w WHERE w.key IN ({_marks(keys)})"
        f" AND {there} AND w.stem NOT IN ({_marks(but)}) ORDER BY w.id LIMIT %s"
    )
    return rows_of(sql, [*keys, *params, *but, most])


def _marks(values: Sequence[str]) -> str:
    return ", ".join(["%s"] * len(values))


def _begins(name: str, word: Word) -> Sql:
    """A range, not LIKE: an ordinary index serves it, in any collation of letters and digits."""
    return f"{name}.stem BETWEEN %s AND %s", [word.prefix, word.prefix.ljust(LONGEST, "z")]


def _is(name: str, word: Word) -> Sql:
    return f"{name}.stem IN ({_marks(word.stems)})", [*word.stems]


def _places(name: str, places: Sequence[Place]) -> Sql:
    """All the places at once."""
    found = [_place(f"{name}.network_id", place) for place in places]
    return f"({' OR '.join(where for where, _ in found)})", [one for _, v in found for one in v]


def _place(column: str, place: Place) -> Sql:
    return (f"{column} IS NULL", []) if place is None else (f"{column} = %s", [place])
