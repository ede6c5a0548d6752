"""The yardstick B: a bare Django view behind Django's standard middlewares, 2 KB of HTML."""

from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

from tools.bench.timing import processor_time
from tools.bench.visit import environ

PAGE = "<!doctype html><title>B</title>" + "<p>Twee kilobyte tekst.</p>" * 80
STANDARD = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]


def bare(_request: HttpRequest) -> HttpResponse:
    """Two kilobytes, no query."""
    return HttpResponse(PAGE)


urlpatterns = [path("bare/", bare)]


def seconds() -> float:
    """B, in seconds of processor time."""
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=STANDARD):
        handler = WSGIHandler()

        def request() -> Any:
            response = handler(environ("/bare/", {}), lambda *_: None)
            response.close()
            return response

        return processor_time(request, times=300)
