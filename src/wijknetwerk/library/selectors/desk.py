"""What a writer works on: the desk's lists, and one text with its state and what may be done."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from wijknetwerk.accounts.names import name_fields
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.texts import Shown
from wijknetwerk.library import access
from wijknetwerk.library.about import About
from wijknetwerk.library.access import Desk
from wijknetwerk.library.models import MOVES, Move, Page, Revision, State
from wijknetwerk.library.selectors.finding import address_of
from wijknetwerk.library.selectors.shown import (
    Reading,
    language_now,
    pictures_of,
    reading,
)

MOST_PUBLISHED = 100


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A text in a list."""

    title: str
    kind: str
    state: str
    state_words: str
    language: str
    who: str
    at: datetime
    url: str
    mine: bool


@dataclass(slots=True)
class DeskPage:
    """Everything that this reader works on here."""

    to_look_at: list[DeskLine] = field(default_factory=list)
    mine: list[DeskLine] = field(default_factory=list)
    others: list[DeskLine] = field(default_factory=list)
    published: list[DeskLine] = field(default_factory=list)


def text_url(desk: Desk, page: UUID, name: str = "text") -> str:
    """The address of a text at this desk."""
    if desk.slug is None:
        return address(f"library:platform_{name}", uuid=page)
    return address(f"library:{name}", slug=desk.slug, uuid=page)


def desk_page(actor: Actor, desk: Desk) -> DeskPage:
    """What is being written, and what is published: own texts, and all for who publishes."""
    rows = Revision.objects.filter(_of(desk), state__in=_LIVE).select_related("page", "written_by")
    if not desk.publishes:
        mine = Q(written_by_id=actor.person_id)
        rows = rows.filter(mine | Q(state=State.PUBLISHED, page__kind="tool"))
    if desk.network is None:  # so many, each twice: what is in use is listed in one language
        rows = rows.exclude(~Q(page__language=language_now()), state=State.PUBLISHED)
    rows = rows.only(*_LINE, *name_fields("written_by")).order_by("-saved_at", "-pk")
    found = DeskPage()
    for row in rows[:200]:
        line = _line(actor, desk, row)
        if row.state == State.PUBLISHED:
            found.published.append(line)
        elif row.state == State.REVIEW and access.allows(actor, desk, Move.SEND_BACK, row):
            (found.mine if line.mine and _others(actor, desk) else found.to_look_at).append(line)
        else:
            (found.mine if line.mine else found.others).append(line)
    del found.published[MOST_PUBLISHED:]
    return found


_LIVE = [State.DRAFT, State.REVIEW, State.PUBLISHED]
_LINE = ("title", "state", "saved_at", "network_id", "page__uuid", "page__kind", "page__language")


def _others(actor: Actor, desk: Desk) -> bool:
    return access.others_publish(actor, desk)


def _of(desk: Desk) -> Q:
    return Q(network=desk.network) if desk.network else Q(network=None)


def _line(actor: Actor, desk: Desk, row: Revision) -> DeskLine:
    return DeskLine(
        title=row.title,
        kind=row.page.get_kind_display(),
        state=row.state,
        state_words=row.get_state_display(),
        language=row.page.language,
        who=row.written_by.name if row.written_by else "",
        at=row.saved_at,
        url=text_url(desk, row.page.uuid),
        mine=access.is_writer(actor, row),
    )


@dataclass(frozen=True, slots=True)
class TextPage:
    """One text at the desk: as it reads now, its state, and what the actor may do with it."""

    uuid: UUID
    kind: str
    language: str
    reading: Reading
    state: str
    state_words: str
    edition: int
    number: int
    audience_words: str
    what_changed: str
    sent_back_why: str
    writer: str
    mine: bool
    saved_at: datetime
    moves: frozenset[str]
    may_edit: bool
    nobody_else: bool
    published_url: str | None
    is_new_version: bool
    translations: tuple[tuple[str, str], ...]
    missing_language: str | None


