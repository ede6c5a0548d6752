"""The people of a team: joining, leaving, adding, leading, and what one takes back."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.networks import access, access_teams
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.forms.teams import LineForm, PlaceForm, WordsForm
from wijknetwerk.networks.selectors import team_page as one
from wijknetwerk.networks.selectors.teams import places_of
from wijknetwerk.networks.services import team_places as services
from wijknetwerk.networks.services.teams import say_line
from wijknetwerk.networks.views.teams import at, crumb


@page(methods=FORM)
def team_join(request: ActorRequest, slug: str, team: UUID) -> HttpResponse:
    """Join with one tap, or ask the team's lead."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    found = access_teams.running_team(request.actor, network, team)
    standing = request.actor.standing_in(network.pk)
    at_once = access_teams.joins_at_once(found, standing.partner_id if standing else None)
    form = WordsForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.join(
                actor=request.actor, network=network, team=team, said=form.cleaned_data["said"]
            )
            tell(
                request, _("You are in the team.") if at_once else _("The question is on its way.")
            )
            return at(slug, team)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (found.name, at(slug, team)), (_("Join"), None)]
    return show(
        request, "networks/team_join", network, crumbs, form=form, team=found, at_once=at_once
    )


@page(methods=FORM)
def team_leave(request: ActorRequest, slug: str, team: UUID) -> HttpResponse:
    """Leave a team."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    found = access_teams.own_place(request.actor, network, team).team
    if request.method == "POST":

        def act() -> str:
            services.leave(actor=request.actor, network=network, team=team)
            tell(request, _("You are not in this team any more. Thank you."))
            return at(slug, team)

        return once.handle(request, act)
    crumbs = [crumb(slug), (found.name, at(slug, team)), (_("Leave the team"), None)]
    return show(request, "networks/team_leave", network, crumbs, team=found, name="")


@page(methods=FORM)
def team_add(request: ActorRequest, slug: str, team: UUID) -> HttpResponse:
    """The people of the team, for who leads it; adding one."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    found = access_teams.team_to_edit(request.actor, network, team)
    form = PlaceForm(request.POST or None, members=one.not_in(network, found))
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.add(actor=request.actor, network=network, team=team, **form.cleaned_data)
            tell(request, _("Added to the team."))
            return reverse("networks:team_add", args=[slug, team])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (found.name, at(slug, team)), (_("People"), None)]
    places = places_of(found)
    return show(request, "networks/team_add", network, crumbs, form=form, team=found, places=places)


@page(methods=FORM)
def team_place(request: ActorRequest, slug: str, team: UUID, uuid: UUID) -> HttpResponse:
    """For whom somebody speaks, and whether they lead."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    place = access_teams.place_for(request.actor, network, team, uuid)
    said = {"represents": place.represents, "is_lead": place.is_lead}
    data = request.POST if request.method == "POST" else None
    form = PlaceForm(data, members=None, initial=said)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.change(
                actor=request.actor, network=network, team=team, place=uuid, **form.cleaned_data
            )
            tell(request, _("Saved."))
            return reverse("networks:team_add", args=[slug, team])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    name = place.membership.person.name
    people = (_("People"), reverse("networks:team_add", args=[slug, team]))
    crumbs = [crumb(slug), (place.team.name, at(slug, team)), people, (name, None)]
    return show(
        request,
        "networks/team_place",
        network,
        crumbs,
        form=form,
        team=place.team,
        name=name,
        uuid=uuid,
    )


@page(methods=FORM)
def team_take_out(request: ActorRequest, slug: str, team: UUID, uuid: UUID) -> HttpResponse:
    """End somebody's place in the team."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    place = access_teams.place_for(request.actor, network, team, uuid)
    if request.method == "POST":

        def act() -> str:
            services.take_out(actor=request.actor, network=network, team=team, place=uuid)
            tell(request, _("The place in the team has ended."))
            return reverse("networks:team_add", args=[slug, team])

        return once.handle(request, act)
    crumbs = [crumb(slug), (place.team.name, at(slug, team)), (_("End a place"), None)]
    name = place.membership.person.name
    return show(request, "networks/team_leave", network, crumbs, team=place.team, name=name)


@page(methods=FORM)
def team_line(request: ActorRequest, slug: str, team: UUID) -> HttpResponse:
    """'What do I take back?'"""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    place = access_teams.own_place(request.actor, network, team)
    rows = places_of(place.team)
    mine = next((row for row in rows if row.uuid == place.uuid), None)
    data = request.POST if request.method == "POST" else None
    form = LineForm(data, initial=one.line_of(mine))
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            say_line(actor=request.actor, network=network, team=team, **form.cleaned_data)
            tell(request, _("Saved. Everybody in the network can see it."))
            return at(slug, team)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (place.team.name, at(slug, team)), (_("What do I take back?"), None)]
    return show(request, "networks/team_line", network, crumbs, form=form, team=place.team)
