"""No request is larger than the largest file that we take, whoever sends it.

Django writes a large upload to the disk before any view, and so any check of ours, sees it.
"""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

from wijknetwerk.core.errors import TooLarge
from wijknetwerk.core.files import MOST_BYTES
from wijknetwerk.core.views import error_page

MOST: Final = MOST_BYTES + 1024 * 1024  # a file, and the rest of its form


class SizeMiddleware:
    """Answers 413 without reading what was sent. What says no length is read as empty."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = str(request.META.get("CONTENT_LENGTH") or "0")
        if len(length) > 15 or (length.isdecimal() and int(length) > MOST):
            return error_page(request, TooLarge())
        return self.get_response(request)
