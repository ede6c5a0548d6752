"""Addresses of mutual aid. Each part keeps its own list."""

from wijknetwerk.mutual_aid import (
    addresses_checks,
    addresses_concerns,
    addresses_desk,
    addresses_matches,
    addresses_matching,
    addresses_offers,
    addresses_requests,
    addresses_sheets,
)

app_name = "mutual_aid"
urlpatterns = [
    *addresses_requests.PATHS,
    *addresses_offers.PATHS,
    *addresses_matching.PATHS,
    *addresses_matches.PATHS,
    *addresses_checks.PATHS,
    *addresses_concerns.PATHS,
    *addresses_desk.PATHS,
    *addresses_sheets.PATHS,
]
