"""Error pages, health, the choice of language, and the component page."""

import secrets

import structlog
from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from prometheus_client import CONTENT_TYPE_LATEST

from wijknetwerk.core import clock, figures, registries
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound, TooManyTries
from wijknetwerk.core.jobs import worker_seen_at
from wijknetwerk.core.pages import ACT, ActorRequest, page
from wijknetwerk.core.shell import TEXT_SIZE_COOKIE, TEXT_SIZES

logger = structlog.get_logger(__name__)


def error_page(request: HttpRequest, error: DomainError) -> HttpResponse:
    """The page for a refusal: its sentence, what to do, and a way back."""
    context = {"error": error, "title": _TITLES.get(error.status, _TITLES[400])()}
    return render(request, "core/error.html", context, status=error.status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler for an address that leads nowhere."""
    return error_page(request, NotFound())


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler for a refusal."""
    return error_page(request, NotAllowed())


def too_many(request: HttpRequest) -> HttpResponse:
    """django-allauth's handler for a limit on tries."""
    return error_page(request, TooManyTries())


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old, or came from elsewhere."""
    error = NotAllowed(_("This form is too old. Go back, load the page again, and send it again."))
    return error_page(request, error)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke: a page that needs no database and says nothing about the inside."""
    error = DomainError(_("Something broke on our side. Nothing you typed was half saved."))
    error.status = 500  # type: ignore[misc]
    try:
        return error_page(request, error)
    except Exception:
        logger.exception("error page failed")
        return HttpResponse(str(error), status=500, content_type="text/plain; charset=utf-8")


_TITLES = {
    400: lambda: _("Please look at this once more"),
    403: lambda: _("You can't do this here"),
    404: lambda: _("We can't find this page"),
    409: lambda: _("This can't be done now"),
    429: lambda: _("Too many tries"),
    500: lambda: _("Something went wrong"),
    503: lambda: _("Not now, please try again"),
}


@page(public=True)
def healthz(_request: ActorRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@page(public=True)
def readyz(_request: ActorRequest) -> HttpResponse:
    """The database answers, too: 503 where it does not. Tells when the worker was heard."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        seen = worker_seen_at()
    except Exception:
        logger.exception("not ready")
        return HttpResponse("database", status=503, content_type="text/plain")
    told = "never" if seen is None else f"{(clock.now() - seen).total_seconds():.0f} s ago"
    return HttpResponse(f"ok\nworker: {told}", content_type="text/plain")


@page(public=True)
def metrics(request: ActorRequest) -> HttpResponse:
    """Figures for Prometheus, only for who holds the token; without a token set: not there."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ").encode()
    wanted = settings.METRICS_TOKEN.encode()
    if not wanted or not secrets.compare_digest(given, wanted):
        raise Http404
    return HttpResponse(figures.latest(), content_type=CONTENT_TYPE_LATEST)


@page(public=True, methods=ACT)
def set_language(request: ActorRequest) -> HttpResponse:
    """Keep the chosen language or text size: with the person, and in this browser."""
    answer = redirect(safe_next(request, default="/"))
    given = {name: request.POST.get(name, "") for name in _CHOICES}
    choices = {name: value for name, value in given.items() if value in _CHOICES[name][1]}
    registries.keep_choices(request.actor, choices)
    for name, value in choices.items():
        answer.set_cookie(
            _CHOICES[name][0],
            value,
            max_age=365 * 24 * 3600,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
        )
    return answer


_CHOICES: dict[str, tuple[str, tuple[str, ...]]] = {
    "language": (settings.LANGUAGE_COOKIE_NAME, tuple(dict(settings.LANGUAGES))),
    "text_size": (TEXT_SIZE_COOKIE, TEXT_SIZES),
}


def safe_next(request: HttpRequest, *, default: str) -> str:
    """Where to go next, as the form asked, if that is a page of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if wanted and safe else default
