"""Addresses of the desk."""

from django.urls import URLPattern, path

from wijknetwerk.mutual_aid.views import desk

DESK = "n/<slug:slug>/hulp/balie/"
PATHS: list[URLPattern] = [
    path(DESK, desk.desk, name="desk"),
    path(f"{DESK}bellen/", desk.desk_calls, name="desk_calls"),
    path(f"{DESK}bellen/papier/", desk.desk_calls_paper, name="desk_calls_paper"),
    path(f"{DESK}stand/", desk.desk_counter, name="desk_counter"),
]
