"""Addresses of talks, expectations, what we are for, energies, and who learns along."""

from django.urls import URLPattern, path

from wijknetwerk.networks.views import expectations, joined, remit, talk

urlpatterns: list[URLPattern] = [
    path("n/<slug:slug>/teams/<uuid:team>/gesprek/", talk.team_talk, name="team_talk"),
    path("n/<slug:slug>/gesprek/<uuid:uuid>/", talk.talk, name="talk"),
    path("n/<slug:slug>/gesprek/<uuid:uuid>/klaar/", talk.talk_finish, name="talk_finish"),
    path("n/<slug:slug>/gesprek/<uuid:uuid>/papier/", talk.talk_print, name="talk_print"),
    path(
        "n/<slug:slug>/gesprek/<uuid:uuid>/vraag/<slug:question>/",
        talk.talk_question,
        name="talk_question",
    ),
    path("n/<slug:slug>/verwachtingen/", expectations.expectations, name="expectations"),
    path(
        "n/<slug:slug>/teams/<uuid:team>/verwachtingen/",
        expectations.expectations,
        name="expectations",
    ),
    path(
        "n/<slug:slug>/verwachtingen/<uuid:uuid>/",
        expectations.expectation_round,
        name="expectation_round",
    ),
    path(
        "n/<slug:slug>/verwachtingen/<uuid:uuid>/mijn/",
        expectations.expectation_mine,
        name="expectation_mine",
    ),
    path(
        "n/<slug:slug>/verwachtingen/<uuid:uuid>/voor/<uuid:member>/",
        expectations.expectation_for,
        name="expectation_for",
    ),
    path(
        "n/<slug:slug>/verwachtingen/<uuid:uuid>/sluiten/",
        expectations.expectation_close,
        name="expectation_close",
    ),
    path("n/<slug:slug>/waar-zijn-wij-van/", remit.remit, name="remit"),
    path("n/<slug:slug>/teams/<uuid:team>/waar-zijn-wij-van/", remit.remit, name="remit"),
    path("n/<slug:slug>/waar-zijn-wij-van/wijzigen/", remit.remit_edit, name="remit_edit"),
    path(
        "n/<slug:slug>/teams/<uuid:team>/waar-zijn-wij-van/wijzigen/",
        remit.remit_edit,
        name="remit_edit",
    ),
    path("n/<slug:slug>/wat-geeft-u-energie/", joined.my_energies, name="my_energies"),
    path("n/<slug:slug>/wat-geeft-ons-energie/", joined.energies, name="energies"),
    path("n/<slug:slug>/leert-mee/<uuid:uuid>/", joined.learner, name="learner"),
    path(
        "n/<slug:slug>/leert-mee/<uuid:uuid>/langer/", joined.learner_extend, name="learner_extend"
    ),
]
