"""What the pages of stories, themes, diaries and polls share."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ActorRequest

Crumb = tuple[str, str | None]


def show(
    request: ActorRequest, template: str, network: Any, crumbs: list[Crumb], **context: Any
) -> HttpResponse:
    """A page of Meedenken within a network, for a member or a stranger."""
    start: list[Crumb] = [(network.name, reverse("networks:home", args=[network.slug]))]
    member = request.actor.standing_in(network.pk) is not None
    if member:
        start.append((_("Think along"), reverse("voices:first", args=[network.slug])))
    else:
        request.network_shown = network.name  # type: ignore[attr-defined]
    request.crumbs = [*start, *crumbs]  # type: ignore[attr-defined]
    context = {
        "network": network,
        "actor": request.actor,
        "is_member": member,
        "once_id": once.new(),
        **context,
    }
    return render(request, f"voices/{template}.html", context)


def tell(request: ActorRequest, text: Any) -> None:
    """Say on the next page what was done."""
    messages.success(request, text)


def add_refusal(form: Any, error: DomainError) -> None:
    """Show a refusal above the form, so that what was typed is kept. When the text seems to hold
    somebody's number or address, also ask whether that is meant."""
    if error.code == "looks_personal":
        form.ask_if_sure()
    form.add_error("sure" if error.code == "looks_personal" else None, error.message)
