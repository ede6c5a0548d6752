"""Addresses of conferences."""

from django.urls import path

from wijknetwerk.plans.views import (
    conference,
    conference_line,
    conference_paper,
    conference_spoken,
)

ALL = "plan/<uuid:uuid>/overleg/"
ONE = f"{ALL}<uuid:conference>/"
PATHS = [
    path("n/<slug:slug>/overleg/", conference_paper.sessions, name="conference_sessions"),
    path("overleg/agenda/", conference_paper.calendar, name="conference_calendar"),
    path("overleg/agenda/<slug:secret>.ics", conference_paper.feed, name="conference_feed"),
    path(ALL, conference.conferences, name="conferences"),
    path(f"{ALL}nieuw/", conference.call, name="conference_call"),
    path(ONE, conference.conference, name="conference"),
    path(f"{ONE}ja/", conference.answer, name="conference_answer"),
    path(f"{ONE}gezegd/", conference_spoken.spoken, name="conference_spoken"),
    path(f"{ONE}kopie/", conference_spoken.copy, name="conference_copy"),
    path(f"{ONE}verzetten/", conference.move, name="conference_move"),
    path(f"{ONE}gehouden/", conference.held, name="conference_held"),
    path(f"{ONE}afspraak/", conference_line.agree, name="conference_agree"),
    path(f"{ONE}verslag/", conference.report, name="conference_report"),
    path(f"{ONE}erbij/", conference.ask, name="conference_ask"),
    path(f"{ONE}wie/<uuid:guest>/<slug:act>/", conference.guest, name="conference_guest"),
    path(f"{ONE}vinden/<slug:moment>/", conference_line.found, name="conference_found"),
    path(f"{ONE}schrijven/<slug:kind>/", conference_line.write, name="conference_write"),
    path(f"{ONE}alinea/<uuid:line>/", conference_line.change, name="conference_line"),
    path(f"{ONE}eerder/<uuid:line>/", conference_spoken.earlier, name="conference_earlier"),
    path(f"{ONE}alinea/<uuid:line>/weg/", conference_line.take_out, name="conference_line_out"),
    path(f"{ONE}blad.pdf", conference_paper.sheet, name="conference_sheet"),
    path(f"{ONE}brief.pdf", conference_paper.letter, name="conference_letter"),
    path(f"{ONE}<slug:act>/", conference.act, name="conference_act"),
]
