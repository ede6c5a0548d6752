"""Addresses of notices."""

from django.urls import URLPattern, path

from wijknetwerk.notices import views

app_name = "notices"
urlpatterns: list[URLPattern] = [
    path("vandaag/gelezen/<uuid:uuid>/", views.put_away, name="put_away"),
]
