"""What the views of the list share."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import screens
from wijknetwerk.core.pages import ActorRequest
from wijknetwerk.core.shell import Crumb


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
    here: Crumb = (_("What is there already"), at(network.slug) if crumbs else None)
    page = f"directory/{template}"
    return screens.show(request, page, network, [here, *(crumbs or [])], status=status, **context)


def at(slug: str, uuid: Any = None) -> str:
    """The address of the list, or of one entry."""
    if uuid is None:
        return reverse("directory:list", args=[slug])
    return reverse("directory:entry", args=[slug, uuid])
