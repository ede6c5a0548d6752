"""The desk of a network: one screen, the list to call from, and the counter mode."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, log, once, shell
from wijknetwerk.core.pages import ACT, ActorRequest, Looks, page
from wijknetwerk.core.screens import show, tell
from wijknetwerk.mutual_aid import access, paper_desk
from wijknetwerk.mutual_aid.forms.desk import FilterForm
from wijknetwerk.mutual_aid.selectors import call_list
from wijknetwerk.mutual_aid.selectors import desk as selectors
from wijknetwerk.mutual_aid.selectors.desk_rows import SECTIONS
from wijknetwerk.networks.access import network_for


def desk_crumb(slug: str) -> shell.Crumb:
    """The way back to the desk."""
    return (_("The desk"), reverse("mutual_aid:desk", args=[slug]))


@page(looks=Looks.LIST)
def desk(request: ActorRequest, slug: str) -> HttpResponse:
    """Who waits and how long, each with what comes next; what is due; who could be asked."""
    network = network_for(request.actor, slug, to=access.DESK)
    form = FilterForm(request.GET)
    asked = form.asked()
    screen = selectors.screen(request.actor, network, asked)
    shell.heading(request).covers_itself = True
    log.look(request.actor, "mutual_aid.desk_looked_at", network, count=len(screen.found.rows))
    return show(
        request,
        "mutual_aid/desk",
        network,
        [(_("The desk"), None)],
        screen=screen,
        form=form,
        asked=asked,
        counter=shell.counter_mode(request),
        address=_addresses(request),
    )


def _addresses(request: ActorRequest) -> dict[str, str]:
    """The address of each state with the other filters as they are, and of the pages of a list."""
    kept = {key: str(value) for key, value in request.GET.items() if value and key != "page"}
    others = {key: value for key, value in kept.items() if key != "state"}
    of_states = {
        state: f"?{urlencode({**others, **({'state': state} if state else {})})}"
        for state in ("", *SECTIONS)
    }
    return {**of_states, "page": f"?{urlencode(kept)}&page=" if kept else "?page="}


@page(looks=Looks.LIST)
def desk_calls(request: ActorRequest, slug: str) -> HttpResponse:
    """Whom to call today, each number one tap away."""
    network = network_for(request.actor, slug, to=access.DESK)
    calls = call_list.to_call(network)
    shell.heading(request).covers_itself = True
    log.look(request.actor, "mutual_aid.call_list_looked_at", network, count=len(calls))
    crumbs = [desk_crumb(slug), (_("To call today"), None)]
    counter = shell.counter_mode(request)
    return show(request, "mutual_aid/desk_calls", network, crumbs, calls=calls, counter=counter)


@page(looks=Looks.LIST)
def desk_calls_paper(request: ActorRequest, slug: str) -> HttpResponse:
    """The same on paper, with room to write. Noted as printed."""
    network = network_for(request.actor, slug, to=access.DESK)
    calls = call_list.to_call(network)
    log.look(request.actor, "mutual_aid.call_list_printed", network, count=len(calls))
    return documents.pdf(paper_desk.call_sheet(network, calls), f"bellen-{slug}")


@page(methods=ACT)
def desk_counter(request: ActorRequest, slug: str) -> HttpResponse:
    """Hide names and reasons on this device until somebody touches them, or show them again."""
    network_for(request.actor, slug, to=access.DESK)

    def act() -> str:
        on = request.POST.get("on") == "yes"
        shell.set_counter_mode(request, on=on)
        tell(request, _("Names are hidden now.") if on else _("Names are shown again."))
        return reverse("mutual_aid:desk", args=[slug])

    return once.handle(request, act)
