"""After an event: notes of the tables, the page for who came, and letters for who has no mail."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.agenda import access
from wijknetwerk.agenda.forms.people import NoteForm, PageForm
from wijknetwerk.agenda.selectors import pages as selectors
from wijknetwerk.agenda.selectors import people
from wijknetwerk.agenda.services import notes as note_services
from wijknetwerk.agenda.services import pages as services
from wijknetwerk.agenda.services import papers
from wijknetwerk.agenda.views.common import event_crumbs
from wijknetwerk.core import documents, log, once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.telltale import HoldsPersonal
from wijknetwerk.networks.access import Act, network_for
from wijknetwerk.networks.people import members_now


@page(methods=FORM)
def notes(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What was said at the tables, line by line, and who takes it up by when."""
    found = access.event_at(request.actor, slug, uuid)
    network = found.network
    members = [(one.uuid, one.name) for one in members_now(network.pk)]
    first = {"table": request.GET.get("tafel", "")[:60] or _("Table 1")}
    form = NoteForm(request.POST or None, members=members, initial=first)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = note_services.note(
                actor=request.actor, network=network, event=uuid, noted=form.noted()
            )
            tell(request, _("Noted. You can go on with the next line."))
            return _at_table(slug, uuid, made.table)

        try:
            return once.handle(request, act)
        except HoldsPersonal as error:
            form.ask_if_sure()
            add_refusal(form, error)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [*event_crumbs(network, found), (_("Notes"), None)]
    tables = selectors.tables_of(found)
    return show(request, "agenda/notes", network, crumbs, event=found, tables=tables, form=form)


@page(methods=ACT)
def note_off(request: ActorRequest, slug: str, uuid: UUID, note: UUID) -> HttpResponse:
    """Take a line off."""
    network = network_for(request.actor, slug, to=Act.SEE)

    def act() -> str:
        note_services.take_off(actor=request.actor, network=network, event=uuid, note=note)
        tell(request, _("Off the list."))
        return reverse("agenda:notes", args=[slug, uuid])

    return once.handle(request, act)


@page(methods=FORM)
def page_write(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Write the page for who came; keep it, or publish it."""
    found = access.event_at(request.actor, slug, uuid)
    network = found.network
    draft = selectors.draft_of(found)
    last = draft or selectors.newest(found)
    first = {
        "opening": last.opening if last else "",
        "follows": last.follows if last else "",
        "read_at": draft.changed_at.isoformat() if draft else "",
    }
    form = PageForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        where = {"actor": request.actor, "network": network, "event": uuid}

        def act() -> str:
            services.write(**where, **form.cleaned_data)  # type: ignore[arg-type]
            if request.POST.get("act") == "publish":
                services.publish(**where)  # type: ignore[arg-type]
                tell(request, _("The page is published. Who came can read it."))
                return reverse("agenda:page", args=[slug, uuid])
            tell(request, _("Kept. Only you and who leads the network see it."))
            return reverse("agenda:page_write", args=[slug, uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [*event_crumbs(network, found), (_("Page afterwards"), None)]
    tables = selectors.tables_of(found)
    return show(
        request, "agenda/page_write", network, crumbs, event=found, tables=tables, form=form
    )


@page()
def page_read(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What was said, for members; an older version by its number."""
    network = network_for(request.actor, slug, to=Act.SEE)
    reader = access.Reader(request.actor, network, is_member=True)
    found = access.event_for(reader, uuid)
    versions = selectors.versions_of(found)
    wanted = request.GET.get("versie", "")
    chosen = [one for one in versions if str(one.number) == wanted] or versions[:1]
    if not chosen:
        raise NotFound
    return show(
        request,
        "agenda/page_read",
        network,
        [*event_crumbs(network, found), (_("What was said"), None)],
        event=found,
        shown=selectors.shown(found, chosen[0]),
        versions=versions,
        may_edit=access.may_edit(request.actor, network, found),
        by_link=False,
    )


@page(public=True)
def page_link(request: ActorRequest, secret: str) -> HttpResponse:
    """The newest version, for who came without an account, by the link of a mail."""
    with access.attendee_behind(secret, address=request.actor.address) as guest:
        event = guest.event
        newest = selectors.newest(event)
        if newest is None:
            raise access.LinkOver
        shown = selectors.shown(event, newest)
        return show(
            request,
            "agenda/page_read",
            event.network,
            [(_("What was said"), None)],
            event=event,
            shown=shown,
            versions=[],
            may_edit=False,
            by_link=True,
        )


@page(looks=Looks.LIST, second_factor=False)
def page_letters(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Who came and gets the page on paper."""
    found = access.event_at(request.actor, slug, uuid)
    network = found.network
    wanting = people.on_paper(found)
    log.look(request.actor, "agenda.letters_listed", found, count=len(wanting))
    crumbs = [*event_crumbs(network, found), (_("Letters"), None)]
    newest = selectors.newest(found)
    return show(
        request, "agenda/page_letters", network, crumbs, event=found, people=wanting, newest=newest
    )


@page(looks=Looks.LIST, second_factor=False)
def page_letters_pdf(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The letters, one for each person; or one without a name to copy."""
    found = access.event_at(request.actor, slug, uuid)
    newest = selectors.newest(found)
    if newest is None:
        raise NotFound
    one = request.GET.get("wie", "")
    names = [who.name for who in people.on_paper(found) if one in ("", str(who.uuid))]
    log.look(request.actor, "agenda.letters_printed", found, count=len(names))
    shown = selectors.shown(found, newest)
    return documents.pdf(
        papers.letters_pdf(found, shown, names, sender=request.actor.name), "brief"
    )


def _at_table(slug: str, uuid: UUID, table: str) -> str:
    return f"{reverse('agenda:notes', args=[slug, uuid])}?{urlencode({'tafel': table})}"
