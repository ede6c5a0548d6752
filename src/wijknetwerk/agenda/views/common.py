"""What the views of the agenda share."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, cast

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

P = ParamSpec("P")
Crumb = tuple[str, str | None]
View = Callable[Concatenate[ActorRequest, P], HttpResponse]


def open_door(view: View[P]) -> View[P]:
    """A page that is there for members, and for everybody where its gate lets strangers in. Who is
    not signed in goes to signing in, whether it exists or not (rule A1)."""

    @wraps(view)
    def guarded(request: ActorRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotFound:
            if request.actor.is_person:
                raise
            return to_sign_in(request)

    return cast("View[P]", guarded)


def show(
    request: ActorRequest,
    template: str,
    network: "Network",
    crumbs: list[Crumb] | None = None,
    **context: Any,
) -> HttpResponse:
    """A page within a network, with its path and a one-time form id."""
    if request.actor.standing_in(network.pk) is None:
        request.network_shown = network.name  # type: ignore[attr-defined]
    start: list[Crumb] = [(network.name, reverse("networks:home", args=[network.slug]))]
    request.crumbs = [*start, *(crumbs or [])]  # type: ignore[attr-defined]
    context = {"network": network, "actor": request.actor, "once_id": once.new(), **context}
    return render(request, f"agenda/{template}.html", context)


def agenda_crumb(slug: str) -> Crumb:
    """The way back to the agenda."""
    return (_("Agenda"), reverse("agenda:agenda", args=[slug]))


def event_crumbs(network: "Network", event: Any) -> list[Crumb]:
    """The way back to an event."""
    return [
        agenda_crumb(network.slug),
        (event.title, reverse("agenda:event", args=[network.slug, event.uuid])),
    ]


def tell(request: ActorRequest, text: Any) -> None:
    """Say on the next page what was done."""
    messages.success(request, text)


def add_refusal(form: Any, error: DomainError) -> None:
    """Show a refusal of a service above the form, so that what was typed is kept."""
    form.add_error(None, error.message)


def pdf_answer(content: bytes, name: str) -> HttpResponse:
    """A PDF that nobody keeps on the way."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    answer["Cache-Control"] = "no-store, private"
    return answer
