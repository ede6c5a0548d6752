"""What the screens of 'my account' share."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.accounts.services import identity
from wijknetwerk.core.pages import ActorRequest
from wijknetwerk.core.shell import heading

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person

P = ParamSpec("P")


def me(request: ActorRequest) -> "Person":
    """The person who looks; the gate let nobody else in."""
    return cast("Person", request.user)


def needs_fresh(
    view: Callable[Concatenate[ActorRequest, P], HttpResponse],
) -> Callable[Concatenate[ActorRequest, P], HttpResponse]:
    """Ask once more who somebody is, when that was longer ago than a quarter of an hour."""

    @wraps(view)
    def asking(request: ActorRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if identity.is_fresh(request, me(request)):
            return view(request, *args, **kwargs)
        query = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('accounts:confirm_identity')}?{query}")

    return asking


def crumbs(request: ActorRequest, here: str) -> None:
    """The path to a page of 'my account'."""
    heading(request).crumbs = [(_("My account"), reverse("accounts:me")), (here, None)]
