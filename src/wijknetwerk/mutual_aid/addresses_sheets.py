"""Addresses of figures, and of lists that go in and out."""

from django.urls import URLPattern, path

from wijknetwerk.mutual_aid.views import figures

FIGURES = "n/<slug:slug>/hulp/cijfers/"
PATHS: list[URLPattern] = [
    path(FIGURES, figures.figures, name="figures"),
    path(f"{FIGURES}<slug:kind>/naar-meedenken/", figures.to_meedenken, name="to_meedenken"),
]
