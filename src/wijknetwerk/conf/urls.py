"""All addresses. Each app keeps its own; django-allauth's pages stand under /inloggen/."""

from django.urls import include, path

urlpatterns = [
    path("", include("wijknetwerk.core.urls")),
    path("", include("wijknetwerk.front.urls")),
    path("", include("wijknetwerk.networks.urls")),
    path("", include("wijknetwerk.privacy.urls")),
    path("", include("wijknetwerk.roadmap.urls")),
    path("inloggen/", include("allauth.urls")),
]

handler403 = "wijknetwerk.core.views.forbidden"
handler404 = "wijknetwerk.core.views.not_found"
handler500 = "wijknetwerk.core.views.server_error"
