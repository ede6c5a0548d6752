"""The content in use, in one language, kept in memory as long as it is in use."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.statements import Statement
from wijknetwerk.roadmap.content_files import LANGUAGES
from wijknetwerk.roadmap.models import (
    CheckQuestion,
    ContentRow,
    ContentVersion,
    Phase,
    Question,
    Reader,
    Recommendation,
    RecommendationGroup,
    Source,
    Step,
    SuccessFactor,
)

Row = TypeVar("Row", bound=ContentRow)


class ContentMissing(DomainError):
    """The route's content was never loaded here."""

    code = "content_missing"
    status = 503
    message = _("The route is not on this server yet. Ask who looks after it to load the content.")


@dataclass(frozen=True)
class Content:
    """All of one version in one language. Read only: every request shares it."""

    uuid: UUID
    label: str
    phases: list[Phase]
    questions: list[Question]
    steps: list[Step]
    factors: list[SuccessFactor]
    checks: list[CheckQuestion]
    groups: list[RecommendationGroup]
    recommendations: list[Recommendation]
    readers: list[Reader]
    sources: list[Source]

    def phase(self, code: str) -> Phase:
        """The phase with this code. NotFound when there is none."""
        return _one(self.phases, code)

    def reader(self, code: str) -> Reader:
        """The reader with this code. NotFound when there is none."""
        return _one(self.readers, code)

    @cached_property
    def step_by_code(self) -> dict[str, Step]:
        """The steps by their code."""
        return {step.code: step for step in self.steps}

    @cached_property
    def recommendation_by_code(self) -> dict[str, Recommendation]:
        """The recommendations by their code."""
        return {row.code: row for row in self.recommendations}

    def steps_of(self, phase: str) -> list[Step]:
        """The steps of a phase, in their order."""
        return [step for step in self.steps if step.phase == phase]

    def questions_of(self, phase: str) -> list[Question]:
        """The guiding questions of a phase."""
        return [question for question in self.questions if question.phase == phase]

    def questions_in(self, kind: str) -> list[CheckQuestion]:
        """The questions of a list that parties answer separately."""
        return [row for row in self.checks if row.check_kind == kind]

    def factors_of(self, step: Step) -> list[SuccessFactor]:
        """The success factors that a step works on."""
        return [factor for factor in self.factors if factor.code in step.factors]

    def steps_for(self, factor: SuccessFactor) -> list[Step]:
        """The steps that work on a success factor."""
        return [step for step in self.steps if factor.code in step.factors]

    def cited(self, cites: list[dict[str, str]]) -> list[tuple[Source, str]]:
        """Sources with the place in them, for a list of references."""
        known = {source.code: source for source in self.sources}
        return [(known[cite["source"]], cite["where"]) for cite in cites]

    def sources_of(self, rows: Iterable[Any]) -> list[tuple[Source, str]]:
        """The sources that several texts lean on, each once."""
        named = {cite["source"] for row in rows for cite in row.sources}
        return [(source, "") for source in self.sources if source.code in named]


def _one(rows: list[Row], code: str) -> Row:
    for row in rows:
        if row.code == code:
            return row
    raise NotFound


_CURRENT = Statement(lambda: QuerySet(ContentVersion).filter(is_current=True).order_by("pk")[:1])
_kept: dict[tuple[UUID, str], Content] = {}


def content(language: str | None = None) -> Content:
    """The content in use: one small query, and the texts themselves once a process.

    Raises ContentMissing when nothing was ever loaded.
    """
    wanted = (language or get_language() or LANGUAGES[0])[:2]
    wanted = wanted if wanted in LANGUAGES else LANGUAGES[0]
    current = _CURRENT.ask(network_id=None)
    if not current:
        raise ContentMissing
    version = current[0]
    key = (version.uuid, wanted)
    if key not in _kept:
        for old in [kept for kept in _kept if kept[0] != version.uuid]:
            _kept.pop(old, None)
        _kept[key] = _read(version, wanted)
    return _kept[key]


def _read(version: ContentVersion, language: str) -> Content:
    def rows(model: type[Row]) -> list[Row]:
        found = model._default_manager.filter(version=version, language=language)
        return list(found.order_by("position"))

    return Content(
        version.uuid,
        version.label,
        rows(Phase),
        rows(Question),
        rows(Step),
        rows(SuccessFactor),
        rows(CheckQuestion),
        rows(RecommendationGroup),
        rows(Recommendation),
        rows(Reader),
        rows(Source),
    )


def is_step(code: str) -> bool:
    """Whether the content in use has this step."""
    return code in content().step_by_code


def is_phase(code: str) -> bool:
    """Whether the content in use has this phase."""
    return any(phase.code == code for phase in content().phases)


def check_questions(here: Content, codes: Iterable[str]) -> dict[str, CheckQuestion]:
    """Questions by code, also those that only an earlier content had. No query for the others."""
    wanted = set(codes)
    found = {row.code: row for row in here.checks if row.code in wanted}
    if gone := wanted - found.keys():
        language = (get_language() or LANGUAGES[0])[:2]
        rows = CheckQuestion.objects.filter(code__in=gone, language=language)
        found |= {row.code: row for row in rows.order_by("version_id")}
    return found


def step_of_old(code: str) -> Step | None:
    """A step as the last version that had it tells it: for progress on what is no longer there."""
    language = (get_language() or LANGUAGES[0])[:2]
    found = Step.objects.filter(code=code, language=language)
    return found.order_by("-version_id").first()
