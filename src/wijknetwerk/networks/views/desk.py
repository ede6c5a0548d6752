"""The desk: who calls, who is to be called, and somebody new."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import log, once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access, access_desk
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.forms.desk import ColleagueForm, NewCallerForm
from wijknetwerk.networks.selectors import desk as read
from wijknetwerk.networks.services import calls, mandates


def desk_crumb(slug: str) -> Crumb:
    """The way back to the desk."""
    return (_("Calls"), reverse("networks:desk", args=[slug]))


@page(looks=Looks.LIST)
def desk(request: ActorRequest, slug: str) -> HttpResponse:
    """Who calls? And whom do we call back?"""
    network = access.network_for(request.actor, slug, to=Act.NOTE_FOR)
    q = request.GET.get("q", "")[:80].replace("\x00", "")
    found = read.find(network, q, besides=request.actor.person_id) if q.strip() else []
    log.look(request.actor, "networks.desk_looked_at", network, count=len(found))
    return show(
        request,
        "networks/desk",
        network,
        [(_("Calls"), None)],
        q=q,
        found=found,
        to_call=read.to_call(network),
        noted=read.noted_today(network),
    )


@page(methods=FORM, looks=Looks.LIST)
def desk_new(request: ActorRequest, slug: str) -> HttpResponse:
    """Somebody who calls for the first time; a likely double is shown before anything is kept."""
    network = access.network_for(request.actor, slug, to=Act.NOTE_FOR)
    form = NewCallerForm(request.POST if request.method == "POST" else None)
    same: list[read.Found] = []
    if request.method == "POST" and form.is_valid():
        told = form.as_caller()
        if not form.cleaned_data["sure"]:
            same = read.doubles(network, name=told.name, phone=told.phone)
        if not same:
            try:
                return _added(request, network, form)
            except DomainError as error:
                add_refusal(form, error)
        form.ask_if_sure()
    log.look(request.actor, "networks.desk_looked_at", network, count=len(same))
    crumbs: list[Crumb] = [desk_crumb(slug), (_("Somebody new"), None)]
    sentence = mandates.SENTENCE
    return show(
        request, "networks/desk_new", network, crumbs, form=form, same=same, sentence=sentence
    )


def _added(request: ActorRequest, network: Any, form: NewCallerForm) -> HttpResponse:
    def act() -> str:
        member = calls.add_caller(
            actor=request.actor,
            network=network,
            caller=form.as_caller(),
            ground=form.cleaned_data["ground"],
            sure=form.cleaned_data["sure"],
        )
        if member is None:
            return reverse("networks:desk_new", args=[network.slug])
        tell(request, _("Written down. Now note what this call is about."))
        return reverse("networks:desk_person", args=[network.slug, member.uuid])

    return once.handle(request, act)


@page(methods=ACT)
def desk_done(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A call back was made."""
    network = access.network_for(request.actor, slug, to=Act.NOTE_FOR)
    call = access_desk.call_for(request.actor, network, uuid)

    def act() -> str:
        calls.finish(actor=request.actor, call=call)
        tell(request, _("Done."))
        return reverse("networks:desk", args=[slug])

    return once.handle(request, act)


@page(methods=FORM)
def desk_hand_over(request: ActorRequest, slug: str) -> HttpResponse:
    """All my calls to a colleague, before a holiday."""
    network = access.network_for(request.actor, slug, to=Act.NOTE_FOR)
    form = ColleagueForm(
        request.POST if request.method == "POST" else None, colleagues=read.colleagues(network)
    )
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            to = UUID(form.cleaned_data["to"])
            calls.hand_over(actor=request.actor, network=network, to=to)
            tell(request, _("Your calls wait for your colleague now."))
            return reverse("networks:desk", args=[slug])

        return once.handle(request, act)
    crumbs: list[Crumb] = [desk_crumb(slug), (_("Hand over my calls"), None)]
    return show(request, "networks/desk_hand_over", network, crumbs, form=form)


@page(methods=ACT)
def mandate_end(request: ActorRequest, slug: str) -> HttpResponse:
    """The desk may not note down for me any more."""
    network = access.network_for(request.actor, slug, to=Act.SEE)

    def act() -> str:
        mandates.end_own(actor=request.actor, network=network)
        tell(request, _("Stopped. The desk can't note down for you any more."))
        return reverse("networks:my_membership", args=[slug])

    return once.handle(request, act)
