"""The yardstick: a bare Django view of 2 KB of HTML, for the site in `bare_site`."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

PAGE = "<!doctype html><title>B</title>" + "<p>Twee kilobyte tekst.</p>" * 80


def bare(_request: HttpRequest) -> HttpResponse:
    """Two kilobytes, no query."""
    return HttpResponse(PAGE)


urlpatterns = [path("bare/", bare)]
