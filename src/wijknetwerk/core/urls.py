"""Pages of the ground floor."""

from django.urls import path

from wijknetwerk.core import views, views_components, views_drafts, views_presence

app_name = "core"
urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("metrics", views.metrics, name="metrics"),
    path("onderdelen/", views_components.components, name="components"),
    path("concept/", views_drafts.draft, name="draft"),
    path("er-nog/", views_presence.still_there, name="still_there"),
    path("taal/", views.set_language, name="set_language"),
]
