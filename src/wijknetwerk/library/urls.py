"""Addresses of library."""

from django.urls import URLPattern, path

from wijknetwerk.library.views import practice

app_name = "library"
urlpatterns: list[URLPattern] = [
    path("kennis/voorbeelden/", practice.examples, name="practice_examples"),
    path("kennis/voorbeelden/vergelijken/", practice.compare, name="practice_compare"),
    path("kennis/voorbeelden/vergelijken/print/", practice.compare_print, name="practice_print"),
    path("kennis/voorbeelden/<slug:code>/", practice.example, name="practice_example"),
]
