"""Addresses of teams, their people, connectors and lines."""

from django.urls import URLPattern, path

from wijknetwerk.networks.views import connectors, team_people, teams

TEAM = "n/<slug:slug>/teams/<uuid:team>/"

urlpatterns: list[URLPattern] = [
    path("n/<slug:slug>/teams/", teams.teams, name="teams"),
    path("n/<slug:slug>/teams/nieuw/", teams.team_new, name="team_new"),
    path("n/<slug:slug>/teams/wie-bel-ik/", teams.who_to_call, name="who_to_call"),
    path("n/<slug:slug>/teams/vraag/<uuid:uuid>/", connectors.team_ask, name="team_ask"),
    path(
        "n/<slug:slug>/teams/verbinder/<uuid:uuid>/",
        connectors.connector_own,
        name="connector",
    ),
    path(
        "n/<slug:slug>/teams/verbinder/<uuid:uuid>/stopt/",
        connectors.connector_stop,
        name="connector_stop",
    ),
    path("n/<slug:slug>/teams/<uuid:uuid>/", teams.team, name="team"),
    path(f"{TEAM}wijzigen/", teams.team_change, name="team_change"),
    path(f"{TEAM}afronden/", teams.team_end, name="team_end"),
    path(f"{TEAM}geschiedenis/", teams.team_history, name="team_history"),
    path(f"{TEAM}mensen/", team_people.team_add, name="team_add"),
    path(f"{TEAM}mensen/<uuid:uuid>/", team_people.team_place, name="team_place"),
    path(f"{TEAM}mensen/<uuid:uuid>/eruit/", team_people.team_take_out, name="team_take_out"),
    path(f"{TEAM}meedoen/", team_people.team_join, name="team_join"),
    path(f"{TEAM}stoppen/", team_people.team_leave, name="team_leave"),
    path(f"{TEAM}wat-neem-ik-mee/", team_people.team_line, name="team_line"),
    path(
        f"{TEAM}verbinder/<slug:discipline>/",
        connectors.connector_volunteer,
        name="connector_volunteer",
    ),
    path(
        f"{TEAM}verbinder/<slug:discipline>/vragen/",
        connectors.connector_ask,
        name="connector_ask",
    ),
]
