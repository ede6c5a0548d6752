"""A version of a page as a reader sees it: its text with its pictures, and how it came to be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.utils.translation import get_language
from markupsafe import Markup

from wijknetwerk.core import files, pictures
from wijknetwerk.core.addresses import address
from wijknetwerk.core.texts import Shown, markdown, named_pictures
from wijknetwerk.library.about import About
from wijknetwerk.library.models import Page, Picture, Revision


@dataclass(frozen=True, slots=True)
class Version:
    """One line of how a page changed."""

    number: int
    on: datetime
    what_changed: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a page shows of its text. `below` are pictures that the text itself doesn't name."""

    uuid: UUID
    title: str
    summary: str
    html: Markup
    below: tuple[Shown, ...]
    about: About
    language: str
    foreign: bool
    success: bool
    published_at: datetime | None
    own_look: bool
    versions: tuple[Version, ...] = ()


def language_now() -> str:
    """The reader's language, as far as pages know it."""
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def reading(revision: Revision, *, with_versions: bool = True) -> Reading:
    """The text of a version for its page; at most two more queries."""
    known = pictures_of([revision]).get(revision.pk, {}) if revision.pictures else {}
    named = set(named_pictures(revision.body)) if known else set()
    language = revision.page.language
    return Reading(
        uuid=revision.page.uuid,
        title=revision.title,
        summary=revision.summary,
        html=html_of(revision.body, tuple(known.items())),
        below=tuple(shown for name, shown in known.items() if name not in named),
        about=About.of(revision.about),
        language=language,
        foreign=language != language_now(),
        success=revision.success,
        published_at=revision.published_at,
        own_look=revision.own_look,
        versions=versions_of(revision.page) if with_versions else (),
    )


@lru_cache(maxsize=256)
def html_of(body: str, pictures: tuple[tuple[str, Shown], ...]) -> Markup:
    """The same words are made into HTML once."""
    return markdown(body, top=2, pictures=dict(pictures))


def versions_of(page: Page) -> tuple[Version, ...]:
    """The published versions of a page with what changed, the newest first."""
    rows = Revision.objects.filter(page=page, published_at__isnull=False).order_by("-number")
    found = rows.values_list("number", "published_at", "what_changed")
    return tuple(Version(number, on, what) for number, on, what in found if on and what != "-")


def pictures_of(revisions: Iterable[Revision]) -> dict[int, dict[str, Shown]]:
    """The pictures that these versions show, by what a text calls them, in order. One query."""
    wanted = {row.pk: row for row in revisions if row.pictures}
    if not wanted:
        return {}
    rows = Picture.objects.filter(page__in={row.page_id for row in wanted.values()})
    by_place = {(row.page_id, row.number): row for row in rows.select_related("network")}
    return {
        pk: {
            f"foto:{number}": shown_as(by_place[row.page_id, number])
            for number in row.pictures
            if (row.page_id, number) in by_place
        }
        for pk, row in wanted.items()
    }


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A picture for a PDF; decoration has no words."""

    svg: str
    alt: str


def pictures_on_paper(revision: Revision) -> dict[str, OnPaper]:
    """The pictures of a version by what its text calls them, drawn for paper. One query."""
    if not revision.pictures:
        return {}
    rows = Picture.objects.filter(page=revision.page_id, number__in=revision.pictures)
    by_number = {row.number: row for row in rows.select_related("file")}
    return {
        f"foto:{number}": OnPaper(
            pictures.for_paper(files.content_of(by_number[number].file)), by_number[number].alt
        )
        for number in revision.pictures
        if number in by_number
    }


def shown_as(picture: Picture) -> Shown:
    """A picture with its address and words."""
    if picture.network is None:
        src = address("library:picture", uuid=picture.uuid)
    else:
        src = address("library:own_picture", slug=picture.network.slug, uuid=picture.uuid)
    return Shown(str(src), picture.alt, picture.width, picture.height)


def first_pictures(revisions: Sequence[Revision]) -> dict[int, Shown]:
    """One picture for each of these versions that has any: the first that is no decoration."""
    found = {}
    for pk, shown in pictures_of(revisions).items():
        if first := next((one for one in shown.values() if one.alt), None):
            found[pk] = first
    return found
