"""Addresses of the circles that somebody is in. Leaving has no plan in its address: it may be open
to who leaves no more."""

from django.urls import URLPattern, path

from wijknetwerk.plans.views import circles

PATHS: list[URLPattern] = [
    path("n/<slug:slug>/plannen/", circles.circles, name="circles"),
    path("kring/<uuid:place>/verlaten/", circles.leave, name="leave"),
]
