"""All addresses. Each app keeps its own; signing in stands under /inloggen/."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("wijknetwerk.core.urls")),
    path("", include("wijknetwerk.front.urls")),
    path("", include("wijknetwerk.networks.urls")),
    path("", include("wijknetwerk.privacy.urls")),
    path("", include("wijknetwerk.notices.urls")),
    path("", include("wijknetwerk.agenda.urls")),
    path("", include("wijknetwerk.goals.urls")),
    path("", include("wijknetwerk.directory.urls")),
    path("", include("wijknetwerk.library.urls")),
    path("", include("wijknetwerk.voices.urls")),
    path("", include("wijknetwerk.roadmap.urls")),
    path("", include("wijknetwerk.mutual_aid.urls")),
    path("", include("wijknetwerk.plans.urls")),
    path("inloggen/", include("wijknetwerk.accounts.urls_entrance")),
    path("mijn-account/", include("wijknetwerk.accounts.urls")),
]

if settings.DEMO:
    urlpatterns.append(path("", include("wijknetwerk.accounts.urls_demo")))

handler403 = "wijknetwerk.core.views.forbidden"
handler404 = "wijknetwerk.core.views.not_found"
handler429 = "wijknetwerk.core.views.too_many"
handler500 = "wijknetwerk.core.views.server_error"
