"""Connectors: taking over, asking, answering, the own number, stopping."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.networks import access, access_teams
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.forms.teams import AskConnectorForm, ConnectorForm, WordsForm
from wijknetwerk.networks.selectors import people
from wijknetwerk.networks.selectors import team_page as one
from wijknetwerk.networks.selectors.teams import ConnectorRow, connectors_of, discipline_name
from wijknetwerk.networks.services import connectors as services
from wijknetwerk.networks.services import team_places
from wijknetwerk.networks.views.teams import at, crumb

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network, Team


def _row(team: "Team", discipline: str) -> ConnectorRow:
    """The connector or vacancy of this discipline in the team."""
    for row in connectors_of(team):
        if row.discipline == discipline:
            return row
    raise NotFound


@page(methods=FORM)
def connector_volunteer(
    request: ActorRequest, slug: str, team: UUID, discipline: str
) -> HttpResponse:
    """'I take this over as connector.'"""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    found = access_teams.running_team(request.actor, network, team)
    row = _row(found, discipline)
    form = WordsForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.volunteer(
                actor=request.actor,
                network=network,
                team=team,
                discipline=discipline,
                said=form.cleaned_data["said"],
            )
            tell(request, _("Thank you. It is on the page of the team."))
            return at(slug, team)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (found.name, at(slug, team)), (_("Become connector"), None)]
    return show(
        request, "networks/connector_volunteer", network, crumbs, form=form, team=found, row=row
    )


@page(methods=FORM)
def connector_ask(request: ActorRequest, slug: str, team: UUID, discipline: str) -> HttpResponse:
    """Ask somebody to be connector."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    found = access_teams.running_team(request.actor, network, team)
    row = _row(found, discipline)
    me = access.own_membership(request.actor, network).pk
    edits = access_teams.may_edit(request.actor, found, access_teams.place_of(request.actor, found))
    if not access_teams.decides(me=me, holder=row.membership_id, edits=edits):
        raise NotAllowed
    members = one.who_can_connect(network, discipline, besides=me)
    form = AskConnectorForm(request.POST or None, members=members)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.ask(
                actor=request.actor,
                network=network,
                team=team,
                discipline=discipline,
                **form.cleaned_data,
            )
            tell(request, _("The question is on its way."))
            return at(slug, team)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (found.name, at(slug, team)), (_("Ask a connector"), None)]
    return show(request, "networks/connector_ask", network, crumbs, form=form, team=found, row=row)


@page(methods=FORM)
def team_ask(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A question in a team: say yes or no, or take it back."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    found = access_teams.ask_for(request.actor, network, uuid)
    card = one.ask_card(request.actor, found)
    if request.method == "POST":
        chosen = request.POST.get("act", "")
        if chosen not in ("accept", "decline", "withdraw"):
            raise NotFound

        def act() -> str:
            return _answer(request, network, card, chosen)

        return once.handle(request, act)
    crumbs = [crumb(slug), (card.team.name, at(slug, card.team.uuid)), (_("A question"), None)]
    return show(request, "networks/team_ask", network, crumbs, card=card)


def _answer(request: ActorRequest, network: "Network", card: one.AskCard, chosen: str) -> str:
    """Do what was chosen; where to go on."""
    which: dict[str, Any] = {"actor": request.actor, "network": network, "ask": card.uuid}
    back = at(network.slug, card.team.uuid)
    if chosen == "withdraw":
        team_places.withdraw(**which)
        tell(request, _("You took the question back."))
    elif card.discipline and chosen == "accept":
        made = services.accept(**which)
        tell(request, _("The connector changed. Everybody in the network can see it."))
        if card.about_me:
            return reverse("networks:connector", args=[network.slug, made.uuid])
    elif card.discipline:
        services.decline(**which)
        tell(request, _("You said no. Nothing changed."))
    else:
        team_places.answer(**which, yes=chosen == "accept")
        tell(request, _("Your answer was kept."))
    return back


@page(methods=FORM)
def connector_own(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """My number and my substitute as connector."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    found = access_teams.connector_for(request.actor, network, uuid)
    if found.membership.person_id != request.actor.person_id:
        raise NotAllowed
    said = {
        "phone_shown": found.phone_shown,
        "phone": found.phone,
        "substitute": one.substitute_of(found),
    }
    members = people.choices_of_members(network, besides=found.membership_id)
    data = request.POST if request.method == "POST" else None
    form = ConnectorForm(data, members=members, initial=said)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.describe(
                actor=request.actor, network=network, connector=uuid, **form.cleaned_data
            )
            tell(request, _("Saved."))
            return at(slug, found.team.uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    team = found.team
    crumbs = [crumb(slug), (team.name, at(slug, team.uuid)), (_("My task as connector"), None)]
    name = discipline_name(found.discipline)
    own = found.membership.person.phone
    return show(
        request,
        "networks/connector_own",
        network,
        crumbs,
        form=form,
        team=team,
        name=name,
        own=own,
        uuid=uuid,
    )


@page(methods=FORM)
def connector_stop(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Be connector no longer; the vacancy shows."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    found = access_teams.connector_for(request.actor, network, uuid)
    if request.method == "POST":

        def act() -> str:
            services.stop(actor=request.actor, network=network, connector=uuid)
            tell(request, _("The task as connector has ended."))
            return at(slug, found.team.uuid)

        return once.handle(request, act)
    team = found.team
    crumbs = [crumb(slug), (team.name, at(slug, team.uuid)), (_("Stop as connector"), None)]
    mine = found.membership.person_id == request.actor.person_id
    return show(
        request,
        "networks/connector_stop",
        network,
        crumbs,
        team=team,
        name=found.membership.person.name,
        discipline=discipline_name(found.discipline),
        mine=mine,
    )
