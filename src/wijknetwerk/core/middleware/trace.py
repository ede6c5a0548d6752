"""A W3C traceparent for every request: taken over when valid, made otherwise; it is our id."""

import re
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

import structlog
from django.http import HttpRequest, HttpResponse

if TYPE_CHECKING:
    from wijknetwerk.core.pages import ActorRequest

_VALID = re.compile(r"^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$")
_ZERO = "0" * 32


class TraceMiddleware:
    """Puts `request.traceparent` and binds it to every line that this request logs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        trace = _trace_id(request.headers.get("traceparent", ""))
        traced = cast("ActorRequest", request)
        traced.traceparent = f"00-{trace}-{secrets.token_hex(8)}-01"
        with structlog.contextvars.bound_contextvars(trace=trace):
            response = self.get_response(request)
        response["X-Request-Id"] = trace
        return response


def _trace_id(header: str) -> str:
    if _VALID.match(header) and header[3:35] != _ZERO:
        return header[3:35]
    return secrets.token_hex(16)
