"""Pages over all networks."""

from django.urls import URLPattern, path

from wijknetwerk.front import views, views_feed, views_map, views_search, views_telling

app_name = "front"
urlpatterns: list[URLPattern] = [
    path("", views.home, name="home"),
    path("wijken/", views.networks, name="networks"),
    path("wijken/kaart/", views_map.network_map, name="map"),
    path("wijken/kaart/punten.json", views_map.map_points, name="map_points"),
    path("zoeken/", views_search.search, name="search"),
    path("vandaag/", views.today, name="today"),
    path("n/<slug:slug>/uitnodigen-en-vertellen/", views_telling.tell, name="tell"),
    path("n/<slug:slug>/nieuws.atom", views_feed.feed, name="feed"),
    path("privacyverklaring/", views.privacy, name="privacy"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
]
