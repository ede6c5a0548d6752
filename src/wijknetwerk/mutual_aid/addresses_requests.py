"""Addresses of one's own help and of requests."""

from django.urls import URLPattern, path

from wijknetwerk.mutual_aid.views import own

PATHS: list[URLPattern] = [
    path("n/<slug:slug>/hulp/", own.help_page, name="help"),
]
