"""Invented neighbours for the example: names from small lists, always the same ones."""

import random
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "example"


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody who doesn't exist."""

    name: str
    woman: bool
    phone: str

    @property
    def email(self) -> str:
        """An address that can't be a real one."""
        plain = self.name.lower().translate(str.maketrans("éöüäç ", "eouac."))
        return f"{plain}@voorbeeld.example"


@cache
def told(name: str) -> dict[str, Any]:
    """What one of the files tells."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def invented(phones: str, taken: Iterable[str] = (), seed: int = 2026) -> Iterator[Invented]:
    """Ever more of them, none of a name that is taken; their numbers begin with
    `phones`."""
    chance = random.Random(seed)  # noqa: S311
    origins = [row for row in told("names")["origins"] for _once in range(row["share"])]
    seen = set(taken)
    while True:
        origin, woman = chance.choice(origins), chance.random() < 0.6
        name = f"{chance.choice(origin['f' if woman else 'm'])} {chance.choice(origin['family'])}"
        if name not in seen:
            seen.add(name)
            number = f"{len(seen):03d}"
            yield Invented(name, woman, f"{phones}{number[0]} {number[1:]}")
