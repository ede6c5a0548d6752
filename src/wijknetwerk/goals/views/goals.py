"""The goals of a network, one goal, making, changing and ending it."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, Stale
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.registries import panels_of
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.goals import access
from wijknetwerk.goals.forms.goals import EndGoalForm, GoalForm
from wijknetwerk.goals.selectors import goals as selectors
from wijknetwerk.goals.selectors.search_texts import GOAL
from wijknetwerk.goals.services import goals as services
from wijknetwerk.goals.views import common
from wijknetwerk.goals.views.common import act_or_say, short
from wijknetwerk.networks import access as network_access
from wijknetwerk.networks.access import Act, network_for
from wijknetwerk.networks.people import teams_now

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def crumb(slug: str) -> Crumb:
    """The way back to all goals."""
    return (_("Goals"), reverse("goals:goals", args=[slug]))


def at(slug: str, uuid: UUID) -> str:
    """The address of a goal."""
    return reverse("goals:goal", args=[slug, uuid])


@page()
def goals(request: ActorRequest, slug: str) -> HttpResponse:
    """What the network, or one team of it, wants to reach."""
    network = network_for(request.actor, slug, to=Act.SEE)
    teams = teams_now(network.pk)
    team = next((one for one in teams if str(one.uuid) == request.GET.get("team", "")), None)
    return show(
        request,
        "goals/goals_list",
        network,
        [(_("Goals"), None)],
        found=selectors.goals_of(network, team.uuid if team else None),
        team=team,
        teams=teams,
    )


@page()
def goal(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One goal: by what one sees that it works, and what is being done for it."""
    found = access.goal_at(request.actor, slug, uuid)
    network = found.network
    card = selectors.goal_page(request.actor, found)
    # What others make of a goal comes after it was reached.
    panels = panels_of(request.actor, network, (GOAL, uuid)) if card.reached else []
    context: dict[str, Any] = {"panels": [template for template, _filled in panels]}
    for _template, filled in panels:
        context |= filled
    crumbs = [crumb(slug), (short(found.sentence), None)]
    return show(request, "goals/goal_show", network, crumbs, goal=found, card=card, **context)


def _own(request: ActorRequest, network: "Network") -> UUID | None:
    standing = request.actor.standing_in(network.pk)
    return standing.membership_uuid if standing else None


@page(methods=FORM)
def goal_new(request: ActorRequest, slug: str) -> HttpResponse:
    """Make a goal."""
    network = network_for(request.actor, slug, to=Act.SEE)
    first = {"owner": str(_own(request, network)), "team": request.GET.get("team", "")}
    form = _form(request, network, request.POST or None, first)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            said = form.said(own=_own(request, network))
            made = services.make(actor=request.actor, network=network, said=said)
            tell(request, _("The goal is there. Now say how you will see that it works."))
            return at(slug, made.uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (_("A new goal"), None)]
    return show(request, "goals/goal_form", network, crumbs, form=form, goal=None)


def _form(request: ActorRequest, network: "Network", data: Any, first: dict[str, Any]) -> GoalForm:
    leads = network_access.allows(request.actor, access.LEAD, network)
    members = common.members(network) if leads else None
    return GoalForm(data, initial=first, members=members, teams=common.teams(network))


@page(methods=FORM)
def goal_change(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Say anew what the goal is. Of two who do so at once, the second sees both."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access.goal_to_change(request.actor, network, uuid)
    form = _form(request, network, request.POST or None, _first(found))
    stale = False
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            own = found.owner.uuid if found.owner else None
            services.change(
                actor=request.actor,
                network=network,
                goal=uuid,
                said=form.said(own=own),
                read_version=form.cleaned_data["version"] or 0,
            )
            tell(request, _("Saved."))
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except Stale:
            stale = True
            found = access.goal_to_change(request.actor, network, uuid)
            mine = request.POST.copy()
            mine["version"] = str(found.version)
            form = _form(request, network, mine, _first(found))
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (short(found.sentence), at(slug, uuid)), (_("Change"), None)]
    answer = show(request, "goals/goal_form", network, crumbs, form=form, goal=found, stale=stale)
    answer.status_code = 409 if stale else 200
    return answer


def _first(found: Any) -> dict[str, Any]:
    return {
        "sentence": found.sentence,
        "for_whom": found.for_whom,
        "by_on": found.by_on,
        "owner": str(found.owner.uuid) if found.owner else "",
        "team": str(found.team.uuid) if found.team else "",
        "version": found.version,
    }


@page(methods=FORM)
def goal_reached(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A success: say what it brought, and celebrate it."""
    words = (_("Reached!"), _("Yes, reached"), _("Well done, all of you. Celebrate it!"))
    return _end(request, slug, uuid, services.REACHED, words)


@page(methods=FORM)
def goal_stopped(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Let a goal go, with what was learned."""
    words = (_("Let this goal go"), _("Let it go"), _("Let go. What you learned stays."))
    return _end(request, slug, uuid, services.STOPPED, words)


def _end(
    request: ActorRequest, slug: str, uuid: UUID, state: Any, words: tuple[str, str, str]
) -> HttpResponse:
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access.goal_to_change(request.actor, network, uuid)
    form = EndGoalForm(request.POST or None)
    heading, submit, told = words
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            brought = form.cleaned_data["brought"]
            services.end(
                actor=request.actor, network=network, goal=uuid, state=state, brought=brought
            )
            tell(request, told)
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (short(found.sentence), at(slug, uuid)), (heading, None)]
    return show(
        request,
        "goals/goal_step",
        network,
        crumbs,
        form=form,
        goal=found,
        heading=heading,
        submit=submit,
    )


@page(methods=ACT)
def goal_reopen(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Work on it again."""
    network = network_for(request.actor, slug, to=Act.SEE)

    def act() -> str:
        services.reopen(actor=request.actor, network=network, goal=uuid)
        return at(slug, uuid)

    return act_or_say(request, act, at(slug, uuid))
