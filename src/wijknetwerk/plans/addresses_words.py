"""Addresses of the words of a plan: a line, a need, a goal, closing and taking along."""

from django.urls import URLPattern, path

from wijknetwerk.plans.views import closing, lines, looking_back, needs

PLAN = "plan/<uuid:uuid>/"
LINE = f"{PLAN}regel/<slug:thing>/<uuid:line>/"
NEED = f"{PLAN}nodig/<uuid:need>/"
PATHS: list[URLPattern] = [
    path(f"{PLAN}schrijven/<slug:thing>/", lines.write, name="write"),
    path(f"{PLAN}niet-meer-zo/", lines.gone, name="gone"),
    path(LINE, lines.line, name="line"),
    path(f"{LINE}anders/", lines.line_change, name="line_change"),
    path(f"{LINE}niet-meer/", lines.line_gone, name="line_gone"),
    path(f"{LINE}terug/", lines.line_back, name="line_back"),
    path(f"{NEED}kiezen/", needs.need_choose, name="need_choose"),
    path(f"{NEED}hulp-vragen/", needs.need_help_new, name="need_help"),
    path(f"{NEED}gekozen/<slug:act>/", needs.need_chosen, name="need_chosen"),
    path(f"{PLAN}doel/<uuid:goal>/terugkijken/", looking_back.look_back, name="look_back"),
    path(f"{PLAN}meenemen/", closing.take, name="take"),
    path(f"{PLAN}meenemen/papier/", closing.take_paper, name="take_paper"),
    path(f"{PLAN}afsluiten/", closing.close, name="close"),
]
