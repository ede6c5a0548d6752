"""Putting the texts that come with the platform in use: all or nothing, and safe to repeat."""

from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from wijknetwerk.core import clock, log, texts
from wijknetwerk.core.actor import Actor
from wijknetwerk.library import content_files
from wijknetwerk.library.content_files import Text
from wijknetwerk.library.models import Page, Revision, State
from wijknetwerk.library.services import finding, waits


class ContentFaults(Exception):
    """The texts are not right; nothing was loaded."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


@dataclass(slots=True)
class Loaded:
    """What loading did, by code and language."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    to_look_at: list[str] = field(default_factory=list)
    """Texts that were changed here by hand: the new one waits for an administrator's look."""
    fresh: list[Revision] = field(default_factory=list)
    """Texts of pages that were not there before."""

    @property
    def any(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.changed or self.gone or self.to_look_at)


@transaction.atomic
def load(*, actor: Actor, folder: Path = content_files.FOLDER) -> Loaded:
    """Load every text; what is the same stays as it is. ContentFaults when a file is not right."""
    found = content_files.read(folder)
    if found.faults:
        raise ContentFaults(found.faults)
    pages = {
        (page.kind, page.code, page.language): page
        for page in Page.objects.filter(network=None, shipped=True).select_for_update(of=("self",))
    }
    done = Loaded()
    originals: dict[tuple[str, str], Page] = {}
    for text in sorted(found.texts, key=lambda one: one.language != "nl"):
        page = pages.pop((text.kind, text.code, text.language), None)
        page = page or _new_page(text, originals.get((text.kind, text.code)))
        originals.setdefault((text.kind, text.code), page)
        _put_in_use(text, page, done)
    for page in pages.values():
        _take_away(page, done)
    finding.add_all(done.fresh)
    if done.any:
        log.record(
            actor,
            "library.content_loaded",
            None,
            added=len(done.added),
            changed=len(done.changed),
            gone=len(done.gone),
        )
    return done


def _new_page(text: Text, original: Page | None) -> Page:
    page = Page(
        kind=text.kind,
        language=text.language,
        code=text.code,
        shipped=True,
        translation_of=original,
        first_published_at=clock.now(),
    )
    page.save(force_insert=True)
    return page


def _put_in_use(text: Text, page: Page, done: Loaded) -> None:
    rows = list(Revision.objects.filter(page=page).order_by("number"))
    loaded = [row for row in rows if row.digest]
    shown = next((row for row in rows if row.state == State.PUBLISHED), None)
    busy = next((row for row in rows if row.state in (State.DRAFT, State.REVIEW)), None)
    if loaded and loaded[-1].digest == text.digest:
        if shown is None and loaded[-1].what_changed == _GONE:
            made = _revision(text, page, rows)
            _publish(made, None)
            finding.keep(made)
            done.added.append(f"{text.code}.{text.language}")
        return
    name = f"{text.code}.{text.language}"
    if shown is not None and not shown.digest:
        done.to_look_at.append(name)
        if busy is None:  # what somebody writes now is not disturbed; the next loading tries again
            waiting = _revision(text, page, rows)
            waiting.state, waiting.sent_at = State.REVIEW, clock.now()
            waiting.save(force_insert=True)
            waits.sent(waiting)
        return
    made = _revision(text, page, rows)
    _publish(made, shown)
    if rows:
        finding.keep(made)
        done.changed.append(name)
    else:
        done.fresh.append(made)
        done.added.append(name)


def _revision(text: Text, page: Page, rows: list[Revision]) -> Revision:
    return Revision(
        page=page,
        number=rows[-1].number + 1 if rows else 1,
        title=text.title,
        summary=text.summary,
        body=text.body,
        words=texts.plain(text.body),
        about=text.about.plain(),
        what_changed=text.what_changed if rows else "",
        digest=text.digest,
        saved_at=clock.now(),
    )


def _publish(made: Revision, before: Revision | None) -> None:
    now = clock.now()
    if before is not None:
        before.state, before.superseded_at = State.SUPERSEDED, now
        before.save(update_fields=["state", "superseded_at"])
    made.state, made.published_at = State.PUBLISHED, now
    made.save(force_insert=True)


_GONE = "-"


def _take_away(page: Page, done: Loaded) -> None:
    """A text that no longer comes along is no longer in use, unless it was changed here."""
    shown = Revision.objects.filter(page=page, state=State.PUBLISHED).exclude(digest="").first()
    if shown is None:
        return
    shown.page = page
    shown.state, shown.superseded_at, shown.what_changed = State.SUPERSEDED, clock.now(), _GONE
    shown.save(update_fields=["state", "superseded_at", "what_changed"])
    finding.forget(shown)
    done.gone.append(f"{page.code}.{page.language}")
