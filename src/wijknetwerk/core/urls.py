"""Pages of the ground floor."""

from django.urls import path

from wijknetwerk.core import views

app_name = "core"
urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("metrics", views.metrics, name="metrics"),
    path("taal/", views.set_language, name="set_language"),
]
