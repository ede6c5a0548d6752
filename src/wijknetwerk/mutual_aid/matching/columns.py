"""Requests and offers as columns of numbers, so that many pairs are weighed at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from wijknetwerk.mutual_aid.matching import periods
from wijknetwerk.mutual_aid.matching.model import Ask, Offer, Past, Place, Rhythm

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Masks = npt.NDArray[np.uint64]

WHOLE_WEEK = (1 << 21) - 1
RHYTHMS = tuple(Rhythm)
NEVER = 1 << 40
"""A day that doesn't come."""
_PLACE = {rhythm: place for place, rhythm in enumerate(RHYTHMS)}
_WORD = 63


@dataclass(frozen=True, slots=True)
class Asks:
    """Requests, in the order of their keys."""

    rows: Sequence[Ask]
    key: Ints
    parts: Ints
    week: Ints
    """`parts`, with the whole week for any time."""
    place: Floats
    spot: Ints
    languages: Masks
    any_language: Bools
    wants: Masks
    waiting: Ints
    urgent: Ints
    asker: Ints
    rhythm: Ints
    """The place in RHYTHMS."""
    first: Ints
    last: Ints


@dataclass(frozen=True, slots=True)
class Offers:
    """Offers, in the order of their keys."""

    rows: Sequence[Offer]
    parts: Ints
    place: Floats
    spot: Ints
    """One number for each different place, of requests and offers alike; -1 for none."""
    reach: Floats
    languages: Masks
    can: Masks
    room: Ints
    running: Ints
    helper: Ints
    rhythm: Ints
    days: Ints
    """First and last day, first day of a pause and the day of return: a row of four."""
    limited: Bools
    """Whether any of these four is set."""


def columns(asks: Iterable[Ask], offers: Iterable[Offer]) -> tuple[Asks, Offers]:
    """Both as columns. The order in which they came is of no account."""
    ask_rows = sorted(asks, key=lambda row: row.key)
    offer_rows = sorted(offers, key=lambda row: row.key)
    spots = _spots(chain((row.place for row in ask_rows), (row.place for row in offer_rows)))
    spoken = _numbered(row.languages for row in ask_rows)
    wanted = _numbered(row.wants for row in ask_rows)
    languages = _masks((row.languages for row in ask_rows), spoken)
    return (
        Asks(
            rows=ask_rows,
            key=_ints(row.key for row in ask_rows),
            parts=_ints(row.parts for row in ask_rows),
            week=_ints(row.parts or WHOLE_WEEK for row in ask_rows),
            place=_places(row.place for row in ask_rows),
            spot=_ints(spots[row.place] for row in ask_rows),
            languages=languages,
            any_language=nothing_in(languages),
            wants=_masks((row.wants for row in ask_rows), wanted),
            waiting=_ints(row.waiting_days for row in ask_rows),
            urgent=_ints(row.urgent for row in ask_rows),
            asker=_ints(row.asker for row in ask_rows),
            rhythm=_ints(_PLACE[row.rhythm] for row in ask_rows),
            first=_ints(row.first for row in ask_rows),
            last=_ints(periods.asked(row)[1] for row in ask_rows),
        ),
        Offers(
            rows=offer_rows,
            parts=_ints(row.parts or WHOLE_WEEK for row in offer_rows),
            place=_places(row.place for row in offer_rows),
            spot=_ints(spots[row.place] for row in offer_rows),
            reach=np.array(
                [np.inf if row.reach is None else row.reach for row in offer_rows], dtype=float
            ),
            languages=_masks((row.languages for row in offer_rows), spoken),
            can=_masks((row.can for row in offer_rows), wanted),
            room=_ints(max(0, row.room) for row in offer_rows),
            running=_ints(row.running for row in offer_rows),
            helper=_ints(row.helper for row in offer_rows),
            rhythm=_ints(_PLACE[row.rhythm] for row in offer_rows),
            days=np.array([_days(row) for row in offer_rows], dtype=np.int64).reshape(-1, 4),
            limited=np.array([_days(row) != _ALWAYS for row in offer_rows], dtype=bool),
        ),
    )


@dataclass(frozen=True, slots=True)
class History:
    """What was between an asker and a helper, looked up for many pairs at once."""

    bad: Ints
    good: Ints
    tried: Ints
    """Each a sorted column of `first * 2**32 + second`; first: asker, asker, key of the ask."""

    @classmethod
    def of(cls, past: Iterable[Past]) -> "History":
        """The three columns. What went wrong once counts, also when it once went well."""
        rows = list(past)
        return cls(
            bad=_pairs((row.asker, row.helper) for row in rows if not row.good and row.ask is None),
            good=_pairs((row.asker, row.helper) for row in rows if row.good),
            tried=_pairs(
                (row.ask, row.helper) for row in rows if not row.good and row.ask is not None
            ),
        )


def among(column: Ints, first: Ints, second: Ints) -> Bools:
    """Which of the pairs stand in the column."""
    if not len(column):
        return np.zeros(len(first), dtype=bool)
    sought = (first << 32) + second
    found = np.searchsorted(column, sought)
    found[found == len(column)] = 0
    there: Bools = np.equal(column[found], sought)
    return there


def nothing_in(masks: Masks) -> Bools:
    """Which rows have no bit at all."""
    empty: Bools = np.equal(np.bitwise_or.reduce(masks, axis=1), 0)
    return empty


def _pairs(pairs: Iterable[tuple[int, int]]) -> Ints:
    return np.array(sorted({(one << 32) + other for one, other in pairs}), dtype=np.int64)


_ALWAYS = (0, NEVER, NEVER, NEVER)


def _days(row: Offer) -> tuple[int, int, int, int]:
    if row.first is None and row.last is None and row.away is None:
        return _ALWAYS
    away, back = row.away or (NEVER, NEVER)
    return (
        row.first or 0,
        NEVER if row.last is None else row.last,
        away,
        NEVER if back is None else back,
    )


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _places(places: Iterable[Place | None]) -> Floats:
    nowhere = (np.nan, np.nan)
    rows: list[Any] = [place or nowhere for place in places]
    return np.array(rows, dtype=np.float64).reshape(-1, 2)


def _spots(places: Iterable[Place | None]) -> dict[Place | None, int]:
    known = sorted({place for place in places if place is not None})
    return {None: -1, **{place: number for number, place in enumerate(known)}}


def _numbered(sets: Iterable[frozenset[str]]) -> dict[str, int]:
    return {code: number for number, code in enumerate(sorted(frozenset().union(*sets)))}


def _masks(sets: Iterable[frozenset[str]], numbered: dict[str, int]) -> Masks:
    """A bit for each code that some request names, in as many words as that takes."""
    known: dict[frozenset[str], int] = {}
    which = _ints(known.setdefault(codes, len(known)) for codes in sets)
    words = np.zeros((len(known), len(numbered) // _WORD + 1), dtype=np.uint64)
    for codes, row in known.items():
        for code in codes & numbered.keys():
            words[row, numbered[code] // _WORD] |= np.uint64(1 << numbered[code] % _WORD)
    return words[which]
