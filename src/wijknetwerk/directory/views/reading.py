"""The list and one entry, for members and, where the network is public, for everybody."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ActorRequest, page, to_sign_in
from wijknetwerk.core.registries import panels_of
from wijknetwerk.core.shell import heading
from wijknetwerk.directory import access, kinds, when
from wijknetwerk.directory.selectors import entry as one
from wijknetwerk.directory.selectors import listing, unchecked
from wijknetwerk.directory.views.common import at, show

KIND = "directory.service"


@page(public=True)
def list_all(request: ActorRequest, slug: str) -> HttpResponse:
    """All that is there: by words, kind, whom and day. Phone numbers first."""

    def shown(reader: access.Reader) -> HttpResponse:
        wish = listing.Wish.of(request.GET)
        found = listing.page_of(reader, wish, request.GET.get("blz", ""))
        return show(
            request,
            "list",
            reader.network,
            member=reader.is_member,
            wish=wish,
            chosen=_in_words(wish),
            found=found,
            pills=_pills(wish, found.counts),
            whom=_choices(wish, "wie", kinds.audiences()),
            days=_days(wish),
            next_page=f"?{urlencode(wish.params())}&blz=",
            may_read_files=access.may_read_files(request.actor, reader.network),
        )

    return _read(request, slug, shown)


@page(public=True)
def entry(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One thing: the number first, then what, for whom, where and when."""

    def shown(reader: access.Reader) -> HttpResponse:
        found = one.entry_page(reader, uuid, request.actor.person_id)
        panels = panels_of(request.actor, reader.network, (KIND, uuid)) if reader.is_member else []
        context: dict[str, Any] = {"panels": [template for template, _filled in panels]}
        for _template, filled in panels:
            context |= filled
        crumbs: list[tuple[str, str | None]] = [(found.row.name, None)]
        return show(
            request,
            "entry",
            reader.network,
            crumbs,
            member=reader.is_member,
            found=found,
            **context,
        )

    return _read(request, slug, shown)


@page()
def history(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Who did what with an entry, and when."""
    network = access.network_of(request.actor, slug)
    found = access.entry_for(request.actor, network, uuid)
    crumbs: list[tuple[str, str | None]] = [(found.name, at(slug, uuid)), (_("History"), None)]
    return show(request, "history", network, crumbs, entry=found, versions=one.history_of(found))


@page()
def to_check(request: ActorRequest, slug: str) -> HttpResponse:
    """What nobody checked for a year: one's own first, each with 'Still right' in one tap."""
    network = access.network_of(request.actor, slug)
    rows = unchecked.to_check(network)
    mine = unchecked.owned_by(request.actor.own_id)
    crumbs: list[tuple[str, str | None]] = [(_("Not checked for a year"), None)]
    return show(
        request,
        "to_check",
        network,
        crumbs,
        mine=listing.to_check_cards(rows.filter(mine)),
        others=listing.to_check_cards(rows.exclude(mine)),
    )


@page()
def gone(request: ActorRequest, slug: str) -> HttpResponse:
    """What is no longer there, for members."""
    network = access.network_of(request.actor, slug)
    cards = listing.ended_cards(access.Reader(network, True))
    crumbs: list[tuple[str, str | None]] = [(_("No longer there"), None)]
    return show(request, "gone", network, crumbs, cards=cards)


def _read(
    request: ActorRequest, slug: str, shown: Callable[[access.Reader], HttpResponse]
) -> HttpResponse:
    """Who is not signed in goes to signing in where there is nothing to read (rule A1)."""
    try:
        with access.reading(request.actor, slug) as reader:
            if not reader.is_member:
                heading(request).network_name = reader.network.name
            return shown(reader)
    except NotFound:
        if request.actor.is_person or access.is_public(slug):
            raise
        return to_sign_in(request)


def _in_words(wish: listing.Wish) -> str:
    """What is filtered: 'Vervoer, ouderen, maandag'."""
    named = [kinds.kinds()[wish.kind].name] if wish.kind else []
    named += [kinds.audiences()[wish.audience].name] if wish.audience else []
    named += [when.day_name(wish.day)] if wish.day else []
    named += [f"'{wish.text}'"] if wish.text else []
    return ", ".join(named)[:1].upper() + ", ".join(named)[1:]


def _pills(wish: listing.Wish, counts: dict[str, int]) -> list[dict[str, Any]]:
    every = {
        "label": _("All"),
        "count": sum(counts.values()),
        "url": _address(wish, soort=""),
        "current": not wish.kind,
    }
    return [every] + [
        {
            "label": word.name,
            "count": counts[word.code],
            "url": _address(wish, soort=word.code),
            "current": wish.kind.partition(".")[0] == word.code,
        }
        for word in kinds.top_kinds()
        if counts.get(word.code)
    ]


def _choices(wish: listing.Wish, name: str, words: Any) -> list[dict[str, Any]]:
    chosen = wish.params().get(name, "")
    return [
        {
            "label": word.name,
            "url": _address(wish, **{name: "" if word.code == chosen else word.code}),
            "current": word.code == chosen,
        }
        for word in words.values()
        if word.code != kinds.EVERYBODY
    ]


def _days(wish: listing.Wish) -> list[dict[str, Any]]:
    return [
        {
            "label": when.day_name(day),
            "url": _address(wish, dag="" if day == wish.day else day),
            "current": day == wish.day,
        }
        for day in kinds.DAYS
    ]


def _address(wish: listing.Wish, **other: str) -> str:
    """Relative to the list itself."""
    asked = urlencode(wish.params(**other))
    return f"?{asked}#found" if asked else "?"
