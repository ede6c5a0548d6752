"""The toolbox: to find a tool, to read it, to print it. Of the platform, and of a network."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from wijknetwerk.core import documents
from wijknetwerk.core.pages import ActorRequest, page
from wijknetwerk.library import paper
from wijknetwerk.library.about import PHASES, READERS, TIMES
from wijknetwerk.library.selectors import shown
from wijknetwerk.library.selectors import tools as selectors
from wijknetwerk.library.views.common import show
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.access import Act


@page(public=True)
def tools(request: ActorRequest) -> HttpResponse:
    """All tools, by phase, reader and time."""
    wanted, found, total = _looked_for(request, selectors.all_tools)
    return show(
        request,
        "tools_list",
        None,
        [(_("Toolbox"), None)],
        cards=found,
        total=total,
        wanted=wanted,
        pills=_pills(wanted),
        here=reverse("library:tools"),
        may_write=request.actor.is_platform_administrator,
    )


@page()
def own_tools(request: ActorRequest, slug: str) -> HttpResponse:
    """The same for members, with the network's own tools first."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    wanted, found, total = _looked_for(
        request, lambda with_words: selectors.all_tools(network, with_words=with_words)
    )
    return show(
        request,
        "tools_list",
        network,
        [(_("Toolbox"), None)],
        cards=found,
        total=total,
        wanted=wanted,
        pills=_pills(wanted),
        here=reverse("library:own_tools", args=[slug]),
        may_write=True,
    )


def _looked_for(
    request: ActorRequest, find: Callable[..., list[selectors.ToolCard]]
) -> tuple[selectors.Wanted, list[selectors.ToolCard], int]:
    asked = request.GET
    wanted = selectors.Wanted(
        q=asked.get("q", "")[:100],
        phase=asked.get("fase", "") if asked.get("fase") in PHASES else "",
        reader=asked.get("voor", "") if asked.get("voor") in READERS else "",
        time=asked.get("tijd", "") if asked.get("tijd") in TIMES else "",
    )
    cards = find(with_words=bool(wanted.q.strip()))
    return wanted, [card for card in cards if wanted.fits(card)], len(cards)


def _pills(wanted: selectors.Wanted) -> list[tuple[str, list[dict[str, Any]]]]:
    """Three rows of filters; each keeps what the others say."""
    chosen = {"q": wanted.q, "fase": wanted.phase, "voor": wanted.reader, "tijd": wanted.time}
    rows: list[tuple[str, str, dict[str, Any]]] = [
        (_("Phase"), "fase", PHASES),
        (_("For whom"), "voor", READERS),
        (_("Time"), "tijd", TIMES),
    ]
    return [(label, list(_row(name, words, chosen))) for label, name, words in rows]


def _row(name: str, words: dict[str, Any], chosen: dict[str, str]) -> list[dict[str, Any]]:
    def at(value: str) -> str:
        kept = {key: said for key, said in {**chosen, name: value}.items() if said}
        return f"?{urlencode(kept)}" if kept else "?"

    every = {"label": _("All"), "url": at(""), "current": not chosen[name]}
    return [every] + [
        {"label": str(word), "url": at(code), "current": chosen[name] == code}
        for code, word in words.items()
    ]


@page(public=True)
def tool(request: ActorRequest, code: str) -> HttpResponse:
    """One tool: what for, for whom, how long, with how many, what one needs, how to do it."""
    found, other = selectors.tool(code)
    return show(
        request,
        "tool_show",
        None,
        [(_("Toolbox"), reverse("library:tools")), (found.title, None)],
        tool=shown.reading(found),
        code=code,
        page_uuid=found.page.uuid,
        other_languages=other,
        paper_url=reverse("library:tool_paper", args=[code]),
        standings=request.actor.standings,
    )


@page()
def own_tool(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A tool of the network itself, or its own version of one of the platform's."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = selectors.own_tool(network, uuid)
    crumbs = [(_("Toolbox"), reverse("library:own_tools", args=[slug])), (found.title, None)]
    return show(
        request,
        "tool_show",
        network,
        crumbs,
        tool=shown.reading(found),
        code=found.page.adapts,
        page_uuid=uuid,
        other_languages=[],
        paper_url=reverse("library:own_tool_paper", args=[slug, uuid]),
        standings=(),
    )


@page(public=True)
def tool_paper(request: ActorRequest, code: str) -> HttpResponse:
    """A tool on paper."""
    found, _other = selectors.tool(code)
    return _paper(found, code)


@page()
def own_tool_paper(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A network's own tool on paper. It holds nothing about people, so it is not noted."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = selectors.own_tool(network, uuid)
    return _paper(found, found.page.adapts or "hulpmiddel", network.name)


def _paper(found: Any, name: str, network: str = "") -> HttpResponse:
    sheet = paper.tool_sheet(found, network, pictures=shown.pictures_on_paper(found))
    return documents.pdf(sheet, name)
