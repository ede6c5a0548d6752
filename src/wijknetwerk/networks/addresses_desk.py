"""Addresses of the desk: calls, and noting down for somebody."""

from django.urls import URLPattern, path

from wijknetwerk.networks.views import desk, desk_caller, desk_person

urlpatterns: list[URLPattern] = [
    path("n/<slug:slug>/bellen/", desk.desk, name="desk"),
    path("n/<slug:slug>/bellen/nieuw/", desk.desk_new, name="desk_new"),
    path("n/<slug:slug>/bellen/eenmalig/", desk_caller.desk_caller, name="desk_caller"),
    path("n/<slug:slug>/bellen/overdragen/", desk.desk_hand_over, name="desk_hand_over"),
    path("n/<slug:slug>/bellen/<uuid:uuid>/", desk_person.desk_person, name="desk_person"),
    path("n/<slug:slug>/bellen/<uuid:uuid>/brief/", desk_person.desk_letter, name="desk_letter"),
    path("n/<slug:slug>/bellen/gesprek/<uuid:uuid>/", desk_caller.desk_call, name="desk_call"),
    path(
        "n/<slug:slug>/bellen/gesprek/<uuid:uuid>/wissen/",
        desk_caller.desk_call_erase,
        name="desk_call_erase",
    ),
    path("n/<slug:slug>/bellen/<uuid:uuid>/gedaan/", desk.desk_done, name="desk_done"),
    path("n/<slug:slug>/mijn-plek/noteren-stopt/", desk.mandate_end, name="mandate_end"),
]
