"""Pages over all networks."""

from django.urls import URLPattern, path

from wijknetwerk.front import views, views_search

app_name = "front"
urlpatterns: list[URLPattern] = [
    path("", views.home, name="home"),
    path("wijken/", views.networks, name="networks"),
    path("zoeken/", views_search.search, name="search"),
    path("vandaag/", views.today, name="today"),
    path("privacyverklaring/", views.privacy, name="privacy"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
]
