"""Addresses of the desk."""

from django.urls import URLPattern, path

from wijknetwerk.mutual_aid.views import desk

PATHS: list[URLPattern] = [
    path("n/<slug:slug>/hulp/balie/", desk.desk, name="desk"),
]
