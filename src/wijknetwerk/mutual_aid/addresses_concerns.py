"""Addresses of mutual aid: concerns and complaints."""

from django.urls import URLPattern, path

from wijknetwerk.mutual_aid import addresses_complaints
from wijknetwerk.mutual_aid.views import concerns

CONCERNS = "n/<slug:slug>/hulp/zorgen/"
CONCERN = f"{CONCERNS}<uuid:uuid>/"
PATHS: list[URLPattern] = [
    path(CONCERNS, concerns.concerns, name="concerns"),
    path(f"{CONCERNS}vertellen/", concerns.concern_tell, name="concern_tell"),
    path(f"{CONCERNS}mijn/", concerns.concerns_own, name="concerns_own"),
    path(f"{CONCERNS}bij-mij/", concerns.concerns_kept, name="concerns_kept"),
    path(CONCERN, concerns.concern, name="concern"),
    path(f"{CONCERN}gelezen/", concerns.concern_read, name="concern_read"),
    path(f"{CONCERN}gesproken/", concerns.concern_spoken, name="concern_spoken"),
    path(f"{CONCERN}antwoord/", concerns.concern_answer, name="concern_answer"),
    path(f"{CONCERN}sluiten/", concerns.concern_close, name="concern_close"),
    path(f"{CONCERN}<slug:act>/", concerns.concern_press, name="concern_press"),
    *addresses_complaints.PATHS,
]
