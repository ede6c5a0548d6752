"""The agenda and one event, for members and, where it is public, for everybody."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.agenda import access
from wijknetwerk.agenda.calendar import calendar_of
from wijknetwerk.agenda.forms.people import BringsForm, GuestForm
from wijknetwerk.agenda.naming import EVENT
from wijknetwerk.agenda.selectors import events as selectors
from wijknetwerk.agenda.selectors import feeds, standing
from wijknetwerk.agenda.selectors.paper import facts_of
from wijknetwerk.agenda.services import sign_ups
from wijknetwerk.agenda.views.common import agenda_crumb, open_door
from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.registries import panels_of
from wijknetwerk.core.screens import add_refusal, show, tell


@page(public=True)
@open_door
def agenda(request: ActorRequest, slug: str) -> HttpResponse:
    """What comes, and for members what was."""
    with access.reader_of(request.actor, slug) as reader:
        return show(
            request,
            "agenda/agenda",
            reader.network,
            [(_("Agenda"), None)],
            shown=selectors.agenda_of(reader),
            reader=reader,
            may_plan=reader.is_member and access.may_plan(request.actor, reader.network),
        )


@page(public=True)
@open_door
def event(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One event: when, where, how one gets in, and signing up."""
    with access.reader_of(request.actor, slug) as reader:
        return _event_page(request, reader, uuid, form=None)


@page(public=True, methods=FORM)
@open_door
def sign_up(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Say that one comes: a member with one tap, others with a name and a way to reach them."""
    with access.reader_of(request.actor, slug) as reader:
        form = _sign_up_form(request, reader)
        if request.method == "POST" and form.is_valid():

            def act() -> str:
                if isinstance(form, GuestForm):
                    guest = form.guest()
                    sign_ups.sign_up_guest(reader=reader, event=uuid, guest=guest)
                    _tell_guest(request, guest.email)
                else:
                    brings = form.cleaned_data["brings"]
                    sign_ups.sign_up(reader=reader, event=uuid, brings=brings)
                    tell(request, _("You are on the list. We look forward to seeing you."))
                return reverse("agenda:event", args=[slug, uuid])

            try:
                if isinstance(form, GuestForm):
                    sign_ups.count_try(request.actor)
                return once.handle(request, act)
            except DomainError as error:
                add_refusal(form, error)
        return _event_page(request, reader, uuid, form=form)


@page(methods=ACT)
def take_back(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A member doesn't come after all."""
    with access.reader_of(request.actor, slug) as reader:

        def act() -> str:
            sign_ups.take_back(reader=reader, event=uuid)
            tell(request, _("You are off the list. Thank you for telling us."))
            return reverse("agenda:event", args=[slug, uuid])

        return once.handle(request, act)


@page(public=True, methods=FORM)
def sign_up_link(request: ActorRequest, secret: str) -> HttpResponse:
    """What somebody without account said, and taking it back, by the link of a mail."""
    with access.sign_up_behind(secret, address=request.actor.address) as found:
        network = found.event.network
        if request.method == "POST":
            taken_back = sign_ups.take_back_by_link(actor=request.actor, sign_up=found)
            found.cancelled_at = taken_back.cancelled_at
        facts = facts_of(network, found.event)
        return show(request, "agenda/sign_up_link", network, sign_up=found, facts=facts)


@page(public=True)
@open_door
def network_feed(request: ActorRequest, slug: str) -> HttpResponse:
    """The public events of a public network, for other calendars."""
    with access.public_reader_of(slug) as reader:
        entries = feeds.entries_of_public(reader.network)
        return calendar_answer(calendar_of(reader.network.name, entries), slug)


@page(public=True)
@open_door
def event_file(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One event, to put into one's own calendar."""
    with access.reader_of(request.actor, slug) as reader:
        found = access.event_for(reader, uuid)
        entry = feeds.entry_of(reader.network, found)
        return calendar_answer(calendar_of(reader.network.name, [entry]), str(uuid))


def calendar_answer(content: bytes, name: str) -> HttpResponse:
    """A calendar file; nobody keeps it on the way."""
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{name}.ics"'
    answer["Cache-Control"] = "no-store, private"
    return answer


def _event_page(
    request: ActorRequest,
    reader: access.Reader,
    uuid: UUID,
    *,
    form: BringsForm | GuestForm | None,
) -> HttpResponse:
    found = access.event_for(reader, uuid)
    network = reader.network
    panels = panels_of(request.actor, network, (EVENT, found.uuid)) if reader.is_member else []
    context: dict[str, Any] = {}
    for _template, filled in panels:
        context |= filled
    return show(
        request,
        "agenda/event",
        network,
        [agenda_crumb(network.slug), (found.title, None)],
        **context,
        event=found,
        facts=facts_of(network, found),
        reader=reader,
        mine=standing.of(reader, found),
        form=form or _sign_up_form(request, reader),
        panels=[template for template, _filled in panels],
        may_edit=reader.is_member and access.may_edit(request.actor, network, found),
    )


def _sign_up_form(request: ActorRequest, reader: access.Reader) -> BringsForm | GuestForm:
    data = request.POST if request.method == "POST" else None
    return BringsForm(data) if reader.is_member else GuestForm(data)


def _tell_guest(request: ActorRequest, email: str) -> None:
    tell(request, _("You are on the list. We look forward to seeing you."))
    if email:
        tell(request, _("You get an e-mail. With it you can also take it back."))
