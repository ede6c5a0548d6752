"""A plan that begins at the word of somebody who can't sign in, with a witness at the table."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks.access import Act, network_for
from wijknetwerk.networks.people import members_now
from wijknetwerk.plans import access_sharing, presets
from wijknetwerk.plans.forms.sharing import WitnessForm
from wijknetwerk.plans.presets import Preset
from wijknetwerk.plans.services import plans
from wijknetwerk.plans.services.plans import First


@page(methods=FORM, second_factor=True, private=True)
def begin_with(request: ActorRequest, slug: str) -> HttpResponse:
    """Whose plan, how they said so, who stands beside them first. It says of nobody whether they
    can sign in or have a plan."""
    network = network_for(request.actor, slug, to=Act.SEE)
    access_sharing.require_witness(request.actor, network)
    here = members_now(network.pk)
    members = [(one.uuid, one.name) for one in here if one.person_id != request.actor.own_id]
    form = WitnessForm(request.POST or None, members=members)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data

        def do() -> str:
            chosen = presets.sharing(Preset(data["preset"]))
            first = First(UUID(data["member"]), data["role"], data["relation"], chosen)
            plans.begin_with(
                actor=request.actor,
                network=network,
                resident=UUID(data["resident"]),
                how=data["how"],
                first=first,
            )
            tell(request, _("The plan is there. Who stands beside them sees it. You don't."))
            return reverse("plans:circles", args=[slug])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    crumbs: list[Crumb] = [(_("Begin a plan together"), None)]
    return show(request, "plans/begin_with", network, crumbs, form=form)
