"""Diaries as their tellers and keepers see them."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from wijknetwerk.core.actor import Actor
from wijknetwerk.voices import access_diaries as access
from wijknetwerk.voices.diary_questions import question_after
from wijknetwerk.voices.models import Diary, DiaryEntry


@dataclass(frozen=True, slots=True)
class DiaryCard:
    """A diary in the list of who tells or keeps it."""

    uuid: UUID
    name: str
    own: bool
    begun_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """One day."""

    uuid: UUID
    on_day: date
    question: str
    words: str
    story: UUID | None


@dataclass(frozen=True, slots=True)
class DiaryPage:
    """A diary with the days that this reader may read."""

    card: DiaryCard
    days: list[DiaryDay]
    question: str
    may_end: bool


def diaries_of(actor: Actor, network: Any) -> list[DiaryCard]:
    """One's own and those that one keeps. One query."""
    rows = Diary.objects.filter(access.own_or_kept(actor), network=network)
    found = rows.select_related("person").order_by("ended_on", "-pk")
    return [_card(actor, row) for row in found]


def _card(actor: Actor, diary: Diary) -> DiaryCard:
    name = diary.person.name if diary.person else diary.teller_name.read()
    own = access.is_tellers(actor, diary)
    return DiaryCard(diary.uuid, name, own, diary.begun_on, diary.ended_on)


def diary_page(actor: Actor, diary: Diary) -> DiaryPage:
    """The newest day first. Two queries: the number of days chooses the question of the week."""
    days = access.entries_of(actor, diary).select_related("story").order_by("-on_day", "-pk")
    return DiaryPage(
        card=_card(actor, diary),
        days=[_day(row) for row in days[:200]],
        question=question_of_the_week(diary),
        may_end=actor.person_id in (diary.person_id, diary.keeper_id),
    )


def question_of_the_week(diary: Diary) -> str:
    """The next question of this diary."""
    rows = DiaryEntry.objects.filter(network=diary.network_id, diary=diary)
    return question_after(rows.count())


def _day(row: DiaryEntry) -> DiaryDay:
    story = row.story.uuid if row.story and row.story.withdrawn_at is None else None
    return DiaryDay(row.uuid, row.on_day, row.question, row.words.read(), story)
