"""Addresses of rounds of dots, initiatives and experiments."""

from django.urls import URLPattern, path

from wijknetwerk.voices.views import (
    experiments,
    initiative_needs,
    initiatives,
    rounds,
    rounds_paper,
)

HERE = "n/<slug:slug>/meedenken/"
ROUND = f"{HERE}stippen/<uuid:round>/"
ALL = f"{HERE}initiatieven/"
ONE = f"{ALL}<uuid:initiative>/"
NEED = f"{ALL}nodig/<uuid:need>/"
TRIED = f"{HERE}proberen/"

urlpatterns: list[URLPattern] = [
    path(f"{HERE}stippen/", rounds.rounds, name="rounds"),
    path(f"{HERE}stippen/nieuw/", rounds.round_new, name="round_new"),
    path(f"{HERE}stippen/<uuid:uuid>/", rounds.round, name="round"),
    path(f"{ROUND}sluiten/", rounds.round_close, name="round_close"),
    path(f"{ROUND}tafel/", rounds_paper.round_table, name="round_table"),
    path(f"{ROUND}papier/", rounds_paper.round_paper, name="round_paper"),
    path(f"{ROUND}briefjes/", rounds_paper.round_ballots, name="round_ballots"),
    path(f"{ROUND}vel/", rounds_paper.round_sheet, name="round_sheet"),
    path(f"{ROUND}uitslag/", rounds_paper.round_result, name="round_result"),
    path("stippen/<str:secret>/", rounds_paper.ballot, name="ballot"),
    path(ALL, initiatives.initiatives, name="initiatives"),
    path(f"{ALL}nieuw/", initiatives.initiative_new, name="initiative_new"),
    path(f"{ALL}<uuid:uuid>/", initiatives.initiative, name="initiative"),
    path(f"{ONE}wijzigen/", initiatives.initiative_change, name="initiative_change"),
    path(f"{ONE}meedoen/", initiatives.initiative_join, name="initiative_join"),
    path(f"{ONE}trekken/", initiatives.initiative_pull, name="initiative_pull"),
    path(f"{ONE}stoppen/", initiatives.initiative_leave, name="initiative_leave"),
    path(f"{ONE}ondersteuner/", initiatives.initiative_supporter, name="initiative_supporter"),
    path(f"{ONE}stap/<slug:state>/", initiatives.initiative_move, name="initiative_move"),
    path(f"{ONE}nodig/", initiative_needs.need_ask, name="need_ask"),
    path(f"{NEED}beloven/", initiative_needs.need_promise, name="need_promise"),
    path(f"{NEED}klaar/", initiative_needs.need_settle, name="need_settle"),
    path(
        "n/<slug:slug>/initiatief/<uuid:uuid>/",
        initiatives.initiative_public,
        name="initiative_public",
    ),
    path(TRIED, experiments.experiments, name="experiments"),
    path(f"{TRIED}nieuw/", experiments.experiment_new, name="experiment_new"),
    path(f"{TRIED}<uuid:uuid>/", experiments.experiment, name="experiment"),
    path(
        f"{TRIED}<uuid:experiment>/wijzigen/",
        experiments.experiment_change,
        name="experiment_change",
    ),
    path(f"{TRIED}<uuid:uuid>/leren/", experiments.experiment_finish, name="experiment_finish"),
]
