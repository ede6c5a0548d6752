"""Handing over the desk for a holiday: asking a colleague, and one page with what runs."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, log, once
from wijknetwerk.core.errors import DomainError, InvalidInput
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.mutual_aid import access, access_away, paper_desk
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.forms.away import AwayForm, NotesForm
from wijknetwerk.mutual_aid.selectors import away as selectors
from wijknetwerk.mutual_aid.services import away as services
from wijknetwerk.mutual_aid.views.desk import desk_crumb
from wijknetwerk.networks.access import network_for
from wijknetwerk.networks.selectors.desk import colleagues

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def _crumb(slug: str) -> Crumb:
    return (_("On holiday"), reverse("mutual_aid:away", args=[slug]))


def at(slug: str, uuid: UUID) -> str:
    """The address of the page about a handover."""
    return reverse("mutual_aid:away_show", args=[slug, uuid])


@page(methods=FORM)
def away(request: ActorRequest, slug: str) -> HttpResponse:
    """My handovers, and asking a colleague."""
    network = network_for(request.actor, slug, to=access.DESK)
    own = request.actor.standing_in(network.pk)
    mine = own.membership_uuid if own else None
    others = [entry for entry in colleagues(network) if entry[0] != mine]
    form = AwayForm(request.POST if request.method == "POST" else None, colleagues=others)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = services.ask(actor=request.actor, network=network, **form.cleaned_data)
            tell(request, _("Your colleague is asked."))
            return at(slug, made.uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs: list[Crumb] = [desk_crumb(slug), (_("On holiday"), None)]
    return show(
        request,
        "mutual_aid/away",
        network,
        crumbs,
        form=form,
        others=others,
        rows=selectors.handovers(request.actor, network),
    )


def _read(request: ActorRequest, slug: str, uuid: UUID, event: str) -> dict[str, Any]:
    """A handover with what runs, noted as a look."""
    network = network_for(request.actor, slug, to=access.DESK)
    found = access_away.away_for(request.actor, network, uuid)
    seen = selectors.overview(network, found)
    log.look(request.actor, event, found, count=seen.count)
    row = selectors.row_of(request.actor, found)
    return {"network": network, "row": row, "seen": seen, "notes": found.notes.read()}


@page(methods=FORM, looks=Looks.LIST)
def away_show(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What runs and what is due on those days; the answer of the colleague; what to know."""
    form = NotesForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        network = network_for(request.actor, slug, to=access.DESK)

        def act() -> str:
            notes = form.cleaned_data["notes"]
            services.note(actor=request.actor, network=network, away=uuid, notes=notes)
            tell(request, _("Written down."))
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except (InvalidInput, NotNow) as error:
            add_refusal(form, error)
    read = _read(request, slug, uuid, "mutual_aid.away_looked_at")
    shown: Network = read.pop("network")
    if not form.is_bound:
        form = NotesForm(initial={"notes": read["notes"]})
    crumbs: list[Crumb] = [desk_crumb(slug), _crumb(slug), (_("What runs"), None)]
    return show(request, "mutual_aid/away_show", shown, crumbs, form=form, **read)


@page(looks=Looks.LIST)
def away_paper(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The same on paper. Noted as printed."""
    read = _read(request, slug, uuid, "mutual_aid.away_printed")
    return documents.pdf(paper_desk.handover_sheet(**read), f"overdracht-{slug}")


@page(methods=ACT)
def away_answer(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """I keep the desk on these days, or I can't."""
    network = network_for(request.actor, slug, to=access.DESK)
    yes = request.POST.get("answer") == "yes"

    def act() -> str:
        services.answer(actor=request.actor, network=network, away=uuid, yes=yes)
        tell(request, _("Good. You keep the desk on these days.") if yes else _("That is fine."))
        return at(slug, uuid) if yes else reverse("mutual_aid:away", args=[slug])

    return once.handle(request, act)


@page(methods=ACT)
def away_end(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Back early, or it doesn't go on."""
    network = network_for(request.actor, slug, to=access.DESK)

    def act() -> str:
        services.end(actor=request.actor, network=network, away=uuid)
        tell(request, _("It has ended."))
        return reverse("mutual_aid:away", args=[slug])

    return once.handle(request, act)
