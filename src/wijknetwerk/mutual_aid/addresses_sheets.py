"""Addresses of figures, and of lists that go in and out."""

from django.urls import URLPattern, path

from wijknetwerk.mutual_aid.views import figures, lists

FIGURES = "n/<slug:slug>/hulp/cijfers/"
PATHS: list[URLPattern] = [
    path(FIGURES, figures.figures, name="figures"),
    path("n/<slug:slug>/hulp/lijsten/", lists.lists, name="lists"),
    path("n/<slug:slug>/hulp/lijsten/<slug:what>.<slug:kind>", lists.list_out, name="list_out"),
    path(f"{FIGURES}<slug:kind>/naar-meedenken/", figures.to_meedenken, name="to_meedenken"),
]
