"""The actions of a network, one action, making and changing it."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, once
from wijknetwerk.core.errors import DomainError, Stale
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.registries import linked
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.goals import access
from wijknetwerk.goals.forms.actions import ActionForm, ChangeActionForm
from wijknetwerk.goals.forms.fields import thing_of
from wijknetwerk.goals.selectors import actions as selectors
from wijknetwerk.goals.services import actions as services
from wijknetwerk.goals.views import common
from wijknetwerk.goals.views.common import short
from wijknetwerk.networks import access as network_access
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.people import teams_now

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def crumb(slug: str) -> Crumb:
    """The way back to all actions."""
    return (_("Actions"), reverse("goals:actions", args=[slug]))


def at(slug: str, uuid: UUID) -> str:
    """The address of an action."""
    return reverse("goals:action", args=[slug, uuid])


@page()
def actions(request: ActorRequest, slug: str) -> HttpResponse:
    """What was agreed, narrowed by pills, and of one team."""
    network = network_access.network_for(request.actor, slug, to=Act.SEE)
    which = request.GET.get("which", "")
    which = which if which in selectors.FILTERS else selectors.OPEN
    teams = teams_now(network.pk)
    team = next((one for one in teams if str(one.uuid) == request.GET.get("team", "")), None)
    chosen = team.uuid if team else None
    kept = {"which": which} | ({"team": str(chosen)} if chosen else {})
    return show(
        request,
        "goals/actions_list",
        network,
        [(_("Actions"), None)],
        found=selectors.actions_of(
            request.actor, network, which=which, team=chosen, page=request.GET.get("page", "")
        ),
        counts=selectors.counts_of(request.actor, network, chosen),
        which=which,
        team=team,
        teams=teams,
        page_url=f"?{urlencode(kept)}&page=",
    )


@page()
def action(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One action: what, who, by when, where it came from, what happened to it."""
    network = network_access.network_for(request.actor, slug, to=Act.SEE)
    found = access.action_for(request.actor, network, uuid)
    card = selectors.action_page(request.actor, found)
    crumbs = [crumb(slug), (short(found.what), None)]
    return show(request, "goals/action_show", network, crumbs, action=found, card=card)


@page(methods=FORM)
def action_new(request: ActorRequest, slug: str) -> HttpResponse:
    """Make an action; `bron` in the address is the thing that it comes from."""
    network = network_access.network_for(request.actor, slug, to=Act.SEE)
    form = _new_form(request, network)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = services.make(
                actor=request.actor,
                network=network,
                new=form.new(own=_own(request, network)),
            )
            tell(request, _("Agreed. It stands on Vandaag when the day comes near."))
            return at(slug, made.uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (_("A new action"), None)]
    source = thing_of(form["source"].value() or "")
    seen = linked(request.actor, [source]).get(source) if source else None
    return show(request, "goals/action_form", network, crumbs, form=form, action=None, source=seen)


def _own(request: ActorRequest, network: "Network") -> UUID | None:
    standing = request.actor.standing_in(network.pk)
    return standing.membership_uuid if standing else None


def _new_form(request: ActorRequest, network: "Network") -> ActionForm:
    leads = network_access.allows(request.actor, access.LEAD, network)
    asked = request.GET
    first: dict[str, Any] = {
        "what": asked.get("wat", "")[:200],
        "by_on": clock.add_working_days(clock.today() + timedelta(days=13), 1),
        "owner": str(_own(request, network)),
        "team": asked.get("team", ""),
        "goal": asked.get("doel", ""),
        "source": asked.get("bron", "") if thing_of(asked.get("bron", "")) else "",
    }
    return ActionForm(
        request.POST or None,
        initial=first,
        members=common.members(network) if leads else None,
        teams=common.teams(network),
        goals=common.goals(network),
    )


@page(methods=FORM)
def action_change(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Say anew what it is. Of two who do so at once, the second sees both texts."""
    network = network_access.network_for(request.actor, slug, to=Act.SEE)
    found = access.action_to_change(request.actor, network, uuid)
    form = _change_form(network, found, request.POST or None)
    stale = False
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.change(
                actor=request.actor,
                network=network,
                action=uuid,
                said=form.said(),
                read_version=form.cleaned_data["version"],
            )
            tell(request, _("Saved."))
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except Stale:
            stale = True
            found = access.action_to_change(request.actor, network, uuid)
            mine = request.POST.copy()
            mine["version"] = str(found.version)
            form = _change_form(network, found, mine)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (short(found.what), at(slug, uuid)), (_("Change"), None)]
    return show(
        request,
        "goals/action_form",
        network,
        crumbs,
        status=409 if stale else 200,
        form=form,
        action=found,
        source=None,
        stale=stale,
    )


def _change_form(network: "Network", found: Any, data: Any) -> ChangeActionForm:
    first = {
        "what": found.what,
        "team": str(found.team.uuid) if found.team else "",
        "goal": str(found.goal.uuid) if found.goal else "",
        "version": found.version,
    }
    teams, goals = common.teams(network), common.goals(network)
    for chosen, now in ((teams, found.team), (goals, found.goal)):
        if now is not None and now.uuid not in {uuid for uuid, _name in chosen}:
            chosen.append((now.uuid, str(now)))  # it ended; keeping it is no change
    return ChangeActionForm(data, initial=first, teams=teams, goals=goals)
