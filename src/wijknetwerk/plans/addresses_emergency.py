"""Addresses of a look in an emergency."""

from django.urls import path

from wijknetwerk.plans.views import emergency, emergency_own

LOOKS = "n/<slug:slug>/plannen/spoed/"
LOOK = f"{LOOKS}<uuid:uuid>/"
OWN = "plan/<uuid:uuid>/spoed/"
PATHS = [
    path(f"{LOOKS}openen/", emergency.open_look, name="emergency_open"),
    path(f"{LOOKS}hoe-vaak/", emergency.counts, name="emergency_counts"),
    path(LOOK, emergency.review, name="emergency"),
    path(f"{LOOK}lezen/", emergency.read, name="emergency_read"),
    path(f"{LOOK}sluiten/", emergency.end, name="emergency_end"),
    path(f"{LOOK}brief/", emergency.letter, name="emergency_letter"),
    path(
        "n/<slug:slug>/instellingen/kijken-bij-spoed/", emergency.setting, name="emergency_setting"
    ),
    path(OWN, emergency_own.emergencies, name="emergencies"),
    path(f"{OWN}<uuid:look>/gehoord/", emergency_own.heard, name="emergency_heard"),
]
