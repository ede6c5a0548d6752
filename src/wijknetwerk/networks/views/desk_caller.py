"""Calls of people who take part in nothing."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import log, once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access, access_desk
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.forms.desk import OutsiderForm
from wijknetwerk.networks.selectors import desk as read
from wijknetwerk.networks.services import callers
from wijknetwerk.networks.views.desk import desk_crumb


@page(methods=FORM)
def desk_caller(request: ActorRequest, slug: str) -> HttpResponse:
    """Note a call of somebody who takes part in nothing."""
    network = access.network_for(request.actor, slug, to=Act.NOTE_FOR)
    form = OutsiderForm(
        request.POST if request.method == "POST" else None, colleagues=read.colleagues(network)
    )
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            callers.note_caller(actor=request.actor, network=network, **form.as_call())
            tell(request, _("Noted down."))
            return reverse("networks:desk", args=[slug])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs: list[Crumb] = [desk_crumb(slug), (_("Only this call"), None)]
    return show(
        request, "networks/desk_caller", network, crumbs, form=form, sentence=callers.SENTENCE
    )


@page(looks=Looks.PERSON)
def desk_call(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One call; that of a member is on the member's page."""
    network = access.network_for(request.actor, slug, to=Act.NOTE_FOR)
    call = access_desk.call_for(request.actor, network, uuid)
    if call.membership is not None:
        return redirect("networks:desk_person", slug=slug, uuid=call.membership.uuid)
    log.look(request.actor, "networks.desk_call_looked_at", call)
    line = read.line_of(call)
    crumbs: list[Crumb] = [desk_crumb(slug), (line.name, None)]
    return show(request, "networks/desk_call", network, crumbs, call=line)


@page(methods=ACT)
def desk_call_erase(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Erase a call at the word of who called and takes part in nothing."""
    network = access.network_for(request.actor, slug, to=Act.NOTE_FOR)
    call = access_desk.call_for(request.actor, network, uuid)

    def act() -> str:
        callers.forget_caller(actor=request.actor, call=call)
        tell(request, _("Erased."))
        return reverse("networks:desk", args=[slug])

    return once.handle(request, act)
