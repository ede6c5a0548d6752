"""Pages over all networks."""

from django.urls import URLPattern

app_name = "front"
urlpatterns: list[URLPattern] = []
