"""Makes the actor of a request and keeps its scope in force until the answer is there."""

import ipaddress
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from wijknetwerk.core import registries, scope

if TYPE_CHECKING:
    from wijknetwerk.core.pages import ActorRequest


class ActorMiddleware:
    """Sets `request.actor`; the database sees the scope of that actor and nothing else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(settings.STATIC_URL):
            return self.get_response(request)
        with scope.cleared_after(), scope.use(scope.NOBODY):
            actor = registries.actor_of_request(request)
            cast("ActorRequest", request).actor = actor.at(
                address=client_address(request),
                traceparent=getattr(request, "traceparent", ""),
            )
            with scope.acting(actor):
                return self.get_response(request)


def client_address(request: HttpRequest) -> str:
    """The visitor's address: behind N trusted proxies the N-th from the right, else the peer.

    Always an address that `ipaddress` can read (what no proxy of ours wrote is no address), or ''.
    """
    peer = _as_address(request.META.get("REMOTE_ADDR", ""))
    if not settings.TRUSTED_PROXIES:
        return peer
    chain = request.headers.get("X-Forwarded-For", "").split(",")
    if len(chain) < settings.TRUSTED_PROXIES:
        return peer
    return _as_address(chain[-settings.TRUSTED_PROXIES]) or peer


def _as_address(text: str) -> str:
    """'1.2.3.4' for '1.2.3.4', '1.2.3.4:5678' and '::ffff:1.2.3.4'; '' for what is no address."""
    bare = text.strip()
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        found = ipaddress.ip_address(bare.partition("%")[0])
    except ValueError:
        return ""
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return str(mapped or found)
