"""Addresses of who could help: for one request, and for all together."""

from django.urls import URLPattern, path

from wijknetwerk.mutual_aid.views import matching

HELPERS = "n/<slug:slug>/hulp/vraag/<uuid:uuid>/wie-helpt/"
ALL = "n/<slug:slug>/hulp/wie-helpt-wie/"
PATHS: list[URLPattern] = [
    path(HELPERS, matching.helpers, name="helpers"),
    path(f"{HELPERS}<uuid:offer>/kiezen/", matching.helper_choose, name="helper_choose"),
    path(ALL, matching.matching, name="matching"),
    path(f"{ALL}zoeken/", matching.matching_start, name="matching_start"),
    path(f"{ALL}stoppen/", matching.matching_stop, name="matching_stop"),
]
