"""What the views of all apps share: a page with its path, what was done, a refusal of a service."""

from typing import Any, Protocol

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render

from wijknetwerk.core import drafts, once
from wijknetwerk.core.addresses import address
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ActorRequest
from wijknetwerk.core.shell import Crumb, heading


class Within(Protocol):
    """The network within which a page is shown."""

    @property
    def pk(self) -> Any: ...
    @property
    def name(self) -> str: ...
    @property
    def slug(self) -> str: ...


def show(
    request: ActorRequest,
    template: str,
    network: Within,
    crumbs: list[Crumb] | None = None,
    *,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page within a network ('agenda/event' is its template), with its path from the network's
    own page and a one-time form id. Who takes no part in the network reads its name above it."""
    said = heading(request)
    if request.actor.standing_in(network.pk) is None:
        said.network_name = network.name
    home = (network.name, address("networks:home", slug=network.slug))
    said.crumbs = [home, *(crumbs or [])]
    return draw(request, template, status=status, network=network, **context)


def draw(
    request: ActorRequest, template: str, *, status: int = 200, **context: Any
) -> HttpResponse:
    """A page with what every template may ask for: its actor and one-time ids for forms. A form
    whose class says `keeps_draft = True` is kept while one types (core.drafts)."""
    if getattr(context.get("form"), "keeps_draft", False):
        drafts.offer(request, context["form"])
    always = {"actor": request.actor, "once_id": once.new(), "new_once": once.new}
    return render(request, f"{template}.html", {**always, **context}, status=status)


def tell(request: ActorRequest, text: Any) -> None:
    """Say on the next page what was done."""
    messages.success(request, text)


def add_refusal(form: BaseForm, error: DomainError, field: str | None = None) -> None:
    """Show a refusal of a service above the form (or at its field), so that what was typed is
    kept."""
    form.add_error(field, str(error.message))
