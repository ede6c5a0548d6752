"""Addresses of resting, stopping and what was learned."""

from django.urls import URLPattern, path

from wijknetwerk.networks.views import ending, exit_talk, stop_steps

urlpatterns: list[URLPattern] = [
    path("kennis/gestopte-netwerken/", exit_talk.stopped_lessons, name="stopped_lessons"),
    path("n/<slug:slug>/rust-of-stop/", ending.ending, name="ending"),
    path("n/<slug:slug>/rust-of-stop/rust/", ending.pause, name="pause"),
    path("n/<slug:slug>/rust-of-stop/verder/", ending.resume, name="resume"),
    path("n/<slug:slug>/rust-of-stop/stop/", ending.stop_start, name="stop_start"),
    path("n/<slug:slug>/rust-of-stop/antwoord/", ending.stop_answer, name="stop_answer"),
    path("n/<slug:slug>/rust-of-stop/toch-door/", ending.stop_call_off, name="stop_call_off"),
    path("n/<slug:slug>/rust-of-stop/regelen/", stop_steps.stop_steps, name="stop_steps"),
    path("n/<slug:slug>/rust-of-stop/regelen/<str:part>/", stop_steps.stop_part, name="stop_part"),
    path("n/<slug:slug>/rust-of-stop/waarheen/", stop_steps.stop_places, name="stop_places"),
    path(
        "n/<slug:slug>/rust-of-stop/waarheen/<uuid:place>/weg/",
        stop_steps.stop_place_remove,
        name="stop_place_remove",
    ),
    path("n/<slug:slug>/rust-of-stop/bellen/", stop_steps.stop_calls, name="stop_calls"),
    path("n/<slug:slug>/rust-of-stop/brieven/", stop_steps.stop_letters, name="stop_letters"),
    path("n/<slug:slug>/rust-of-stop/lessen/", stop_steps.stop_lessons, name="stop_lessons"),
    path("n/<slug:slug>/rust-of-stop/archief/", stop_steps.stop_archive, name="stop_archive"),
    path("n/<slug:slug>/rust-of-stop/gesprek/", exit_talk.exit_talk, name="exit_talk"),
    path(
        "n/<slug:slug>/rust-of-stop/gesprek/<slug:question>/",
        exit_talk.exit_question,
        name="exit_question",
    ),
    path(
        "n/<slug:slug>/rust-of-stop/gesprek/<slug:question>/noteren/",
        exit_talk.exit_note,
        name="exit_note",
    ),
    path("n/<slug:slug>/instellingen/verder-van/", exit_talk.goes_on, name="goes_on"),
]
