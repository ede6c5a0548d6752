"""What the views of people share."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ActorRequest

Crumb = tuple[str, str | None]


def show(
    request: ActorRequest,
    template: str,
    network: Any,
    crumbs: list[Crumb] | None = None,
    **context: Any,
) -> HttpResponse:
    """A page within a network, with its path from the members page and a one-time form id."""
    start: list[Crumb] = [(network.name, reverse("networks:home", args=[network.slug]))]
    request.crumbs = [*start, *(crumbs or [])]  # type: ignore[attr-defined]
    context = {"network": network, "actor": request.actor, "once_id": once.new(), **context}
    return render(request, f"networks/{template}.html", context)


def tell(request: ActorRequest, text: Any) -> None:
    """Say on the next page what was done."""
    messages.success(request, text)


def add_refusal(form: Any, error: DomainError) -> None:
    """Show a refusal of a service above the form, so that what was typed is kept."""
    form.add_error(None, error.message)
