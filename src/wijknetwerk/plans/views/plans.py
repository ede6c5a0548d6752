"""Mijn plan: begin, and the plan on one page."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, once
from wijknetwerk.core.pages import ACT, ActorRequest, Looks, page
from wijknetwerk.core.screens import show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks.access import Act, network_for
from wijknetwerk.plans import access, access_sharing, paper_plan
from wijknetwerk.plans.parts import ALL
from wijknetwerk.plans.selectors import agreements, emergency, mine, pages, representing
from wijknetwerk.plans.services import news, plans
from wijknetwerk.plans.views.common import draw, hand_for, looked

FIRST = 6
"""So many agreements on the first page; the others stand behind a link."""


@page()
def own(request: ActorRequest, slug: str) -> HttpResponse:
    """One's own plan in this network at once; a choice for who reads other plans or closed ones
    too; else how to begin one."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access.own_plan(request.actor, network.pk)
    plan = found.plan if found else None
    others = mine.has_circles(request.actor, network)
    closed = mine.closed_plans(request.actor, network)
    if plan and not (others or closed):
        return redirect("plans:plan", uuid=plan.uuid)
    crumbs: list[Crumb] = [(_("My plan"), None)]
    return show(request, "plans/own", network, crumbs, plan=plan, others=others, closed=closed)


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
        clashes=representing.clashing(hand),
        in_emergency=emergency.is_unheard(hand),
        stands_in=access_sharing.stands_in(hand) if hand.plan.is_open else (),
        closing_words=hand.plan.closing_words.read() if hand.decides(ALL) else "",
    )


@page(looks=Looks.PERSON, second_factor=False)
def sheet(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """The same on one A4, as far as this reader may read it."""
    hand = hand_for(request, uuid)
    looked(hand, "plans.read")
    agreed = agreements.coming(hand, FIRST)
    made = paper_plan.plan_sheet(hand, pages.plan_page(hand), agreed)
    return documents.pdf(made, _("my-plan"))


@page(methods=ACT)
def seen(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """What was new is read."""
    hand = hand_for(request, uuid)

    def do() -> str:
        news.seen(hand=hand)
        return reverse("plans:plan", args=[uuid])

    return once.handle(request, do)
