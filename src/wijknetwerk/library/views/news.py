"""News of a network, for members and strangers; and the pictures of texts."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from wijknetwerk.core import files
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ActorRequest, page
from wijknetwerk.library import access
from wijknetwerk.library.selectors import news as selectors
from wijknetwerk.library.selectors import shown
from wijknetwerk.library.views.common import not_for_strangers, show

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@page(public=True)
def news(request: ActorRequest, slug: str) -> HttpResponse:
    """All news, the newest first; successes alone with one tap."""
    successes = request.GET.get("gelukt") == "1"
    try:
        with access.reading(request.actor, slug) as (network, as_member):
            found, any_success = selectors.news_page(
                network,
                as_member=as_member,
                number=request.GET.get("blad", ""),
                successes=successes,
            )
    except NotFound:
        return not_for_strangers(request)
    return show(
        request,
        "news_list",
        network,
        [(_("News"), None)],
        found=found,
        successes=successes,
        any_success=any_success,
        as_member=as_member,
    )


@page(public=True)
def news_item(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One item with its pictures. Who wrote it is for members."""
    try:
        with access.reading(request.actor, slug) as (network, as_member):
            found = selectors.news_item(network, uuid, as_member=as_member)
            item = shown.reading(found)
            writer = selectors.writer_of(found) if as_member else ""
    except NotFound:
        return not_for_strangers(request)
    return show(
        request,
        "news_show",
        network,
        [(_("News"), reverse("library:news", args=[slug])), (found.title, None)],
        item=item,
        writer=writer,
        as_member=as_member,
        for_members=found.audience == "members",
        may_change=selectors.may_change(request.actor, network, found) if as_member else False,
    )


@page(public=True)
def picture(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """A picture of a page of the platform; of one that is being written for its administrators."""
    try:
        return _answer(request, access.public_picture(uuid))
    except NotFound:
        if not request.actor.is_person:
            raise
        desk = access.desk_for(request.actor, None)
        return _answer(request, access.picture_at(request.actor, desk, uuid))


@page(public=True)
def own_picture(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A picture of a network's page, for who may read that page; else for who works on it."""
    try:
        with access.reading(request.actor, slug) as (network, as_member):
            return _answer(request, _picture_here(request.actor, network, uuid, as_member))
    except NotFound:
        return not_for_strangers(request)


def _picture_here(actor: Actor, network: "Network", uuid: UUID, as_member: bool) -> Any:
    try:
        return access.picture_in(network, uuid, as_member=as_member)
    except NotFound:
        if not as_member:
            raise
        return access.picture_at(actor, access.check_desk(actor, network), uuid)


def _answer(request: ActorRequest, found: Any) -> HttpResponse:
    """A picture never changes under its address. Browsers keep it, and ask each time whether they
    may show it still: what is taken away is gone at once."""
    etag = f'"{found.file.uuid.hex}"'
    answer = get_conditional_response(request, etag=etag)
    if answer is None:
        answer = files.answer(found.file, as_download=False)
    answer["Cache-Control"], answer["ETag"] = "private, no-cache", etag
    return answer
