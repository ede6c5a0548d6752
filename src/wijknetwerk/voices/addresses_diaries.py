"""Addresses of diaries and polls."""

from django.urls import URLPattern, path

from wijknetwerk.voices.views import diaries, polls

HERE = "n/<slug:slug>/meedenken/"
DIARY = f"{HERE}dagboek/<uuid:uuid>/"
POLL = f"{HERE}peilingen/<uuid:uuid>/"

urlpatterns: list[URLPattern] = [
    path(f"{HERE}dagboek/", diaries.diaries, name="diaries"),
    path(f"{HERE}dagboek/nieuw/", diaries.diary_new, name="diary_new"),
    path(f"{HERE}dagboek/papier/", diaries.diary_sheet, name="diary_sheet"),
    path(DIARY, diaries.diary, name="diary"),
    path(f"{DIARY}opschrijven/", diaries.diary_note, name="diary_note"),
    path(f"{DIARY}stoppen/", diaries.diary_end, name="diary_end"),
    path(f"{HERE}dagboek/dag/<uuid:uuid>/delen/", diaries.diary_share, name="diary_share"),
    path(f"{HERE}peilingen/", polls.polls, name="polls"),
    path(f"{HERE}peilingen/nieuw/", polls.poll_new, name="poll_new"),
    path(POLL, polls.poll, name="poll"),
    path(f"{POLL}papier/", polls.poll_sheet, name="poll_sheet"),
    path(f"{POLL}formulieren/", polls.poll_paper, name="poll_paper"),
    path("peiling/<str:secret>/", polls.poll_link, name="poll_link"),
    path("peiling-bedankt/", polls.poll_thanks, name="poll_thanks"),
]
