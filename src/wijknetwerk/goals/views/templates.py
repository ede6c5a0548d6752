"""Beginning with an example of goals and actions for a kind of team."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.goals import access
from wijknetwerk.goals import templates_content as content
from wijknetwerk.goals.forms.templates import StartForm, TemplateForm
from wijknetwerk.goals.services import templates as services
from wijknetwerk.goals.views import common
from wijknetwerk.goals.views.goals import crumb
from wijknetwerk.networks import access as network_access
from wijknetwerk.networks import words
from wijknetwerk.networks.access import Act, network_for

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@page()
def templates(request: ActorRequest, slug: str) -> HttpResponse:
    """What each kind of team can begin with."""
    network = network_for(request.actor, slug, to=Act.SEE)
    kinds = words.team_kinds()
    found = [(kinds[kind].name, one) for kind, one in content.templates().items()]
    crumbs = [crumb(slug), (_("Examples"), None)]
    return show(request, "goals/templates_list", network, crumbs, found=found)


@page(methods=FORM)
def template(request: ActorRequest, slug: str, kind: str) -> HttpResponse:
    """One example with its days, to change and to begin with. The start stands in the address."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = content.templates().get(kind)
    if found is None:
        raise NotFound
    teams = common.teams(network)
    asked = {"vanaf": clock.today().isoformat(), **request.GET.dict()}
    start = StartForm(asked, teams=teams)
    valid = start.is_valid()
    begun = start.cleaned_data.get("vanaf") or clock.today()
    team = start.cleaned_data.get("team") if valid else None
    form = _form(request, network, found, begun)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            chosen = form.chosen(team)
            services.begin(actor=request.actor, network=network, chosen=chosen)
            tell(request, _("You have begun. Change what you like, at any time."))
            return reverse("goals:goals", args=[slug])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    title = words.team_kinds()[kind].name
    where = [crumb(slug), (_("Examples"), reverse("goals:templates", args=[slug]))]
    context: dict[str, Any] = {"example": found, "heading": title, "start": start, "form": form}
    return show(request, "goals/template_show", network, [*where, (title, None)], **context)


def _form(
    request: ActorRequest, network: "Network", found: content.Template, begun: Any
) -> TemplateForm:
    leads = network_access.allows(request.actor, access.LEAD, network)
    mine = request.actor.standing_in(network.pk)
    return TemplateForm(
        request.POST or None,
        template=found,
        start=begun,
        members=common.members(network) if leads else None,
        own=mine.membership_uuid if mine else None,
    )
