"""Mijn plan: begin, one page, a line in own words, take it along."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as words_of

from wijknetwerk.core import clock, once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks.access import Act, network_for
from wijknetwerk.plans import access
from wijknetwerk.plans.forms.plans import LineForm
from wijknetwerk.plans.selectors import agreements, mine, pages, taken
from wijknetwerk.plans.services import news, plans, words
from wijknetwerk.plans.views.common import draw, hand_for, looked
from wijknetwerk.privacy.personal_data import as_json
from wijknetwerk.privacy.selectors import Section

FIRST = 6
"""So many agreements on the first page; the others stand behind a link."""

TITLES = {
    "want": words_of("I want"),
    "strength": words_of("I can"),
    "need": words_of("I need"),
    "goal": words_of("My goal"),
}


@page()
def own(request: ActorRequest, slug: str) -> HttpResponse:
    """One's own plan in this network, or how to begin one."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access.own_plan(request.actor, network.pk)
    crumbs: list[Crumb] = [(_("My plan"), None)]
    others = mine.has_circles(request.actor, network)
    plan = found.plan if found else None
    return show(request, "plans/own", network, crumbs, plan=plan, others=others)


@page(methods=ACT)
def begin(request: ActorRequest, slug: str) -> HttpResponse:
    """Begin one's own plan."""
    network = network_for(request.actor, slug, to=Act.SEE)

    def do() -> str:
        made = plans.begin(actor=request.actor, network=network)
        tell(request, _("Your plan is there. Only you can see it."))
        return reverse("plans:plan", args=[made.uuid])

    return once.handle(request, do)


@page(looks=Looks.PERSON, second_factor=False)
def plan(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """The plan on one page: whom to call and what was agreed first, then the words."""
    hand = hand_for(request, uuid)
    looked(hand, "plans.read")
    return draw(
        request,
        "plans/plan",
        hand,
        page=pages.plan_page(hand),
        agreed=agreements.coming(hand, FIRST),
        looks=pages.looks(request.actor, 3) if hand.is_resident else (),
    )


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def write(request: ActorRequest, uuid: UUID, thing: str) -> HttpResponse:
    """A new line, in own words."""
    hand = hand_for(request, uuid)
    if thing not in TITLES:
        raise NotFound
    form = LineForm(request.POST or None, thing=thing)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            words.write(hand=hand, thing=thing, said=form.said())
            return reverse("plans:plan", args=[uuid])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.read")
    title = str(TITLES[thing])
    return draw(request, "plans/form", hand, (title, None), form=form, title=title)


@page(methods=ACT)
def seen(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """What was new is read."""
    hand = hand_for(request, uuid)

    def do() -> str:
        news.seen(hand=hand)
        return reverse("plans:plan", args=[uuid])

    return once.handle(request, do)


@page(looks=Looks.PERSON, second_factor=False)
def take(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Everything, as a file; for the resident."""
    hand = hand_for(request, uuid)
    if not hand.is_resident:
        raise NotFound
    looked(hand, "plans.taken")
    section = Section(_("My plan"), list(taken.records(hand.plan)))
    answer = JsonResponse(
        as_json([section], made=clock.now()),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    answer["Content-Disposition"] = 'attachment; filename="mijn-plan.json"'
    return answer
