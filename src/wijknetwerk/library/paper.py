"""A tool on one or two sides of A4, made by typst."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Protocol

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from markdown_it.token import Token

from wijknetwerk.core import pdf
from wijknetwerk.core.templating import date_words
from wijknetwerk.core.texts import named_pictures, tokens_of
from wijknetwerk.library.about import About

TEMPLATE: Final = Path(__file__).parent / "typst" / "tool.typ"
_HOLDERS: Final = {
    "bullet_list_open": "list",
    "ordered_list_open": "steps",
    "blockquote_open": "quote",
    "list_item_open": "item",
    "table_open": "table",
    "tr_open": "row",
    "th_open": "cell",
    "td_open": "cell",
}


class Drawn(Protocol):
    """A picture that a template can show, with what it says to who can't see it."""

    @property
    def svg(self) -> str: ...
    @property
    def alt(self) -> str: ...


def tool_sheet(
    revision: Any, network_name: str = "", *, pictures: Mapping[str, Drawn] | None = None
) -> bytes:
    """The PDF of a published version: what for, the facts, how to do it, after whose work. Pictures
    that the text doesn't name stand below it, as on the screen."""
    about, drawn = About.of(revision.about), pictures or {}
    named = set(named_pictures(revision.body))
    below = [_picture(one) for name, one in drawn.items() if name not in named]
    data = {
        "title": revision.title,
        "summary": revision.summary,
        "facts": [{"name": name, "value": value} for name, value in facts(about)],
        "blocks": [*blocks(revision.body, drawn), *below],
        "foot": " · ".join(_foot(about, network_name)),
    }
    return pdf.render(TEMPLATE, data, language=revision.page.language or get_language() or "nl")


def facts(about: About) -> list[tuple[str, str]]:
    """The facts of a tool in words, as far as there are any."""
    rows = [
        (_("Phase"), ", ".join(about.phase_words)),
        (_("For whom"), ", ".join(about.reader_words)),
        (_("Time"), about.time_words),
        (_("Group"), about.group_words),
        (_("You need"), ", ".join(about.material)),
    ]
    return [(name, value) for name, value in rows if value]


def _foot(about: About, network_name: str) -> Iterator[str]:
    if about.source:
        yield _("Source: %(source)s") % {"source": about.source_words}
    if about.reviewed:
        yield _("Last looked at on %(day)s") % {"day": date_words(about.reviewed, weekday=False)}
    yield network_name or "Wijknetwerk"


def _picture(drawn: Drawn) -> dict[str, Any]:
    return {"kind": "picture", "svg": drawn.svg, "alt": drawn.alt}


def blocks(text: str, pictures: Mapping[str, Drawn] | None = None) -> list[dict[str, Any]]:
    """A text as plain blocks in blocks, for a template that runs nothing of what people typed. A
    picture that `pictures` doesn't know shows nothing."""
    top: dict[str, Any] = {"kind": "top", "blocks": []}
    stack = [top]
    for token in tokens_of(text):
        _add(token, stack)
        if token.type == "inline":
            names = [one.attrs.get("src") for one in token.children or [] if one.type == "image"]
            known = [(pictures or {}).get(str(name)) for name in names]
            stack[-1]["blocks"] += [_picture(one) for one in known if one is not None]
    found: list[dict[str, Any]] = top["blocks"]
    return found


def _add(token: Token, stack: list[dict[str, Any]]) -> None:
    here = stack[-1]["blocks"]
    if token.type in _HOLDERS:
        held: dict[str, Any] = {"kind": _HOLDERS[token.type], "blocks": []}
        if token.type == "ordered_list_open":
            held["start"] = int(token.attrs.get("start", 1))
        here.append(held)
        stack.append(held)
    elif token.type.removesuffix("_close") + "_open" in _HOLDERS:
        stack.pop()
    elif token.type == "heading_open":
        stack[-1]["heading"] = min(max(int(token.tag[1]) - 1, 1), 3)
    elif token.type == "inline":
        level = stack[-1].pop("heading", 0)
        kind = "heading" if level else "words"
        here.append({"kind": kind, "level": level, "runs": list(_runs(token))})
    elif token.type == "hr":
        here.append({"kind": "line"})
    elif token.type in ("fence", "code_block"):
        here.append({"kind": "words", "level": 0, "runs": [_run(token.content, set())]})


def _runs(token: Token) -> Iterator[dict[str, Any]]:
    """Pieces of one paragraph: words with what they are."""
    marks: set[str] = set()
    href = ""
    for child in token.children or []:
        if child.type in ("strong_open", "em_open"):
            marks.add(child.type.removesuffix("_open"))
        elif child.type in ("strong_close", "em_close"):
            marks.discard(child.type.removesuffix("_close"))
        elif child.type == "link_open":
            href = str(child.attrs.get("href", ""))
        elif child.type == "link_close":
            if href.startswith(("https://", "http://")):
                yield _run(f" ({href})", set())
            href = ""
        elif child.type in ("text", "code_inline"):
            yield _run(child.content, marks)
        elif child.type in ("softbreak", "hardbreak"):
            yield _run("\n" if child.type == "hardbreak" else " ", marks)


def _run(text: str, marks: set[str]) -> dict[str, Any]:
    return {"text": text, "strong": "strong" in marks, "em": "em" in marks}
