"""Addresses of plans. A plan has no network in its address: it outlives it."""

from django.urls import path

from wijknetwerk.plans import (
    addresses_agreements,
    addresses_circles,
    addresses_conferences,
    addresses_rest,
)
from wijknetwerk.plans.views import plans, sharing

app_name = "plans"
PLAN = "plan/<uuid:uuid>/"
PLACE = f"{PLAN}kring/<uuid:place>/"
urlpatterns = [
    path("n/<slug:slug>/mijn-plan/", plans.own, name="own"),
    path("n/<slug:slug>/mijn-plan/beginnen/", plans.begin, name="begin"),
    path(PLAN, plans.plan, name="plan"),
    path(f"{PLAN}gelezen/", plans.seen, name="seen"),
    path(f"{PLAN}meenemen/", plans.take, name="take"),
    path(f"{PLAN}schrijven/<slug:thing>/", plans.write, name="write"),
    path(f"{PLAN}wie-mag-wat-zien/", sharing.sharing, name="sharing"),
    path(f"{PLAN}kring/erbij/", sharing.circle_add, name="circle_add"),
    path(f"{PLACE}zien/", sharing.share, name="share"),
    path(f"{PLACE}stoppen/", sharing.stop, name="stop"),
    path(f"{PLACE}<slug:act>/", sharing.circle_act, name="circle_act"),
    path("n/<slug:slug>/plannen/spoed/<uuid:uuid>/", sharing.review, name="emergency"),
    *addresses_agreements.PATHS,
    *addresses_conferences.PATHS,
    *addresses_rest.PATHS,
    *addresses_circles.PATHS,
]
