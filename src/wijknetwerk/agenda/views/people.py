"""Who comes and who came: the list, its paper, and filling it in afterwards."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.agenda import access
from wijknetwerk.agenda.forms.people import CallerForm, CameForm
from wijknetwerk.agenda.selectors import people as selectors
from wijknetwerk.agenda.services import attendance, papers, sign_ups
from wijknetwerk.agenda.views.common import event_crumbs
from wijknetwerk.core import documents, log, once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.networks.access import Act, network_for


@page(looks=Looks.LIST, second_factor=False, methods=FORM)
def who_comes(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Who said that they come, with how to reach them; and noting who called."""
    found = access.event_at(request.actor, slug, uuid)
    network = found.network
    form = CallerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            guest = form.guest()
            sign_ups.note_guest(actor=request.actor, network=network, event=uuid, guest=guest)
            tell(request, _("%(name)s is on the list.") % {"name": guest.name})
            return reverse("agenda:who_comes", args=[slug, uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    coming = selectors.coming_to(found)
    log.look(request.actor, "agenda.list_looked_at", found, count=len(coming))
    return show(
        request,
        "agenda/who_comes",
        network,
        [*event_crumbs(network, found), (_("Who comes"), None)],
        event=found,
        coming=coming,
        people=sum(1 + one.brings for one in coming),
        left=selectors.left_of(found),
        form=form,
    )


@page(methods=ACT)
def take_off(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take somebody off the list who called."""
    network = network_for(request.actor, slug, to=Act.SEE)

    def act() -> str:
        who = _uuid(request.POST.get("who", ""))
        sign_ups.take_off(actor=request.actor, network=network, event=uuid, sign_up=who)
        tell(request, _("Off the list."))
        return reverse("agenda:who_comes", args=[slug, uuid])

    return once.handle(request, act)


@page(looks=Looks.LIST, second_factor=False)
def list_paper(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The list on paper, with lines for who comes in without having said so."""
    found = access.event_at(request.actor, slug, uuid)
    coming = selectors.coming_to(found)
    log.look(request.actor, "agenda.list_printed", found, count=len(coming))
    return documents.pdf(papers.list_pdf(found, coming), "lijst")


@page(looks=Looks.LIST, second_factor=False, methods=FORM)
def who_came(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Fill in who came: tick names, add names, count the others."""
    found = access.event_at(request.actor, slug, uuid)
    network = found.network
    shown = selectors.who_came(found)
    initial = {"unnamed": found.unnamed or None}
    form = CameForm(request.POST if request.method == "POST" else None, initial=initial)
    ticked = shown.ticked
    if request.method == "POST":
        ticked = _ticked(request)
        if form.is_valid():

            def act() -> str:
                came = attendance.Came(
                    members=ticked,
                    sign_ups=ticked,
                    kept=ticked,
                    names=form.cleaned_data["names"],
                    unnamed=form.cleaned_data["unnamed"],
                )
                attendance.fill_in(actor=request.actor, network=network, event=uuid, came=came)
                tell(request, _("Saved. Now note what was said at the tables."))
                return reverse("agenda:notes", args=[slug, uuid])

            try:
                return once.handle(request, act)
            except DomainError as error:
                add_refusal(form, error)
    log.look(request.actor, "agenda.who_came_looked_at", found, count=len(shown.coming))
    crumbs = [*event_crumbs(network, found), (_("Who came"), None)]
    return show(
        request,
        "agenda/who_came",
        network,
        crumbs,
        event=found,
        list=shown,
        ticked=ticked,
        form=form,
    )


def _ticked(request: ActorRequest) -> set[UUID]:
    """The ids that were ticked; what is no id is left out."""
    found = set()
    for value in request.POST.getlist("came"):
        try:
            found.add(UUID(value))
        except ValueError:
            continue
    return found


def _uuid(value: str) -> UUID:
    """An id of a form of ours; an unknown one when it is none."""
    try:
        return UUID(value)
    except ValueError:
        return UUID(int=0)
