"""What the pages of texts share."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import screens
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ActorRequest, to_sign_in
from wijknetwerk.core.shell import Crumb, heading

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


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
    page = f"library/{template}"
    if network is not None:
        return screens.show(request, page, network, crumbs, status=status, **context)
    heading(request).crumbs = [(_("Knowledge"), reverse("roadmap:knowledge")), *crumbs]
    return screens.draw(request, page, status=status, network=None, **context)


def not_for_strangers(request: ActorRequest) -> HttpResponse:
    """A network that isn't public: who is not signed in goes to signing in, whether it exists or
    not; for others it is not there (rule A1)."""
    if request.actor.is_person:
        raise NotFound
    return to_sign_in(request)
