"""Addresses of notices."""

from django.urls import URLPattern, path

from wijknetwerk.notices import views, views_jobs

app_name = "notices"
urlpatterns: list[URLPattern] = [
    path("mislukt-werk/", views_jobs.jobs_failed, name="jobs_failed"),
    path("vandaag/mail/", views.digest, name="digest"),
    path("vandaag/mail/stop/<str:secret>/", views.digest_stop, name="digest_stop"),
    path("vandaag/mail/gestopt/", views.digest_stopped, name="digest_stopped"),
    path("vandaag/gelezen/<uuid:uuid>/", views.put_away, name="put_away"),
]
