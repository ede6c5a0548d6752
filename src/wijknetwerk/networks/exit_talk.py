"""The questions of the exit talk, from networks/content/exit_talk.*.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

FOLDER = Path(__file__).resolve().parent / "content"


@dataclass(frozen=True, slots=True)
class Question:
    """One question, with what helps to begin."""

    code: str
    text: str
    hint: str


def questions() -> tuple[Question, ...]:
    """All questions in the reader's language, in the order in which they are asked."""
    return questions_in("en" if (get_language() or "nl").startswith("en") else "nl")


@cache
def questions_in(language: str) -> tuple[Question, ...]:
    """The questions in one language, read once a process."""
    told = tomllib.loads((FOLDER / f"exit_talk.{language}.toml").read_text(encoding="utf-8"))
    return tuple(Question(**row) for row in told["questions"])


def question(code: str) -> Question | None:
    """The question with this code, or None."""
    return next((found for found in questions() if found.code == code), None)
