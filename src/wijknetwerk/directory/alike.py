"""Which entries may be the same thing: the same number, nearly the same name, the same place.

Nothing here merges or leaves out anything: people look and decide.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.stems import fold, stems

MOST_SHOWN = 5
_BEGINS, _LONG = 4, 6
_DUTCH_COUNTRY = ("0031", "31")
# Words that many names share and that say little of which it is.
_COMMON = frozenset(stems("stichting vereniging buurt wijk dorp club groep centrum samen project"))


@dataclass(frozen=True, slots=True)
class Looks:
    """What is compared of an entry. `external` is its id in a file, as far as known."""

    name: str
    phone: str = ""
    place: str = ""
    external: UUID | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """An entry that is there already."""

    uuid: UUID
    title: str
    looks: Looks
    network: int
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Alike:
    """An entry that may be the same thing, and why."""

    known: Known
    why: str | Promise
    weight: int


SAME_RECORD = _("It has the same number in the file.")
SAME_PHONE = _("It has the same phone number.")
SAME_NAME = _("It has the same name.")
NEAR_NAME = _("The name is almost the same.")
SAME_PLACE = _("It is in the same place, with a name like it.")


def name_key(name: str) -> str:
    """The folded name: only words, with one space between them."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(name)).split())[:140]


def digits_of(phone: str) -> str:
    """The digits of a number, however it was written: +31 26 is 026. Too few are none."""
    digits = "".join(c for c in phone if c.isdigit())
    for country in _DUTCH_COUNTRY:
        if digits.startswith(country) and len(digits) >= len(country) + 9:
            digits = "0" + digits.removeprefix(country).lstrip("0")
    if len(digits) == 9 and not digits.startswith("0"):
        digits = f"0{digits}"  # a spreadsheet took the 0 away
    return digits[:20] if len(digits) >= 3 else ""


def place_key(name: str, address: str, postal_code: str) -> str:
    """A place as it is compared: postcode with house number, else the address, else its name."""
    numbers = [part for part in name_key(address).split() if part[0].isdigit()]
    code = name_key(postal_code).replace(" ", "")
    if code and numbers:
        return f"{code} {numbers[-1]}"
    return name_key(address) or name_key(name)


class Index:
    """All known entries, to hold many new ones against."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._by_word: dict[str, list[Known]] = defaultdict(list)
        self._by_phone: dict[str, list[Known]] = defaultdict(list)
        self._by_place: dict[str, list[Known]] = defaultdict(list)
        self._by_external: dict[UUID, list[Known]] = defaultdict(list)
        self._names: dict[UUID, _Name] = {}
        for one in known:
            self.add(one)

    def add(self, one: Known) -> None:
        """One more."""
        self._names[one.uuid] = name = _Name.of(one.looks.name)
        for word in name.words:
            self._by_word[word[:_BEGINS]].append(one)
        if phone := digits_of(one.looks.phone):
            self._by_phone[phone].append(one)
        if one.looks.place:
            self._by_place[one.looks.place].append(one)
        self._by_external[one.uuid].append(one)
        if one.looks.external:
            self._by_external[one.looks.external].append(one)

    def like(self, new: Looks, *, but: UUID | None = None) -> list[Alike]:
        """What may be the same as this, the likeliest first; one reason for each."""
        found: dict[UUID, Alike] = {}

        def note(rows: Iterable[Known], why: str | Promise, weight: int) -> None:
            for row in rows:
                if row.uuid != but and (row.uuid not in found or found[row.uuid].weight < weight):
                    found[row.uuid] = Alike(row, why, weight)

        if new.external:
            note(self._by_external.get(new.external, ()), SAME_RECORD, 50)
        if phone := digits_of(new.phone):
            note(self._by_phone.get(phone, ()), SAME_PHONE, 40)
        said = _Name.of(new.name)
        for row, nearness in self._named_like(said):
            same = self._names[row.uuid].key == said.key
            if same or nearness >= 0.66:
                note([row], SAME_NAME if same else NEAR_NAME, 45 if same else 30)
            elif new.place and new.place == row.looks.place and nearness > 0:
                note([row], SAME_PLACE, 20)
        ordered = sorted(found.values(), key=lambda one: (-one.weight, one.known.title))
        return ordered[:MOST_SHOWN]

    def _named_like(self, said: "_Name") -> list[tuple[Known, float]]:
        """Known entries with a word that begins like one of this name, with how near they are."""
        begins = (self._by_word.get(word[:_BEGINS], ()) for word in said.words)
        found = {row.uuid: row for rows in begins for row in rows}
        return [(row, _near(said, self._names[uuid])) for uuid, row in found.items()]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it is compared: folded once, because it is held against many."""

    key: str
    joined: str
    words: frozenset[str]

    @classmethod
    def of(cls, name: str) -> "_Name":
        key = name_key(name)
        return cls(key, key.replace(" ", ""), frozenset(stems(name)) or frozenset(key.split()))


def _near(one: _Name, other: _Name) -> float:
    return 0.8 if _joined_alike(one, other) else _nearness(one.words, other.words)


def _joined_alike(one: _Name, other: _Name) -> bool:
    """'Repaircafé Presikhaaf' and 'Repair Café': one begins with the other, spaces aside."""
    first, second = sorted((one.joined, other.joined), key=len)
    return len(first) >= _LONG and second.startswith(first)


def _nearness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two names share, 0 to 1; little when they share only words that many names have."""
    shared = one & other
    telling = shared - _COMMON
    if one == other:
        return 1.0
    if telling and (one <= other or other <= one) and max(map(len, telling)) >= _LONG:
        return 0.8  # 'De Soepgroep' and 'Soepgroep De Linde'
    return len(shared) / len(one | other) if telling else 0.1
