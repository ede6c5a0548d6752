"""Pages about my own data."""

from django.urls import path

from wijknetwerk.privacy import views

app_name = "privacy"
urlpatterns = [
    path("mijn-gegevens/", views.my_data, name="my_data"),
    path("mijn-gegevens/soort/<str:kind>/", views.my_data_kind, name="my_data_kind"),
    path("mijn-gegevens/bestand/", views.my_data_file, name="my_data_file"),
    path("mijn-gegevens/op-papier/", views.my_data_paper, name="my_data_paper"),
    path("mijn-gegevens/wie-keek-er-mee/", views.who_looked, name="who_looked"),
    path("mijn-gegevens/toestemmingen/", views.consents, name="consents"),
    path(
        "mijn-gegevens/toestemmingen/<uuid:consent>/stoppen/",
        views.consent_withdraw,
        name="consent_withdraw",
    ),
    path("bewaren/", views.retention, name="retention"),
]
