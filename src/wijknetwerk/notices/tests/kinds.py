"""Kinds of waiting things that only tests have."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from wijknetwerk.core.registries import WaitingKind, Wanted, waiting_kinds

GONE: set[UUID] = set()
"""Subjects that wait no longer, though nobody closed their rows."""


def _still_true(subjects: Collection[UUID]) -> set[UUID]:
    return set(subjects) - GONE


ASKED = WaitingKind(
    title="%(who)s asks you something",
    outside="Somebody asks you something",
    button="Answer",
    icon="question",
    url="networks:home",
    still_true=_still_true,
    wanted=list,
)
NEWS = replace(ASKED, title="There is news", outside="There is news", button="Read", duty=False)
WORK = replace(ASKED, title="The platform wants you", outside="Work", url="networks:approval_list")


@pytest.fixture(autouse=True)
def kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """tests.asked is a duty, tests.news is good to know, tests.work is of no network."""
    GONE.clear()
    more = {"tests.asked": ASKED, "tests.news": NEWS, "tests.work": WORK}
    known = dict(waiting_kinds.items())
    monkeypatch.setattr(waiting_kinds, "_entries", {**known, **more})


def about_noor(person_id: int, subject: UUID, network: UUID | None, **more: Any) -> Wanted:
    """A thing that waits for a person, about somebody called Noor."""
    more.setdefault("words", {"who": "Noor"})
    more.setdefault("place", {"slug": "de-linde"})
    return Wanted(person_id, subject, network, **more)
