"""The teams of a network, one team, making, changing and ending it, and the sheet of numbers."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log, once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.registries import panels_of
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access, access_teams
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.forms.teams import EndTeamForm, TeamForm
from wijknetwerk.networks.selectors import people
from wijknetwerk.networks.selectors import team_history as past
from wijknetwerk.networks.selectors import team_page as one
from wijknetwerk.networks.selectors import teams as many
from wijknetwerk.networks.selectors.remit import remit_of
from wijknetwerk.networks.services import teams as services
from wijknetwerk.networks.team_kinds import team_kinds


def crumb(slug: str) -> Crumb:
    """The way back to all teams."""
    return (_("Teams"), reverse("networks:teams", args=[slug]))


def at(slug: str, team: UUID) -> str:
    """The address of a team."""
    return reverse("networks:team", args=[slug, team])


@page()
def teams(request: ActorRequest, slug: str) -> HttpResponse:
    """All teams, and whom to call for what."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    return show(
        request,
        "networks/teams_list",
        network,
        [(_("Teams"), None)],
        found=many.teams_of(network),
        kinds=team_kinds(),
        may_make=access.allows(request.actor, Act.MAKE_TEAMS, network),
    )


@page(looks=Looks.LIST, second_factor=False)
def who_to_call(request: ActorRequest, slug: str) -> HttpResponse:
    """Names and numbers of all connectors on one sheet of paper. Noted: paper goes further."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    lines = many.teams_of(network).to_call
    log.look(request.actor, "networks.who_to_call_printed", network, count=len(lines))
    crumbs = [crumb(slug), (_("Who do I call?"), None)]
    return show(request, "networks/teams_call", network, crumbs, lines=lines, today=clock.now())


@page()
def team(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One team: what for, who, whom to call, when, and what goes back to colleagues."""
    found = access_teams.team_at(request.actor, slug, uuid)
    network = found.network
    card = one.team_page(request.actor, found)
    panels = [] if found.over else panels_of(request.actor, network, ("networks.team", uuid))
    context: dict[str, Any] = {"team": found, "card": card, "remit": remit_of(network, found)}
    context["panels"] = [template for template, _filled in panels]
    for _template, filled in panels:
        context |= filled
    return show(
        request, "networks/team_show", network, [crumb(slug), (found.name, None)], **context
    )


@page()
def team_history(request: ActorRequest, slug: str, team: UUID) -> HttpResponse:
    """Who was in the team, and who was connector when."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    found = access_teams.team_for(request.actor, network, team)
    crumbs = [crumb(slug), (found.name, at(slug, team)), (_("History"), None)]
    return show(
        request, "networks/team_history", network, crumbs, team=found, past=past.past_of(found)
    )


@page(methods=FORM)
def team_new(request: ActorRequest, slug: str) -> HttpResponse:
    """Make a team."""
    network = access.network_for(request.actor, slug, to=Act.MAKE_TEAMS)
    kind = team_kinds().get(request.GET.get("kind", ""))
    first = (
        {"name": kind.word.name.capitalize(), "kind": kind.word.code, "wanted": kind.usual}
        if kind
        else {}
    )
    members = people.choices_of_members(network)
    form = TeamForm(request.POST or None, members=members, initial=first)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = services.make(
                actor=request.actor, network=network, said=form.said(), lead=form.chosen_lead()
            )
            tell(request, _("The team is there. Everybody in the network can see it."))
            return at(slug, made.uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (_("A new team"), None)]
    return show(
        request, "networks/team_form", network, crumbs, form=form, team=None, kinds=team_kinds()
    )


@page(methods=FORM)
def team_change(request: ActorRequest, slug: str, team: UUID) -> HttpResponse:
    """Change what is said about a team."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    found = access_teams.team_to_edit(request.actor, network, team)
    now = {name: getattr(found, name) for name in services.NAMES}
    form = TeamForm(request.POST if request.method == "POST" else None, initial=now)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.change(
                actor=request.actor,
                network=network,
                team=team,
                said=form.said(),
                changed=form.changed_data,
            )
            tell(request, _("Saved."))
            return at(slug, team)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (found.name, at(slug, team)), (_("Change"), None)]
    return show(
        request, "networks/team_form", network, crumbs, form=form, team=found, kinds=team_kinds()
    )


@page(methods=FORM)
def team_end(request: ActorRequest, slug: str, team: UUID) -> HttpResponse:
    """End a team, with what it brought."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    found = access_teams.team_to_edit(request.actor, network, team)
    form = EndTeamForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.end(actor=request.actor, network=network, team=team, **form.cleaned_data)
            tell(request, _("The team has ended. Its page stays, to read."))
            return at(slug, team)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (found.name, at(slug, team)), (_("End the team"), None)]
    return show(request, "networks/team_end", network, crumbs, form=form, team=found)
