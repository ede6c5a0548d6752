"""Kinds of help of a network's own."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.forms.requests import OwnKindForm
from wijknetwerk.mutual_aid.selectors import kinds
from wijknetwerk.mutual_aid.services import own_kinds
from wijknetwerk.mutual_aid.views.intake import desk_crumb
from wijknetwerk.networks.access import network_for


@page(methods=FORM)
def own_kinds_page(request: ActorRequest, slug: str) -> HttpResponse:
    """What there is, and adding one."""
    network = network_for(request.actor, slug, to=access.DESK)
    found, own = kinds.all_and_own(network)
    form = OwnKindForm(request.POST if request.method == "POST" else None, kinds=found)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            own_kinds.add(actor=request.actor, network=network, **form.kind())
            tell(request, _("Added. From now on it can be chosen."))
            return reverse("mutual_aid:kinds", args=[slug])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs: list[Crumb] = [desk_crumb(slug), (_("Kinds of help"), None)]
    return show(
        request,
        "mutual_aid/kinds",
        network,
        crumbs,
        form=form,
        own=own,
        found=[kind for kind in found.values() if "." not in kind.code],
    )


@page(methods=ACT)
def own_kind_end(request: ActorRequest, slug: str) -> HttpResponse:
    """No longer chosen."""
    network = network_for(request.actor, slug, to=access.DESK)

    def act() -> str:
        code = request.POST.get("code", "")[:60]
        own_kinds.end(actor=request.actor, network=network, code=code)
        tell(request, _("Ended. It can't be chosen any more."))
        return reverse("mutual_aid:kinds", args=[slug])

    return once.handle(request, act)
