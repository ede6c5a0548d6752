"""Addresses of who may decide for a resident: of a plan, and of the privacy officer."""

from django.urls import path

from wijknetwerk.plans.views import representing, representing_office

DECIDES = "plan/<uuid:uuid>/wie-beslist/"
OFFICE = "n/<slug:slug>/plannen/wie-beslist/"
PATHS = [
    path(DECIDES, representing.representatives, name="representatives"),
    path(f"{DECIDES}erbij/", representing.representative_new, name="representative_new"),
    path(f"{DECIDES}besloten/", representing.decided, name="decided"),
    path(
        f"{DECIDES}<uuid:representative>/<slug:act>/",
        representing.representative_act,
        name="representative_act",
    ),
    path(OFFICE, representing_office.proofs, name="proofs"),
    path(f"{OFFICE}erbij/", representing_office.proof_new, name="proof_new"),
    path(f"{OFFICE}<uuid:uuid>/", representing_office.proof, name="proof"),
    path(f"{OFFICE}<uuid:uuid>/<slug:act>/", representing_office.proof_act, name="proof_act"),
]
