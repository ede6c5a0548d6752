"""Pages of the route: of a network, and public ones without one."""

from django.urls import path

from wijknetwerk.roadmap.views import checks, network, public, suggestions

app_name = "roadmap"
urlpatterns = [
    path("n/<slug:slug>/route/", network.route, name="route"),
    path("n/<slug:slug>/route/print/", network.print_route, name="print"),
    path("n/<slug:slug>/route/stap/<slug:code>/", network.step, name="step"),
    path("n/<slug:slug>/route/vragen/", checks.checks, name="checks"),
    path("n/<slug:slug>/route/vragen/<slug:kind>/stellen/", checks.check_open, name="check_open"),
    path("n/<slug:slug>/route/vragen/<uuid:uuid>/", checks.check, name="check"),
    path(
        "n/<slug:slug>/route/vragen/<uuid:uuid>/antwoorden/",
        checks.check_answer,
        name="check_answer",
    ),
    path(
        "n/<slug:slug>/route/vragen/<uuid:uuid>/afsluiten/", checks.check_close, name="check_close"
    ),
    path(
        "n/<slug:slug>/route/vragen/<uuid:uuid>/noteren/<uuid:member>/",
        checks.check_note,
        name="check_note",
    ),
    path("n/<slug:slug>/route/vragen/<uuid:uuid>/print/", checks.check_print, name="check_print"),
    path("n/<slug:slug>/route/wat-helpt/", suggestions.suggestions, name="suggestions"),
    path(
        "n/<slug:slug>/route/wat-helpt/<str:code>/opzij/",
        suggestions.suggestion_aside,
        name="suggestion_aside",
    ),
    path(
        "n/<slug:slug>/route/wat-helpt/<uuid:uuid>/terug/",
        suggestions.suggestion_back,
        name="suggestion_back",
    ),
    path("n/<slug:slug>/route/<slug:phase>/", network.phase, name="phase"),
    path("n/<slug:slug>/route/<slug:phase>/woorden/", network.phase_words, name="phase_words"),
    path("kennis/", public.knowledge, name="knowledge"),
    path("kennis/route/", public.route, name="public_route"),
    path("kennis/route/stap/<slug:code>/", public.step, name="public_step"),
    path("kennis/route/<slug:phase>/", public.phase, name="public_phase"),
    path("kennis/succesfactoren/", public.factors, name="factors"),
    path("kennis/aanbevelingen/", public.recommendations, name="recommendations"),
    path("kennis/aanbevelingen/<slug:reader>/", public.reader, name="reader"),
]
