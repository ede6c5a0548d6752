"""Adding, correcting, checking and ending entries, by any member."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, Stale
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.screens import tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.directory import access
from wijknetwerk.directory.forms.entry import FIRST, CheckedForm, EndForm, EntryForm
from wijknetwerk.directory.forms.places import other_places
from wijknetwerk.directory.said import Said
from wijknetwerk.directory.selectors import known
from wijknetwerk.directory.services import entries, rows
from wijknetwerk.directory.views.common import at, show


@page(methods=FORM)
def add(request: ActorRequest, slug: str) -> HttpResponse:
    """Put a thing on the list. What may be the same is shown first; nothing is merged."""
    network = access.network_of(request.actor, slug)
    first = {"shown_to": "everybody" if network.visibility == "public" else "members"}
    posted = request.POST if request.method == "POST" else None
    form, more = EntryForm(posted, initial=first), other_places(posted)
    alike: dict[str, Any] = {}
    if posted and form.is_valid() and more.is_valid():
        said = form.said(more.told())
        alike = {} if "anyway" in request.POST else _alike(network, said)
        if not alike:

            def act() -> str:
                made = entries.add(actor=request.actor, network=network, said=said)
                tell(request, _("It is on the list. Thank you."))
                return at(slug, made.uuid)

            try:
                return once.handle(request, act)
            except DomainError as error:
                form.add_error(None, str(error))
    crumbs: list[Crumb] = [(_("Put something on the list"), None)]
    return show(
        request,
        "entry_form",
        network,
        crumbs,
        form=form,
        more=more,
        entry=None,
        alike=alike,
        first=FIRST,
    )


def _alike(network: Any, said: Said) -> dict[str, Any]:
    """What is there that may be the same; empty when nothing is."""
    here = known.alike_here(network, said.looks)
    elsewhere = known.alike_elsewhere(network, said.looks)
    return {"here": here, "elsewhere": elsewhere} if here or elsewhere else {}


@page(methods=FORM)
def change(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Correct an entry. Two who correct different things both keep theirs."""
    network = access.network_of(request.actor, slug)
    found = access.entry_for(request.actor, network, uuid)
    before = rows.now_said(found)
    posted = request.POST if request.method == "POST" else None
    form = EntryForm(posted, initial=EntryForm.first_values(before))
    more, checked = other_places(posted, before), CheckedForm(posted)
    stale = False
    read_number = _number(request, found.number)
    if posted and form.is_valid() and more.is_valid() and checked.is_valid():

        def act() -> str:
            entries.change(
                actor=request.actor,
                network=network,
                entry=uuid,
                said=form.said(more.told(), before),
                read_number=read_number,
                checked=checked.cleaned_data["checked"],
            )
            tell(request, _("Saved. Thank you."))
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except Stale:
            stale, read_number = True, found.number
        except DomainError as error:
            form.add_error(None, str(error))
    crumbs: list[Crumb] = [(found.name, at(slug, uuid)), (_("Change"), None)]
    return show(
        request,
        "entry_form",
        network,
        crumbs,
        status=409 if stale else 200,
        form=form,
        more=more,
        checked=checked,
        entry=found,
        read_number=read_number,
        now=EntryForm.first_values(before) if stale else None,
        alike={},
        first=FIRST,
    )


def _number(request: ActorRequest, now: int) -> int:
    """The version that was on the screen."""
    said = request.POST.get("number", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 8 else now


@page(methods=ACT)
def still_right(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """'Still right', in one tap; from the list of what to check back to that list."""
    network = access.network_of(request.actor, slug)
    back = "directory:to_check" if request.POST.get("back") == "to_check" else ""

    def act() -> str:
        entries.still_right(actor=request.actor, network=network, entry=uuid)
        tell(request, _("Noted: it is still right. Thank you."))
        return _back(slug, uuid, back)

    return once.handle(request, act)


def _back(slug: str, uuid: UUID, name: str) -> str:
    return reverse(name, args=[slug]) if name else at(slug, uuid)


@page(methods=FORM)
def end(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Say that something is no longer there."""
    network = access.network_of(request.actor, slug)
    found = access.entry_for(request.actor, network, uuid)
    form = EndForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            reason = form.cleaned_data["reason"]
            entries.end(actor=request.actor, network=network, entry=uuid, reason=reason)
            tell(request, _("It is off the list. Members can bring it back."))
            return at(slug, uuid)

        return once.handle(request, act)
    crumbs: list[Crumb] = [(found.name, at(slug, uuid)), (_("No longer there"), None)]
    return show(request, "entry_end", network, crumbs, entry=found, form=form)


@page(methods=ACT)
def bring_back(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """It is there again."""
    network = access.network_of(request.actor, slug)

    def act() -> str:
        entries.bring_back(actor=request.actor, network=network, entry=uuid)
        tell(request, _("It is on the list again."))
        return at(slug, uuid)

    return once.handle(request, act)


@page(methods=ACT)
def take_over(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Keep it right from now on."""
    network = access.network_of(request.actor, slug)

    def act() -> str:
        entries.take_over(actor=request.actor, network=network, entry=uuid)
        tell(request, _("You keep this right from now on. Once a year we ask you to look."))
        return at(slug, uuid)

    return once.handle(request, act)


@page(methods=ACT)
def copy(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take over what another network keeps on its public list."""
    network = access.network_of(request.actor, slug)

    def act() -> str:
        made = entries.copy(actor=request.actor, network=network, entry=uuid)
        tell(request, _("It is on your list now. Look whether all of it is right for you."))
        return at(slug, made.uuid)

    return once.handle(request, act)
