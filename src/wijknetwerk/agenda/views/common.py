"""What the views of the agenda share."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, cast

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ActorRequest, to_sign_in
from wijknetwerk.core.shell import Crumb

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

P = ParamSpec("P")
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


def agenda_crumb(slug: str) -> Crumb:
    """The way back to the agenda."""
    return (_("Agenda"), reverse("agenda:agenda", args=[slug]))


def event_crumbs(network: "Network", event: Any) -> list[Crumb]:
    """The way back to an event."""
    return [
        agenda_crumb(network.slug),
        (event.title, reverse("agenda:event", args=[network.slug, event.uuid])),
    ]
