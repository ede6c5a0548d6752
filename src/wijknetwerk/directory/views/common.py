"""What the views of the list share."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.pages import ActorRequest

Crumb = tuple[str, str | None]


def show(
    request: ActorRequest,
    template: str,
    network: Any,
    crumbs: list[Crumb] | None = None,
    *,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page of the list, with the way back to the network and to the list."""
    start: list[Crumb] = [(network.name, reverse("networks:home", args=[network.slug]))]
    here: Crumb = (_("What is there already"), at(network.slug) if crumbs else None)
    request.crumbs = [*start, here, *(crumbs or [])]  # type: ignore[attr-defined]
    context = {"network": network, "actor": request.actor, "once_id": once.new(), **context}
    return render(request, f"directory/{template}.html", context, status=status)


def at(slug: str, uuid: Any = None) -> str:
    """The address of the list, or of one entry."""
    if uuid is None:
        return reverse("directory:list", args=[slug])
    return reverse("directory:entry", args=[slug, uuid])


def tell(request: ActorRequest, text: Any) -> None:
    """Say on the next page what was done."""
    messages.success(request, text)