def text_page(actor: Actor, desk: Desk, uuid: UUID) -> TextPage:
    """A text for who works on it: the version that is being written, else the one in use."""
    page = access.page_at(actor, desk, uuid)
    shown = access.published(page.kind, desk.network).filter(page=page).first()
    if shown is not None:
        shown.network = desk.network
    row = access.open_version(actor, desk, uuid) or shown or _last(actor, desk, page)
    row.page = page
    moves = frozenset(move for move in MOVES if access.allows(actor, desk, move, row))
    return TextPage(
        uuid=page.uuid,
        kind=page.kind,
        language=page.language,
        reading=reading(row),
        state=row.state,
        state_words=row.get_state_display(),
        edition=row.edition,
        number=row.number,
        audience_words=row.get_audience_display() if desk.network else "",
        what_changed=row.what_changed,
        sent_back_why=row.sent_back_why,
        writer=_writer(row),
        mine=access.is_writer(actor, row),
        saved_at=row.saved_at,
        moves=moves,
        may_edit=_may_edit(actor, desk, page, row),
        nobody_else=access.is_writer(actor, row) and not access.others_publish(actor, desk),
        published_url=address_of(shown) if shown is not None else None,
        is_new_version=shown is not None and shown.pk != row.pk,
        **_translations(desk, page),
    )


def _last(actor: Actor, desk: Desk, page: Page) -> Revision:
    """The last version of a page that is no longer in use, for who wrote it and who publishes."""
    found = Revision.objects.filter(page=page).order_by("-number").first()
    if found is None or not (desk.publishes or access.is_writer(actor, found)):
        raise NotFound
    found.network = desk.network
    return found


def _writer(row: Revision) -> str:
    return row.written_by.name if row.written_by_id and row.written_by else ""


def _may_edit(actor: Actor, desk: Desk, page: Page, row: Revision) -> bool:
    if row.state == State.REVIEW:
        return desk.publishes
    return row.state == State.DRAFT or access.may_begin_version(actor, desk, page)


def _translations(desk: Desk, page: Page) -> dict[str, Any]:
    """The same text in the other language, or the language that it misses."""
    root = page.translation_of_id or page.pk
    rows = Page.objects.filter(Q(pk=root) | Q(translation_of_id=root)).exclude(pk=page.pk)
    there = tuple((row.get_language_display(), text_url(desk, row.uuid)) for row in rows)
    other = "en" if page.language == "nl" else "nl"
    return {"translations": there, "missing_language": None if there else other}


@dataclass(frozen=True, slots=True)
class Editing:
    """What the form of a text begins with. `shown`: pictures by number. `original`: the text that
    this one translates, to read beside it."""

    page: Page
    row: Revision
    about: About
    edition: int
    changes: bool
    shown: tuple[tuple[int, Shown], ...]
    original: Reading | None


def editing(actor: Actor, desk: Desk, uuid: UUID) -> Editing:
    """The version that is being written, or else the one in use, to write the next."""
    page = access.page_at(actor, desk, uuid)
    busy = access.open_version(actor, desk, uuid)
    rows = Revision.objects.filter(page=page)
    shown = rows.filter(state=State.PUBLISHED).first()
    row = busy or shown or _last(actor, desk, page)
    row.page, row.network = page, desk.network
    pictures = pictures_of([row]).get(row.pk, {})
    numbered = tuple((int(name.split(":")[1]), one) for name, one in pictures.items())
    return Editing(
        page=page,
        row=row,
        about=About.of(row.about),
        edition=busy.edition if busy else 0,
        changes=busy is None or busy.number > 1,
        shown=numbered,
        original=_original(page),
    )


def _original(page: Page) -> Reading | None:
    if page.translation_of_id is None:
        return None
    return reading_of_page(page.translation_of_id)


def reading_of_page(page_id: int) -> Reading | None:
    """The latest words of a page, to translate from."""
    rows = Revision.objects.filter(page_id=page_id).select_related("page")
    found = rows.order_by("-number").first()
    return reading(found, with_versions=False) if found else None


def theirs(revision: Revision) -> Reading:
    """What somebody else saved meanwhile, to read beside one's own words."""
    return reading(revision, with_versions=False)
