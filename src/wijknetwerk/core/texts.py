"""Texts that people write: Markdown as HTML that can do no harm, as plain words, as paper.

    markdown("Kom *langs* op [zaterdag](/n/linde/agenda/).")

No HTML that somebody types comes through; it shows as what was typed. Headings begin at `top`, so
that a text fits under the headings of its page. Pictures show only when the caller names them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

_TEXT: Final = ("p", "br", "strong", "em", "blockquote", "code", "pre", "hr", "a", "img")
_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6")
_LISTS: Final = ("ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td")
_ELEMENTS: Final = (*_TEXT, *_HEADINGS, *_LISTS)
_ATTRIBUTES: Final = {
    "a": {"href"},
    "ol": {"start"},
    "img": {"src", "alt", "width", "height", "loading"},
}
_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
_LOWEST: Final = 6

_parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("html_inline")


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as a text shows it: where it is, what it says to who can't see it, its size."""

    src: str
    alt: str
    width: int
    height: int


Pictures = Mapping[str, Shown]
"""Pictures by what a text calls them: `![](foto:1)` asks for 'foto:1'."""


def markdown(text: str, *, top: int = 3, pictures: Pictures | None = None) -> Markup:
    """The text as HTML: paragraphs, lists, tables, links, and headings from level `top` down.

    A link leads to http, https, mail, a phone number or a page of ours. A picture that `pictures`
    doesn't know shows nothing.
    """
    known = pictures or {}
    tokens = _parser.parse(text)
    _set_headings(tokens, top)
    _set_pictures(tokens, known)
    html = _parser.renderer.render(tokens, _parser.options, {})
    return Markup(_clean(html, frozenset(one.src for one in known.values())))  # noqa: S704


def plain(text: str) -> str:
    """Only the words of a text, for searching and for a short beginning."""
    words = (_words(token) for token in _parser.parse(text) if token.type in _WITH_WORDS)
    return " ".join(" ".join(words).split())


def named_pictures(text: str) -> list[str]:
    """What the pictures in a text are called, in order."""
    inline = (token.children or [] for token in _parser.parse(text) if token.type == "inline")
    return [
        str(child.attrs.get("src", ""))
        for children in inline
        for child in children
        if child.type == "image"
    ]


def tokens_of(text: str) -> list[Token]:
    """The parsed text, for who makes something else of it than HTML (paper)."""
    return _parser.parse(text)


_WITH_WORDS: Final = ("inline", "fence", "code_block")


def _words(token: Token) -> str:
    if not token.children:
        return token.content if token.type != "inline" else ""
    parts = (
        child.content if child.type in ("text", "code_inline") else " "
        for child in token.children
        if child.type in ("text", "code_inline", "softbreak", "hardbreak")
    )
    return "".join(parts)


def _set_headings(tokens: list[Token], top: int) -> None:
    """`#` and `##` become the highest level; no level is skipped on the way down."""
    before = top - 1
    for token in tokens:
        if token.type == "heading_open":
            wanted = top + max(int(token.tag[1]) - 2, 0)
            before = min(wanted, before + 1, _LOWEST)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{before}"


def _set_pictures(tokens: list[Token], known: Pictures) -> None:
    for token in tokens:
        for child in token.children or []:
            if child.type != "image":
                continue
            shown = known.get(str(child.attrs.get("src", "")))
            if shown is None:
                child.type, child.tag, child.content, child.children = "text", "", "", None
                continue
            child.attrs = {
                "src": shown.src,
                "alt": "",
                "width": shown.width,
                "height": shown.height,
                "loading": "lazy",
            }
            child.children = [Token("text", "", 0, content=shown.alt)]


def _clean(html: str, sources: frozenset[str]) -> str:
    """A short list of elements; whatever else there is, goes. The last word, after the parser."""
    keep: Callable[[str, str, str], str | None] = partial(_attribute, sources)
    return nh3.clean(
        html,
        tags=set(_ELEMENTS),
        attributes={name: set(values) for name, values in _ATTRIBUTES.items()},
        attribute_filter=keep,
        url_schemes=set(_SCHEMES),
        link_rel="nofollow noopener noreferrer",
        strip_comments=True,
    )


def _attribute(sources: frozenset[str], tag: str, name: str, value: str) -> str | None:
    if tag == "a" and name == "href":
        return value if _leads_somewhere_safe(value) else None
    if tag == "img" and name == "src":
        return value if value in sources else None
    return value


def _leads_somewhere_safe(href: str) -> bool:
    """A whole address with a scheme that we take, or a path on this site ('//' is elsewhere)."""
    scheme, colon, rest = href.partition(":")
    if colon and scheme.lower() in _SCHEMES:
        return bool(rest)
    return href.startswith(("/", "#")) and not href.startswith(("//", "/\\"))
