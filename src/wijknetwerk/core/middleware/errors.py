"""One place where refusals become pages; a stack trace never reaches a user."""

from collections.abc import Callable
from uuid import UUID

import structlog
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from wijknetwerk.core import log
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound
from wijknetwerk.core.pages import AsksSecondFactor, to_second_factor
from wijknetwerk.core.views import error_page

logger = structlog.get_logger(__name__)


class ErrorMiddleware:
    """Shows a DomainError as a page with its sentence, and notes refusals in the log."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        except DomainError as error:
            return self._answer(request, error)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Called by Django when a view raises."""
        if isinstance(error, AsksSecondFactor):
            return to_second_factor(request, at_once=True)
        if isinstance(error, Http404):
            return self._answer(request, NotFound())
        if isinstance(error, PermissionDenied):
            return self._answer(request, NotAllowed())
        return self._answer(request, error) if isinstance(error, DomainError) else None

    def _answer(self, request: HttpRequest, error: DomainError) -> HttpResponse:
        _note(request, error)
        return error_page(request, error)


def _note(request: HttpRequest, error: DomainError) -> None:
    """A refusal to somebody who is signed in goes into the log, after the rollback (A2)."""
    actor = getattr(request, "actor", None)
    if actor is None or not actor.is_person or error.status not in {403, 404}:
        return
    match = request.resolver_match
    standing = next((s for s in actor.standings if s.slug == _slug(request)), None)
    log.refuse(
        actor,
        f"core.refused.{error.code}",
        log.Subject(
            network_id=standing.network_id if standing else None,
            network_uuid=standing.network_uuid if standing else None,
            object_type=match.view_name if match else "",
            object_uuid=_named_uuid(request),
        ),
        method=request.method,
    )


def _slug(request: HttpRequest) -> str:
    return str(request.resolver_match.kwargs.get("slug", "")) if request.resolver_match else ""


def _named_uuid(request: HttpRequest) -> str:
    kwargs = request.resolver_match.kwargs if request.resolver_match else {}
    return next((str(value) for value in kwargs.values() if isinstance(value, UUID)), "")
