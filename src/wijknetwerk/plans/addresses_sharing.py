"""Addresses of who may see what, yes by yes; of one thing; and of beginning with a witness."""

from django.urls import URLPattern, path

from wijknetwerk.plans.views import sharing, sharing_things, sharing_yes, witness

PLAN = "plan/<uuid:uuid>/"
PLACE = f"{PLAN}kring/<uuid:place>/"
YES = f"{PLAN}wie-mag-wat-zien/<uuid:consent>/"
PATHS: list[URLPattern] = [
    path("n/<slug:slug>/mijn-plan/samen-beginnen/", witness.begin_with, name="begin_with"),
    path(f"{PLAN}wie-mag-wat-zien/", sharing.sharing, name="sharing"),
    path(f"{PLAN}wie-mag-wat-zien/papier/", sharing_yes.sharing_paper, name="sharing_paper"),
    path(f"{PLAN}wie-mag-wat-zien/team/", sharing.share_team, name="share_team"),
    path(f"{YES}stoppen/", sharing_yes.yes_stop, name="yes_stop"),
    path(f"{YES}opnieuw/", sharing_yes.yes_again, name="yes_again"),
    path(f"{PLACE}zien/", sharing.share, name="share"),
    path(f"{PLACE}partij/", sharing.share_party, name="share_party"),
    path(f"{PLACE}een-ding/", sharing_things.share_one, name="share_one"),
    path(f"{PLAN}een-ding/<slug:thing>/<uuid:row>/", sharing_things.show_one, name="show_one"),
    path(f"{PLACE}antwoord/<slug:act>/", sharing_yes.circle_answer, name="circle_answer"),
]
