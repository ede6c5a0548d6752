"""Answers of several parties beside each other: what they see differently comes first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from wijknetwerk.roadmap.models import CheckKind, CheckQuestion, CheckReply, CheckRound, Step
from wijknetwerk.roadmap.readiness import Verdict
from wijknetwerk.roadmap.selectors.checks import STOP, Given, Sheet, verdict_on
from wijknetwerk.roadmap.selectors.content import Content, check_questions, content


@dataclass(frozen=True, slots=True)
class Said:
    """What one person answered to one question."""

    name: str
    given: Given


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party answered to one question, and in the round before."""

    party: str
    said: tuple[Said, ...]
    earlier: tuple[str, ...] = ()
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One question with the answers of each party, in the order of the columns."""

    question: CheckQuestion
    cells: tuple[Cell, ...]
    steps: tuple[Step, ...]

    @property
    def is_stop(self) -> bool:
        """Whether this question is a stop sign."""
        return self.question.group == STOP

    @property
    def replies(self) -> set[str]:
        """The different answers."""
        return {said.given.reply for cell in self.cells for said in cell.said}

    @property
    def by_reply(self) -> list[tuple[Given, list[tuple[str, Said]]]]:
        """Each answer with the parties and people who gave it; short where many parties answer."""
        found: dict[str, list[tuple[str, Said]]] = {code: [] for code in CheckReply.values}
        for cell in self.cells:
            for said in cell.said:
                found[said.given.reply].append((cell.party, said))
        return [(Given(code, ""), people) for code, people in found.items() if people]

    @property
    def is_opposite(self) -> bool:
        """Whether one says yes and another no."""
        return {CheckReply.YES, CheckReply.NO} <= self.replies


@dataclass(frozen=True, slots=True)
class Comparison:
    """A round that may be read: parties are columns, questions are rows."""

    parties: tuple[str, ...]
    different: tuple[Line, ...]
    not_yet: tuple[Line, ...]
    agreed: tuple[Line, ...]
    verdict: Verdict | None
    stops: tuple[tuple[CheckQuestion, tuple[str, ...]], ...]
    """Each stop sign that somebody answered with no, and who did."""
    before_on: date | None


def compare(asked: CheckRound, sheets: Sequence[Sheet], before: Sequence[Sheet]) -> Comparison:
    """Put the answers of a round beside each other, with those of the round before. Who calls this
    has asked whether the actor may read the answers."""
    here = content()
    answered = [sheet for sheet in sheets if sheet.given]
    before = [sheet for sheet in before if sheet.given]
    lines = _lines(here, asked, answered, before)
    verdict = verdict_on(here, answered) if asked.kind == CheckKind.READINESS else None
    return Comparison(
        parties=tuple(name for _key, name in _columns(answered)),
        different=tuple(
            sorted(
                (line for line in lines if len(line.replies) > 1),
                key=lambda line: (not line.is_stop, not line.is_opposite),
            )
        ),
        not_yet=tuple(line for line in lines if len(line.replies) == 1 and not _all_yes(line)),
        agreed=tuple(line for line in lines if _all_yes(line)),
        verdict=verdict,
        stops=_stops(here, verdict, answered),
        before_on=max((sheet.answered_on for sheet in before if sheet.answered_on), default=None),
    )


def _all_yes(line: Line) -> bool:
    return line.replies == {CheckReply.YES.value}


def _columns(sheets: Iterable[Sheet]) -> list[tuple[tuple[int, int], str]]:
    return list(dict.fromkeys((sheet.party, sheet.party_words) for sheet in sheets))


def _lines(
    here: Content, asked: CheckRound, sheets: list[Sheet], before: list[Sheet]
) -> list[Line]:
    codes = [row.code for row in here.questions_in(asked.kind)]
    codes += sorted({code for sheet in sheets for code in sheet.given} - set(codes))
    questions = check_questions(here, codes)
    columns = _columns(sheets)
    earlier = _by_party(before)
    now = _by_party(sheets)
    return [
        Line(
            question=questions[code],
            cells=tuple(_cell(name, now[key], earlier.get(key, []), code) for key, name in columns),
            steps=tuple(
                here.step_by_code[step]
                for step in questions[code].steps
                if step in here.step_by_code
            ),
        )
        for code in codes
        if code in questions and any(code in sheet.given for sheet in sheets)
    ]


def _by_party(sheets: Iterable[Sheet]) -> dict[tuple[int, int], list[Sheet]]:
    found: dict[tuple[int, int], list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        found[sheet.party].append(sheet)
    return found


def _cell(party: str, sheets: list[Sheet], before: list[Sheet], code: str) -> Cell:
    said = tuple(Said(sheet.name, sheet.given[code]) for sheet in sheets if code in sheet.given)
    old = [sheet.given[code] for sheet in before if code in sheet.given]
    now = {item.given.reply for item in said}
    return Cell(
        party=party,
        said=said,
        earlier=tuple(dict.fromkeys(given.words for given in old)),
        changed=bool(old) and bool(now) and {given.reply for given in old} != now,
    )


def _stops(
    here: Content, verdict: Verdict | None, sheets: Iterable[Sheet]
) -> tuple[tuple[CheckQuestion, tuple[str, ...]], ...]:
    if verdict is None or not verdict.stops:
        return ()
    questions = check_questions(here, verdict.stops)
    return tuple((questions[code], tuple(_who_say_no(code, sheets))) for code in verdict.stops)


def _who_say_no(code: str, sheets: Iterable[Sheet]) -> Iterable[str]:
    for sheet in sheets:
        if code in sheet.given and sheet.given[code].reply == CheckReply.NO:
            yield f"{sheet.name} ({sheet.party_words})"
