"""Addresses of starting a network, its first page, settings, parties and approval."""

from django.urls import URLPattern, path

from wijknetwerk.networks.views import approval, home, partners, settings, start

urlpatterns: list[URLPattern] = [
    path("netwerk-starten/", start.begin, name="start"),
    path("netwerk-starten/<uuid:draft>/naam/", start.name, name="start_name"),
    path("netwerk-starten/<uuid:draft>/plek/", start.place, name="start_place"),
    path("netwerk-starten/<uuid:draft>/gebied/", start.area, name="start_area"),
    path("netwerk-starten/<uuid:draft>/wie/", start.people, name="start_people"),
    path("netwerk-starten/<uuid:draft>/bekijken/", start.check, name="start_check"),
    path("netwerk-starten/<uuid:draft>/weg/", start.drop, name="start_drop"),
    path("openbaar-gevraagd/", approval.approval_list, name="approval_list"),
    path("openbaar-gevraagd/<slug:slug>/", approval.approval_decide, name="approval_decide"),
    path("n/<slug:slug>/", home.home, name="home"),
    path("n/<slug:slug>/over/", home.about, name="about"),
    path("n/<slug:slug>/openbaar/", approval.publish, name="publish"),
    path("n/<slug:slug>/instellingen/", settings.settings, name="settings"),
    path("n/<slug:slug>/instellingen/plek/", settings.place, name="settings_place"),
    path("n/<slug:slug>/instellingen/gebied/", settings.area, name="settings_area"),
    path("n/<slug:slug>/instellingen/rollen/", settings.role_names, name="settings_role_names"),
    path("n/<slug:slug>/partijen/", partners.partners, name="partners"),
    path("n/<slug:slug>/partijen/erbij/", partners.add, name="partner_add"),
    path("n/<slug:slug>/partijen/kiezen/", partners.choose, name="partner_choose"),
    path("n/<slug:slug>/partijen/<uuid:partner>/stopt/", partners.end, name="partner_end"),
]
