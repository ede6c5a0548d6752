"""Addresses of figures, and of lists that go in and out."""

from django.urls import URLPattern, path

from wijknetwerk.mutual_aid.views import figures, lists, sheets

LISTS = "n/<slug:slug>/hulp/lijsten/"
FIGURES = "n/<slug:slug>/hulp/cijfers/"
PATHS: list[URLPattern] = [
    path(FIGURES, figures.figures, name="figures"),
    path(f"{LISTS}inlezen/", sheets.sheet_new, name="sheet_new"),
    path(f"{LISTS}inlezen/<uuid:uuid>/", sheets.sheet, name="sheet"),
    path(f"{LISTS}inlezen/<uuid:uuid>/kolommen/", sheets.sheet_match, name="sheet_match"),
    path(f"{LISTS}inlezen/<uuid:uuid>/niet/", sheets.sheet_stop, name="sheet_stop"),
    path(LISTS, lists.lists, name="lists"),
    path(f"{LISTS}<slug:what>.<slug:kind>", lists.list_out, name="list_out"),
    path(f"{FIGURES}<slug:kind>/naar-meedenken/", figures.to_meedenken, name="to_meedenken"),
]
