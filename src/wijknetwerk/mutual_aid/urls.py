"""Addresses of mutual aid. Each noun keeps its own list."""

from django.urls import URLPattern

app_name = "mutual_aid"
urlpatterns: list[URLPattern] = []
