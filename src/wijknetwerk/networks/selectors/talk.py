"""What is read of a team's talk: questions with what was said now and the time before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from wijknetwerk.core.together import together
from wijknetwerk.networks.models import TalkPresence, Team, TeamTalk, TeamTalkAnswer
from wijknetwerk.networks.team_talk import Part, Question, TalkContent


@dataclass(frozen=True, slots=True)
class Said:
    """What a team said on a question, by whom it was written and when, in the talk of which day."""

    agreed: str = ""
    differ: str = ""
    number: int = 0
    by: str = ""
    at: datetime | None = None
    talk_of: date | None = None

    @property
    def any(self) -> bool:
        """Whether there are words at all."""
        return bool(self.agreed or self.differ)


@dataclass(frozen=True, slots=True)
class Line:
    """One question with what is said now, and the last thing that was said in an earlier talk."""

    question: Question
    said: Said
    before: Said


@dataclass(frozen=True, slots=True)
class TalkPage:
    """A whole talk."""

    uuid: UUID
    begun_on: date
    held_on: date | None
    look_again_on: date | None
    others_there: str
    members_there: tuple[str, ...]
    members_uuids: tuple[UUID, ...]
    busy: bool
    parts: tuple[tuple[Part, tuple[Line, ...]], ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All questions in order."""
        return tuple(line for _part, lines in self.parts for line in lines)

    @property
    def answered(self) -> int:
        """On how many questions something was said."""
        return sum(line.said.any for line in self.lines)

    @property
    def next_open(self) -> Question | None:
        """The first question on which nothing was said."""
        return next((line.question for line in self.lines if not line.said.any), None)

    def line(self, code: str) -> Line | None:
        """The line of one question."""
        return next((line for line in self.lines if line.question.code == code), None)

    def beside(self, code: str) -> tuple[Question | None, Question | None]:
        """The question before and the one after."""
        asked = [line.question for line in self.lines]
        at = next(place for place, question in enumerate(asked) if question.code == code)
        after = asked[at + 1] if at + 1 < len(asked) else None
        return (asked[at - 1] if at else None), after


@dataclass(frozen=True, slots=True)
class TalkLine:
    """A talk in the list of a team."""

    uuid: UUID
    begun_on: date
    held_on: date | None
    look_again_on: date | None
    busy: bool


def talks_of(team: Team) -> list[TalkLine]:
    """All talks of a team, the newest first; one query."""
    rows = TeamTalk.objects.filter(team=team).order_by("-pk")
    return [
        TalkLine(row.uuid, row.begun_on, row.held_on, row.look_again_on, row.busy) for row in rows
    ]


def talk_page(talk: TeamTalk, content: TalkContent) -> TalkPage:
    """The talk with every question. One query, whatever was said."""
    there = TalkPresence.objects.filter(talk=talk).select_related("membership__person")
    answers, present = together(
        _answers_until(talk), there.order_by("membership__person__family_name", "pk")
    )
    said, before = _said_until(talk, answers)
    parts = []
    for part in content.parts:
        lines = [
            Line(question, said.get(question.code, Said()), before.get(question.code, Said()))
            for question in part.questions
        ]
        parts.append((part, tuple(lines)))
    return TalkPage(
        uuid=talk.uuid,
        begun_on=talk.begun_on,
        held_on=talk.held_on,
        look_again_on=talk.look_again_on,
        others_there=talk.others_there,
        members_there=tuple(row.membership.person.name for row in present),
        members_uuids=tuple(row.membership.uuid for row in present),
        busy=talk.busy,
        parts=tuple(parts),
    )


def _answers_until(talk: TeamTalk) -> QuerySet[TeamTalkAnswer]:
    rows = TeamTalkAnswer.objects.filter(
        talk__team=talk.team_id, talk__lte=talk.pk, superseded_at=None
    )
    return rows.select_related("written_by", "talk").order_by("talk")


def _said_until(
    talk: TeamTalk, answers: Iterable[TeamTalkAnswer]
) -> tuple[dict[str, Said], dict[str, Said]]:
    """By question: what was said in this talk, and the last words of the talks before. What was
    skipped in between still holds."""
    said, before = {}, {}
    for row in answers:
        words = Said(
            row.agreed,
            row.differ,
            row.number,
            row.written_by.name if row.written_by else "",
            row.written_at,
            row.talk.begun_on,
        )
        if row.talk_id == talk.pk:
            said[row.question] = words
        elif words.any:
            before[row.question] = words
    return said, before
