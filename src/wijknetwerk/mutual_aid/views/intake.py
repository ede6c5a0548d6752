"""A request comes in: by phone at the desk, by the resident, or brought for somebody."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log, once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.mutual_aid import access, limits
from wijknetwerk.mutual_aid.forms.requests import BringForm, DeskForm, OwnForm
from wijknetwerk.mutual_aid.selectors import kinds, own
from wijknetwerk.mutual_aid.selectors import who as people
from wijknetwerk.mutual_aid.services import intake
from wijknetwerk.mutual_aid.services.neighbours import SENTENCE
from wijknetwerk.networks.access import Act, network_for

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def help_crumb(slug: str) -> Crumb:
    """The way back to one's own help."""
    return (_("Help"), reverse("mutual_aid:help", args=[slug]))


def desk_crumb(slug: str) -> Crumb:
    """The way back to the desk."""
    return (_("The desk"), reverse("mutual_aid:desk", args=[slug]))


def told_page(slug: str, uuid: UUID) -> str:
    """Where one says what a helper may be told."""
    return reverse("mutual_aid:request_told", args=[slug, uuid])


@page(methods=FORM, looks=Looks.LIST)
def request_new(request: ActorRequest, slug: str) -> HttpResponse:
    """Who calls, their own words, one press. Who looks the same is shown before anything is kept.

    `papier` in the address: typing in a form on paper, by its code."""
    network = network_for(request.actor, slug, to=access.DESK)
    posted = request.POST if request.method == "POST" else None
    on_paper = "papier" in request.GET
    first = {"said_how": "paper" if on_paper else "phone"}
    form = DeskForm(posted, kinds=kinds.all_of(network), initial=first)
    found: list[people.Found] = []
    if posted is not None and form.is_valid():
        data = form.cleaned_data
        if not data["who"]:
            found = people.same(network, data["name"], data["phone"])
            found = found or people.find(network, data["name"])
        if found:
            form.add_error("name", _("Is it one of these? Choose, then write it down."))
        else:
            try:
                return once.handle(request, lambda: _noted(request, network, form))
            except DomainError as error:
                add_refusal(form, error)
    elif posted is not None and form.cleaned_data.get("name"):
        found = people.find(network, form.cleaned_data["name"])
    log.look(request.actor, "mutual_aid.asker_looked_for", network, count=len(found))
    crumbs: list[Crumb] = [desk_crumb(slug), (_("New request"), None)]
    chosen = form["who"].value() or ""
    return show(
        request,
        "mutual_aid/request_new",
        network,
        crumbs,
        form=form,
        found=found,
        chosen=chosen,
        sentence=SENTENCE,
        with_code=on_paper or bool(form["form_code"].value()),
    )


def _noted(request: ActorRequest, network: "Network", form: DeskForm) -> str:
    made = intake.at_desk(
        actor=request.actor,
        network=network,
        who=form.chosen(),
        asked=form.asked(),
        said=form.said(),
        form=form.cleaned_data["form_code"],
    )
    tell(request, _("Written down. Now: what may a helper be told?"))
    return told_page(network.slug, made.uuid)


@page(looks=Looks.LIST)
def request_who(request: ActorRequest, slug: str) -> HttpResponse:
    """Who fits what is typed, while typing."""
    network = network_for(request.actor, slug, to=access.DESK)
    typed = request.GET.get("name", "")[:80].replace("\x00", "")
    found = people.find(network, typed) if len(typed.strip()) > 1 else []
    log.look(request.actor, "mutual_aid.asker_looked_for", network, count=len(found))
    context = {"found": found, "chosen": "", "typed": typed}
    return render(request, "mutual_aid/_who_found.html", context)


@page(methods=ACT)
def request_kind(request: ActorRequest, slug: str) -> HttpResponse:
    """The kinds that the words may mean, while typing; the words come by POST, so that they stand
    in no address."""
    network = network_for(request.actor, slug, to=access.DESK)
    all_kinds = kinds.all_of(network)
    found = kinds.suggested(all_kinds, request.POST.get("words", "")[:2000])
    return render(request, "mutual_aid/_kind_found.html", {"found": found})


@page(methods=FORM)
def request_ask(request: ActorRequest, slug: str) -> HttpResponse:
    """*Ik zoek hulp*: plain questions, for who takes part here."""
    network = network_for(request.actor, slug, to=Act.SEE)
    now = own.reached(request.actor, network)
    first = {"reached_by": now.reached_by, "address": now.address, "pc4": now.pc4}
    posted = request.POST if request.method == "POST" else None
    form = OwnForm(posted, kinds={}, initial=first)
    if posted is not None and form.is_valid():

        def act() -> str:
            made = intake.by_asker(
                actor=request.actor, network=network, asked=form.asked(), reach=form.reach()
            )
            tell(request, _("We have your question. One thing more."))
            return told_page(slug, made.uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs: list[Crumb] = [help_crumb(slug), (_("I look for help"), None)]
    return show(
        request,
        "mutual_aid/request_ask",
        network,
        crumbs,
        form=form,
        phone=now.phone,
        own=own.own_help(request.actor, network),
        sentence=SENTENCE,
    )


@page(methods=FORM, private=True)
def request_bring(request: ActorRequest, slug: str) -> HttpResponse:
    """For somebody else, with their yes on record. Who brings it sees only that it came in."""
    network = network_for(request.actor, slug, to=Act.SEE)
    posted = request.POST if request.method == "POST" else None
    first = {"said_on": clock.today(), "said_how": "in_person"}
    form = BringForm(posted, kinds={}, initial=first)
    if posted is not None and form.is_valid():
        limits.count_of(request.actor, "brought")

        def act() -> str:
            intake.brought(
                actor=request.actor,
                network=network,
                who=form.outsider(),
                asked=form.asked(),
                said=form.said(),
                via=form.cleaned_data["via"],
            )
            tell(request, _("It came in. The desk calls them, and goes on with it."))
            return reverse("mutual_aid:help", args=[slug])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs: list[Crumb] = [help_crumb(slug), (_("For somebody else"), None)]
    return show(request, "mutual_aid/request_bring", network, crumbs, form=form, sentence=SENTENCE)
