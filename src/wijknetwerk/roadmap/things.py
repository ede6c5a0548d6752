"""Suggestions and steps of the route as things that other apps can link to."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import Linked, LinkKind, links, suggestions
from wijknetwerk.roadmap.references import STEP, SUGGESTION, reference
from wijknetwerk.roadmap.selectors.content import ContentMissing, content


def register() -> None:
    """Called once, when the app is ready."""
    links.register(SUGGESTION, LinkKind(_("suggestion"), _suggestions))
    links.register(STEP, LinkKind(_("step of the route"), _steps))


def _suggestions(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    titles = {code: str(rule.title) for code, rule in suggestions.items()}
    return {
        uuid: Linked(titles[code], address("roadmap:suggestions", slug=slug))
        for uuid, slug, code in _found(SUGGESTION, actor, uuids, titles)
    }


def _steps(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    try:
        steps = content().step_by_code
    except ContentMissing:
        return {}
    return {
        uuid: Linked(steps[code].title, address("roadmap:step", slug=slug, code=code))
        for uuid, slug, code in _found(STEP, actor, uuids, steps)
    }


def _found(
    kind: str, actor: Actor, uuids: Sequence[UUID], codes: Iterable[str]
) -> list[tuple[UUID, str, str]]:
    """Which of these references belong to a network of the actor."""
    wanted = set(uuids)
    every = (
        (reference(kind, standing.slug, code), standing.slug, code)
        for standing in actor.standings
        for code in codes
    )
    return [one for one in every if one[0] in wanted]
