"""Counts the answers by the name of the view, never by address."""

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from wijknetwerk.core.figures import REQUESTS, SECONDS


class FiguresMiddleware:
    """First in the row, so that it measures everything."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        view = (match.view_name if match else "") or "none"
        method = request.method if request.method in {"GET", "HEAD", "POST"} else "other"
        REQUESTS.labels(view, method, str(response.status_code)).inc()
        SECONDS.labels(view).observe(time.perf_counter() - began)
        return response
