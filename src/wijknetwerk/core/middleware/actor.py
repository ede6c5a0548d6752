"""Makes the actor of a request and keeps its scope in force until the answer is there."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from wijknetwerk.core import registries, scope


class ActorMiddleware:
    """Sets `request.actor`; the database sees the scope of that actor and nothing else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(settings.STATIC_URL):
            return self.get_response(request)
        with scope.use(scope.NOBODY):
            actor = registries.actor_of_request(request)
            request.actor = actor.at(  # type: ignore[attr-defined]
                address=client_address(request),
                traceparent=getattr(request, "traceparent", ""),
            )
            with scope.acting(actor):
                return self.get_response(request)


def client_address(request: HttpRequest) -> str:
    """The visitor's address: behind N trusted proxies the N-th from the right, else the peer."""
    if settings.TRUSTED_PROXIES:
        chain = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
        if len(chain) >= settings.TRUSTED_PROXIES and chain[0]:
            return chain[-settings.TRUSTED_PROXIES]
    address: str = request.META.get("REMOTE_ADDR", "")
    return address
