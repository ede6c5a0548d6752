"""Goals and actions to begin with, from goals/content, in the reader's language."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

CONTENT = Path(__file__).resolve().parent / "content"


@dataclass(frozen=True, slots=True)
class ModelMeasure:
    """By what one could see that a goal comes nearer."""

    what: str
    unit: str = ""
    start: Decimal | None = None
    target: Decimal | None = None
    direction: str = "up"
    how: str = ""


@dataclass(frozen=True, slots=True)
class ModelAction:
    """Something to do, so many working days after the start."""

    what: str
    days: int


@dataclass(frozen=True, slots=True)
class ModelGoal:
    """A goal to begin with."""

    key: str
    sentence: str
    for_whom: str
    days: int
    measures: tuple[ModelMeasure, ...]
    actions: tuple[ModelAction, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """What a kind of team can begin with."""

    kind: str
    intro: str
    source: str
    goals: tuple[ModelGoal, ...]


def templates() -> dict[str, Template]:
    """All of them by the kind of team, in the reader's language."""
    return read("en" if (get_language() or "nl").startswith("en") else "nl")


@cache
def read(language: str) -> dict[str, Template]:
    """The file of one language. KeyError or TypeError names what is missing in it."""
    text = (CONTENT / f"templates.{language}.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text, parse_float=Decimal)["templates"]
    return {row["kind"]: _template(row) for row in rows}


def _template(row: dict[str, Any]) -> Template:
    goals = tuple(_goal(one) for one in row["goals"])
    return Template(row["kind"], row["intro"], row["source"], goals)


def _goal(row: dict[str, Any]) -> ModelGoal:
    measures = tuple(_measure(one) for one in row["measures"])
    actions = tuple(ModelAction(**one) for one in row["actions"])
    return ModelGoal(row["key"], row["sentence"], row["for_whom"], row["days"], measures, actions)


def _measure(row: dict[str, Any]) -> ModelMeasure:
    said = dict(row)
    for name in ("start", "target"):
        if name in row:
            said[name] = Decimal(row[name])
    return ModelMeasure(**said)
