"""Addresses of plans. A plan has no network in its address: it outlives it."""

from django.urls import path

from wijknetwerk.plans import (
    addresses_agreements,
    addresses_circles,
    addresses_conferences,
    addresses_emergency,
    addresses_representing,
    addresses_rest,
    addresses_sharing,
    addresses_words,
)
from wijknetwerk.plans.views import plans, sharing

app_name = "plans"
PLAN = "plan/<uuid:uuid>/"
PLACE = f"{PLAN}kring/<uuid:place>/"
urlpatterns = [
    path("n/<slug:slug>/mijn-plan/", plans.own, name="own"),
    path("n/<slug:slug>/mijn-plan/beginnen/", plans.begin, name="begin"),
    path(PLAN, plans.plan, name="plan"),
    path(f"{PLAN}papier/", plans.sheet, name="sheet"),
    path(f"{PLAN}gelezen/", plans.seen, name="seen"),
    path(f"{PLAN}kring/erbij/", sharing.circle_add, name="circle_add"),
    path(f"{PLACE}stoppen/", sharing.stop, name="stop"),
    *addresses_sharing.PATHS,
    path(f"{PLACE}<slug:act>/", sharing.circle_act, name="circle_act"),
    *addresses_agreements.PATHS,
    *addresses_conferences.PATHS,
    *addresses_rest.PATHS,
    *addresses_circles.PATHS,
    *addresses_emergency.PATHS,
    *addresses_representing.PATHS,
    *addresses_words.PATHS,
]
