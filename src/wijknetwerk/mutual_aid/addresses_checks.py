"""Addresses of how the help goes: the list of the desk, one check, answers by link and card."""

from django.urls import URLPattern, path

from wijknetwerk.mutual_aid.views import check_links, check_papers, checks

CHECKS = "n/<slug:slug>/hulp/belletjes/"
UNHAPPY = f"{CHECKS}niet-tevreden/<uuid:uuid>/"
PATHS: list[URLPattern] = [
    path(CHECKS, checks.checks, name="checks"),
    path(f"{CHECKS}lijst/", check_papers.check_list, name="check_list"),
    path(f"{CHECKS}brieven/", check_papers.check_letters, name="check_letters"),
    path(UNHAPPY, checks.unhappy, name="check_unhappy"),
    path(f"{UNHAPPY}besproken/", checks.unhappy_settle, name="check_settle"),
    path(f"{CHECKS}<uuid:uuid>/", checks.check, name="check"),
    path(f"{CHECKS}<uuid:uuid>/niet-bereikt/", checks.check_missed, name="check_missed"),
    path(f"{CHECKS}<uuid:uuid>/niet-meer/", checks.check_skip, name="check_skip"),
    path(f"{CHECKS}<uuid:uuid>/opgepakt/", checks.check_taken_up, name="check_taken_up"),
    path(f"{CHECKS}<uuid:uuid>/brief/", check_papers.check_letter, name="check_letter"),
    path("hulp/hoe-gaat-het/", check_links.check_opened, name="check_opened"),
    path("hulp/hoe-gaat-het/code/", check_links.check_code, name="check_code"),
    path("hulp/hoe-gaat-het/bedankt/", check_links.check_thanks, name="check_thanks"),
    path("hulp/hoe-gaat-het/<str:secret>/", check_links.check_link, name="check_link"),
]
