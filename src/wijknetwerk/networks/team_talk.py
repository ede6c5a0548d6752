"""The questions of the kernteam talk, from networks/content/team_talk.*.toml.

Answers are kept under the code of a question; a question that is gone keeps its answers.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

FOLDER = Path(__file__).resolve().parent / "content"


@dataclass(frozen=True, slots=True)
class Question:
    """One question to talk about: why it matters, and what helps to begin."""

    code: str
    part: str
    text: str
    why: str
    hint: str


@dataclass(frozen=True, slots=True)
class Part:
    """One of the four parts A to D, with the beginning that we advise."""

    code: str
    title: str
    intro: str
    start: str
    questions: tuple[Question, ...]

    @property
    def letter(self) -> str:
        """A, B, C or D, as on the paper."""
        return self.code.upper()


@dataclass(frozen=True, slots=True)
class TalkContent:
    """All parts in order, and where they come from."""

    parts: tuple[Part, ...]
    source_title: str
    source_where: str

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in the order in which they are asked."""
        return tuple(question for part in self.parts for question in part.questions)

    def question(self, code: str) -> Question | None:
        """The question with this code, or None."""
        return next((found for found in self.questions if found.code == code), None)

    def part_of(self, question: Question) -> Part:
        """The part to which a question belongs."""
        return next(part for part in self.parts if part.code == question.part)


def content() -> TalkContent:
    """The questions in the reader's language."""
    return content_in("en" if (get_language() or "nl").startswith("en") else "nl")


@cache
def content_in(language: str) -> TalkContent:
    """The questions in one language, read once a process."""
    told = tomllib.loads((FOLDER / f"team_talk.{language}.toml").read_text(encoding="utf-8"))
    questions = tuple(Question(**row) for row in told["questions"])
    parts = tuple(
        Part(**row, questions=tuple(one for one in questions if one.part == row["code"]))
        for row in told["parts"]
    )
    return TalkContent(parts, told["source"]["title"], told["source"]["where"])
