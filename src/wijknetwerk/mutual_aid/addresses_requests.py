"""Addresses of one's own help and of requests."""

from django.urls import URLPattern, path

from wijknetwerk.mutual_aid.views import (
    intake,
    own,
    own_kinds,
    request_owner,
    request_papers,
    requests,
)

ALL = "n/<slug:slug>/hulp/vragen/"
ONE = f"{ALL}<uuid:uuid>/"
PATHS: list[URLPattern] = [
    path("n/<slug:slug>/hulp/", own.help_page, name="help"),
    path(f"{ALL}nieuw/", intake.request_new, name="request_new"),
    path(f"{ALL}wie/", intake.request_who, name="request_who"),
    path(f"{ALL}soort/", intake.request_kind, name="request_kind"),
    path(f"{ALL}stellen/", intake.request_ask, name="ask"),
    path(f"{ALL}brengen/", intake.request_bring, name="request_bring"),
    path(f"{ALL}papier/", request_papers.request_forms, name="request_forms"),
    path("n/<slug:slug>/hulp/soorten/", own_kinds.own_kinds_page, name="kinds"),
    path("n/<slug:slug>/hulp/soorten/weg/", own_kinds.own_kind_end, name="kind_end"),
    path("hulp/mijn-vraag/", request_papers.request_code, name="request_code"),
    path("hulp/mijn-vraag/lezen/", request_papers.request_by_code, name="request_by_code"),
    path(ONE, requests.request_show, name="request"),
    path(f"{ONE}vertellen/", requests.request_told, name="request_told"),
    path(f"{ONE}wijzigen/", requests.request_change, name="request_change"),
    path(f"{ONE}intrekken/", requests.request_withdraw, name="request_withdraw"),
    path(f"{ONE}wissen/", requests.request_forget, name="request_forget"),
    path(f"{ONE}van-wie/", request_owner.request_owner, name="request_owner"),
    path(f"{ONE}van-wie/terug/", request_owner.request_owner_back, name="request_owner_back"),
    path(f"{ONE}afronden/", requests.request_end, name="request_end"),
]
