"""What the pages of texts share."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import ActorRequest, to_sign_in

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

Crumb = tuple[str, str | None]


def show(
    request: ActorRequest,
    template: str,
    network: "Network | None",
    crumbs: list[Crumb],
    *,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page of a network, or of the platform's knowledge, with its path."""
    home: Crumb = (
        (network.name, reverse("networks:home", args=[network.slug]))
        if network
        else (_("Knowledge"), reverse("roadmap:knowledge"))
    )
    request.crumbs = [home, *crumbs]  # type: ignore[attr-defined]
    context = {"network": network, "actor": request.actor, "once_id": once.new(), **context}
    return render(request, f"library/{template}.html", context, status=status)


def tell(request: ActorRequest, text: Any) -> None:
    """Say on the next page what was done."""
    messages.success(request, text)


def add_refusal(form: Any, error: DomainError) -> None:
    """Show a refusal of a service above the form, so that what was typed is kept."""
    form.add_error(None, error.message)


def not_for_strangers(request: ActorRequest) -> HttpResponse:
    """A network that isn't public: who is not signed in goes to signing in, whether it exists or
    not; for others it is not there (rule A1)."""
    if request.actor.is_person:
        raise NotFound
    return to_sign_in(request)
