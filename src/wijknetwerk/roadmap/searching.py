"""The steps of the route can be found by everybody, in the language of the reader."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID, uuid5

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import (
    Audience,
    Linked,
    LinkKind,
    SearchSource,
    SearchText,
    links,
    search_sources,
)
from wijknetwerk.roadmap.content_files import LANGUAGES
from wijknetwerk.roadmap.models import Step
from wijknetwerk.roadmap.selectors.content import ContentMissing, content

KIND = "roadmap.step"
_STEPS = UUID("6f1c2f2e-0d0e-4f0c-9a35-2f6d6f0f7a11")


def register() -> None:
    """Called once, when the app is ready."""
    links.register(KIND, LinkKind(_("step of the route"), _resolve))
    search_sources.register(KIND, SearchSource(_("step of the route"), texts))


def reference(code: str, language: str) -> UUID:
    """The same for every version of the content, so that a step stays one thing."""
    return uuid5(_STEPS, f"{code}.{language}")


def texts(network_id: int | None) -> Iterator[SearchText]:
    """Every step of the content in use, once for each language; none of a network."""
    if network_id is not None:
        return
    for language in LANGUAGES:
        try:
            steps = content(language).steps
        except ContentMissing:
            return
        yield from (_text(step, language) for step in steps)


def _text(step: Step, language: str) -> SearchText:
    body = "\n".join([step.summary, step.why, *step.how, step.yields])
    uuid = reference(step.code, language)
    return SearchText(KIND, uuid, None, step.title, body, Audience.EVERYBODY, language)


def _resolve(_actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    here = content()
    language = here.steps[0].language if here.steps else LANGUAGES[0]
    by_reference = {reference(step.code, language): step for step in here.steps}
    return {
        uuid: Linked(step.title, address("roadmap:public_step", code=step.code))
        for uuid in uuids
        if (step := by_reference.get(uuid))
    }
