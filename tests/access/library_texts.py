"""Rows of tools, questions, news and who writes them. Amina wrote the news of De Linde; its leaders
publish. The platform's own texts are Vera's."""

from typing import Any

from tests.access.row import ALL_MEMBERS, EVERYBODY_SEES, STRANGERS, Row, in_linde
from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.library.models import Page, Picture, Revision

OF_THE_PLATFORM = {
    302: "nobody",
    404: "sam otto farid amina els lena ben priya joost ad dewi",
    200: "vera",
}
OF_ITS_WRITER = {302: "nobody", 404: f"{STRANGERS} els lena ben priya joost", 200: "amina ad dewi"}


def _text(cast: Cast, *, mine: bool, kind: str, state: str, network: bool) -> Page:
    with scope.acting(SYSTEM):
        page = Page.objects.create(
            network=cast.linde if network else None,
            kind=kind,
            language="nl",
            code="" if network else "buurtlunch",
            first_published_at=NOW if state == "published" else None,
        )
        Revision.objects.create(
            page=page,
            network=page.network,
            number=1,
            state=state,
            title="De buurtlunch",
            body="Eet samen.",
            pictures=[1],
            written_by=cast.amina if mine else None,
            saved_at=NOW,
            published_at=NOW if state == "published" else None,
        )
    return page


def _of(kind: str, state: str = "published", *, by: str = "uuid", network: bool = False) -> Any:
    def where(cast: Cast) -> dict[str, Any]:
        page = _text(cast, mine=network, kind=kind, state=state, network=network)
        parts = {"uuid": page.uuid} if by == "uuid" else {"code": page.code}
        return {"slug": "de-linde", **parts} if network else parts

    return where


def _picture(*, network: bool) -> Any:
    def where(cast: Cast) -> dict[str, Any]:
        from wijknetwerk.core import files
        from wijknetwerk.library.tests.texting import photo

        page = _text(
            cast, mine=False, kind="news" if network else "tool", state="published", network=network
        )
        with scope.acting(SYSTEM):
            made = Picture.objects.create(
                page=page,
                network=page.network,
                number=1,
                file=files.store(name="foto.jpg", content=photo()),
                alt="Een tafel",
                width=60,
                height=40,
            )
        return {"slug": "de-linde", "uuid": made.uuid} if network else {"uuid": made.uuid}

    return where


def _new(kind: str, **parts: str) -> Any:
    return lambda _cast: {"kind": kind, **parts}


ROWS = [
    Row("library:tools", EVERYBODY_SEES),
    Row("library:tool", EVERYBODY_SEES, _of("tool", by="code")),
    Row("library:tool_paper", EVERYBODY_SEES, _of("tool", by="code")),
    Row("library:questions", EVERYBODY_SEES),
    Row("library:question", EVERYBODY_SEES, _of("question", by="code")),
    Row("library:picture", EVERYBODY_SEES, _picture(network=False)),
    Row("library:platform_texts", OF_THE_PLATFORM),
    Row("library:platform_text_new", OF_THE_PLATFORM, _new("hulpmiddel")),
    Row("library:platform_text", OF_THE_PLATFORM, _of("tool", "draft")),
    Row("library:platform_text_edit", OF_THE_PLATFORM, _of("tool", "draft")),
    Row("library:news", EVERYBODY_SEES, in_linde),
    Row("library:news_item", EVERYBODY_SEES, _of("news", network=True)),
    Row("library:own_picture", EVERYBODY_SEES, _picture(network=True)),
    Row("library:own_tools", ALL_MEMBERS, in_linde),
    Row("library:own_tool", ALL_MEMBERS, _of("tool", network=True)),
    Row("library:own_tool_paper", ALL_MEMBERS, _of("tool", network=True)),
    Row("library:texts", ALL_MEMBERS, in_linde),
    Row("library:text_new", ALL_MEMBERS, _new("nieuws", slug="de-linde")),
    Row("library:text", OF_ITS_WRITER, _of("news", "draft", network=True)),
    Row("library:text_edit", OF_ITS_WRITER, _of("news", "draft", network=True)),
]
