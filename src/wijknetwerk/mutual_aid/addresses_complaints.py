"""Addresses of complaints: the route within a network, and pages by code or link."""

from django.urls import URLPattern, path

from wijknetwerk.mutual_aid.views import complaint_answers as answers
from wijknetwerk.mutual_aid.views import complaints

ROUTE = "n/<slug:slug>/klachten/"
PATHS: list[URLPattern] = [
    path(ROUTE, complaints.complaints, name="complaints"),
    path(f"{ROUTE}vertellen/", complaints.complaint_tell, name="complaint_tell"),
    path(f"{ROUTE}formulier.pdf", complaints.complaint_paper, name="complaint_paper"),
    path(f"{ROUTE}<uuid:uuid>/", complaints.complaint, name="complaint"),
    path(f"{ROUTE}<uuid:uuid>/antwoord/", answers.complaint_answer, name="complaint_answer"),
    path(f"{ROUTE}<uuid:uuid>/brief.pdf", answers.complaint_letter, name="complaint_letter"),
    path("klacht/ontvangen/", complaints.complaint_received, name="complaint_received"),
    path("klacht/ontvangen/brief.pdf", complaints.complaint_receipt, name="complaint_receipt"),
    path("klacht/code/", complaints.complaint_code, name="complaint_code"),
    path("klacht/volgen/", complaints.complaint_follow, name="complaint_follow"),
    path("klacht/volgen/<str:secret>/", complaints.complaint_link, name="complaint_link"),
    path("klacht/lezen/", answers.complaint_read, name="complaint_read"),
    path("klacht/lezen/brief.pdf", answers.complaint_read_letter, name="complaint_read_letter"),
    path("klacht/lezen/code/", answers.complaint_open_code, name="complaint_open_code"),
    path("klacht/lezen/<str:secret>/", answers.complaint_open, name="complaint_open"),
]
