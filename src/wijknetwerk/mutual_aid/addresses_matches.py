"""Addresses of two neighbours who come together."""

from django.urls import URLPattern, path

from wijknetwerk.mutual_aid.views import answers, choosing, matches

MATCH = "n/<slug:slug>/hulp/samen/<uuid:uuid>/"
OF_REQUEST = "n/<slug:slug>/hulp/vraag/<uuid:uuid>/wie-helpt/"
PATHS: list[URLPattern] = [
    path(MATCH, matches.match, name="match"),
    path(f"{MATCH}vragen/", matches.match_ask, name="match_ask"),
    path(f"{MATCH}ja/", matches.match_yes, name="match_yes"),
    path(f"{MATCH}afronden/", matches.match_end, name="match_end"),
    path(f"{MATCH}kennismaken/", matches.match_meet, name="match_meet"),
    path(f"{MATCH}brief/<slug:side>/", matches.match_letter, name="match_letter"),
    path(f"{MATCH}verteld/", matches.match_told, name="match_told"),
    path(f"{MATCH}<slug:act>/", matches.match_press, name="match_press"),
    path(f"{OF_REQUEST}zelf-bedenken/", choosing.request_think, name="request_think"),
    path(f"{OF_REQUEST}<uuid:offer>/vragen/", choosing.request_ask, name="request_ask"),
    path("hulp/antwoord/", answers.answer_opened, name="answer_opened"),
    path("hulp/antwoord/bedankt/<slug:what>/", answers.answer_thanks, name="answer_thanks"),
    path("hulp/antwoord/<slug:side>/<str:secret>/", answers.answer, name="answer"),
    path("hulp/code/", answers.code, name="answer_code"),
]
