"""Loading the content files: checked first, then all or nothing."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction

from wijknetwerk.core import log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks.services.search_rebuild import bring_in_step
from wijknetwerk.roadmap import content_check, content_files
from wijknetwerk.roadmap.content_files import FOLDER, KINDS, LANGUAGES, Files
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

MODELS: dict[str, type[ContentRow]] = {
    "phases": Phase,
    "questions": Question,
    "steps": Step,
    "factors": SuccessFactor,
    "checks": CheckQuestion,
    "groups": RecommendationGroup,
    "recommendations": Recommendation,
    "readers": Reader,
    "sources": Source,
}


class ContentFaults(Exception):
    """The content is not right, and nothing was stored. `faults` holds a line for each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(slots=True)
class Loaded:
    """What loading did, as 'kind code' for what is new, gone or worded otherwise."""

    label: str
    changed: bool
    added: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    reworded: list[str] = field(default_factory=list)


def load_content(*, actor: Actor, folder: Path = FOLDER) -> Loaded:
    """Store the content files as the version in use, unless they are that already.

    Raises ContentFaults. What was in use before stays readable by code.
    """
    files = content_files.read(folder)
    if faults := content_check.faults(files):
        raise ContentFaults(faults)
    with transaction.atomic():
        before = ContentVersion.objects.select_for_update().filter(is_current=True).first()
        if before is not None and before.digest == files.digest:
            return Loaded(files.label, changed=False)
        result = _difference(before, files)
        version = _stored(before, files)
        log.record(
            actor,
            "roadmap.content_loaded",
            version,
            action=Action.CREATE,
            label=files.label,
            added=len(result.added),
            gone=len(result.gone),
            reworded=len(result.reworded),
        )
        with scope.acting(actor):
            bring_in_step("roadmap.step")
    return result


def _stored(before: ContentVersion | None, files: Files) -> ContentVersion:
    if before is not None:
        before.is_current = False
        before.save(update_fields=["is_current"])
    version = ContentVersion.objects.filter(digest=files.digest).first()
    if version is not None:  # back to what was in use earlier
        version.is_current = True
        version.save(update_fields=["is_current"])
        return version
    version = ContentVersion.objects.create(label=files.label, digest=files.digest, is_current=True)
    for kind, model in MODELS.items():
        rows = [
            model(
                version=version,
                language=language,
                position=position,
                code=record.code,
                **record.values,
            )
            for language in LANGUAGES
            for position, record in enumerate(files.of(kind, language))
        ]
        model._default_manager.bulk_create(rows)
    return version


def _difference(before: ContentVersion | None, files: Files) -> Loaded:
    result = Loaded(files.label, changed=True)
    for kind in KINDS:
        old = _old(before, kind)
        new = {(r.code, r.language): r.values for r in files.records if r.kind == kind}
        result.added += _names(kind, new.keys() - old.keys())
        result.gone += _names(kind, old.keys() - new.keys())
        both = new.keys() & old.keys()
        result.reworded += _names(kind, {key for key in both if new[key] != old[key]})
    return result


def _old(before: ContentVersion | None, kind: str) -> dict[tuple[str, str], dict[str, Any]]:
    if before is None:
        return {}
    rows = MODELS[kind]._default_manager.filter(version=before)
    names = content_check.SHAPES[kind]
    return {(row.code, row.language): {name: getattr(row, name) for name in names} for row in rows}


def _names(kind: str, keys: set[tuple[str, str]]) -> list[str]:
    return sorted({f"{kind} {code}" for code, _language in keys})
