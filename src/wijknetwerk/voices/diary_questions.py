"""The questions of a diary: one a week, in the reader's language."""

import tomllib
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

FILE = Path(__file__).resolve().parent / "content" / "diary_questions.toml"


@cache
def _all() -> dict[str, list[str]]:
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {language: list(told[language]) for language in ("nl", "en")}


def questions() -> list[str]:
    """All of them, in their order."""
    return _all()["en" if (get_language() or "nl").startswith("en") else "nl"]


def question_after(entries: int) -> str:
    """The question for who has this many days in the diary; it begins anew after the last."""
    every = questions()
    return every[entries % len(every)]
