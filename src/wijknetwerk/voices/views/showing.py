"""What the pages of stories, themes, diaries and polls share."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import screens
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ActorRequest
from wijknetwerk.core.shell import Crumb


def show(
    request: ActorRequest, template: str, network: Any, crumbs: list[Crumb], **context: Any
) -> HttpResponse:
    """A page of Meedenken within a network, for a member or a stranger."""
    member = request.actor.standing_in(network.pk) is not None
    first = (_("Think along"), reverse("voices:first", args=[network.slug]))
    path = [first, *crumbs] if member else crumbs
    context = {"is_member": member, **context}
    return screens.show(request, f"voices/{template}", network, path, **context)


def add_refusal(form: Any, error: DomainError) -> None:
    """Show a refusal above the form. When the text seems to hold somebody's number or address,
    also ask whether that is meant."""
    unsure = error.code == "looks_personal"
    if unsure:
        form.ask_if_sure()
    screens.add_refusal(form, error, "sure" if unsure else None)
