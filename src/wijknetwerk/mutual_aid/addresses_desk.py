"""Addresses of the desk."""

from django.urls import URLPattern, path

from wijknetwerk.mutual_aid.views import away, desk, desk_map

DESK = "n/<slug:slug>/hulp/balie/"
AWAY = f"{DESK}vakantie/"
PATHS: list[URLPattern] = [
    path(DESK, desk.desk, name="desk"),
    path(f"{DESK}bellen/", desk.desk_calls, name="desk_calls"),
    path(f"{DESK}bellen/papier/", desk.desk_calls_paper, name="desk_calls_paper"),
    path(f"{DESK}stand/", desk.desk_counter, name="desk_counter"),
    path(f"{DESK}kaart/", desk_map.desk_map, name="desk_map"),
    path(f"{DESK}kaart/punten/", desk_map.desk_map_points, name="desk_map_points"),
    path(AWAY, away.away, name="away"),
    path(f"{AWAY}<uuid:uuid>/", away.away_show, name="away_show"),
    path(f"{AWAY}<uuid:uuid>/papier/", away.away_paper, name="away_paper"),
    path(f"{AWAY}<uuid:uuid>/antwoord/", away.away_answer, name="away_answer"),
    path(f"{AWAY}<uuid:uuid>/stoppen/", away.away_end, name="away_end"),
]
