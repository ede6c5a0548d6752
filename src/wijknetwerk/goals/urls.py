"""Addresses of actions and goals."""

from django.urls import URLPattern, path

from wijknetwerk.goals.views import action_owner, action_steps, actions, goals, measures, templates

app_name = "goals"
ACTION = "n/<slug:slug>/acties/<uuid:uuid>/"
GOALS = "n/<slug:slug>/doelen/"
GOAL = f"{GOALS}<uuid:uuid>/"
MEASURE = f"{GOALS}meten/<uuid:uuid>/"
urlpatterns: list[URLPattern] = [
    path("n/<slug:slug>/acties/", actions.actions, name="actions"),
    path("n/<slug:slug>/acties/nieuw/", actions.action_new, name="action_new"),
    path(ACTION, actions.action, name="action"),
    path(f"{ACTION}wijzigen/", actions.action_change, name="action_change"),
    path(f"{ACTION}klaar/", action_steps.action_done, name="action_done"),
    path(f"{ACTION}begonnen/", action_steps.action_start, name="action_start"),
    path(f"{ACTION}ik-doe-het/", action_steps.action_take, name="action_take"),
    path(f"{ACTION}akkoord/", action_steps.action_agree, name="action_agree"),
    path(f"{ACTION}teruggeven/", action_steps.action_give_back, name="action_give_back"),
    path(f"{ACTION}andere-dag/", action_steps.action_move, name="action_move"),
    path(f"{ACTION}gaat-niet-door/", action_steps.action_drop, name="action_drop"),
    path(f"{ACTION}weer-open/", action_steps.action_reopen, name="action_reopen"),
    path(f"{ACTION}wie/", action_owner.action_owner, name="action_owner"),
    path(f"{ACTION}overdragen/", action_owner.action_hand_over, name="action_hand_over"),
    path("n/<slug:slug>/acties/vraag/<uuid:uuid>/", action_owner.action_ask, name="action_ask"),
    path(
        "n/<slug:slug>/acties/vraag/<uuid:uuid>/terug/",
        action_owner.action_ask_back,
        name="action_ask_back",
    ),
    path(GOALS, goals.goals, name="goals"),
    path(f"{GOALS}nieuw/", goals.goal_new, name="goal_new"),
    path(f"{GOALS}voorbeelden/", templates.templates, name="templates"),
    path(f"{GOALS}voorbeelden/<slug:kind>/", templates.template, name="template"),
    path(GOAL, goals.goal, name="goal"),
    path(f"{GOAL}wijzigen/", goals.goal_change, name="goal_change"),
    path(f"{GOAL}bereikt/", goals.goal_reached, name="goal_reached"),
    path(f"{GOAL}loslaten/", goals.goal_stopped, name="goal_stopped"),
    path(f"{GOAL}weer-oppakken/", goals.goal_reopen, name="goal_reopen"),
    path(f"{GOAL}meten/", measures.measure_new, name="measure_new"),
    path(f"{MEASURE}wijzigen/", measures.measure_change, name="measure_change"),
    path(f"{MEASURE}cijfer/", measures.value_new, name="value_new"),
]
