"""Helping somebody sign in again: always two people, a delay, and the person hears (rule A5)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.accounts import access, selectors
from wijknetwerk.accounts.forms.account import HelpForm
from wijknetwerk.accounts.services import letters
from wijknetwerk.accounts.services import recovery as service
from wijknetwerk.accounts.services.telling import STOP
from wijknetwerk.core import documents, log, once
from wijknetwerk.core.log import Subject
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page


@page(looks=Looks.LIST)
def list_recoveries(request: ActorRequest, slug: str) -> HttpResponse:
    """Whom two of us are helping now."""
    standing = access.helper_standing(request.actor, slug)
    found = selectors.open_recoveries(request.actor, standing.network_uuid)
    subject = Subject(network_id=standing.network_id, network_uuid=standing.network_uuid)
    log.look(request.actor, "accounts.recoveries_seen", subject, count=len(found))
    context = {"recoveries": found, "me": request.actor.person_id, "slug": slug}
    return render(request, "accounts/recovery_list.html", context)


@page(looks=Looks.PERSON, methods=FORM)
def start_recovery(request: ActorRequest, slug: str, person: UUID) -> HttpResponse:
    """The first of two: this person can't sign in any more."""
    standing = access.helper_standing(request.actor, slug)
    helped = access.person_to_help(request.actor, standing, person)
    form = HelpForm(request.POST or None, by_letter=not helped.email)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            begun = service.start(
                request.actor,
                standing=standing,
                person=helped,
                new_email=form.cleaned_data.get("new_email", ""),
            )
            if begun.by_letter:
                messages.success(request, _("Now print the letter, and give it to this person."))
                return _open(slug, begun.uuid)
            messages.success(request, _("Now ask a second person to confirm this."))
            return reverse("accounts:list_recoveries", kwargs={"slug": slug})

        return once.handle(request, act)
    log.look(request.actor, "accounts.person_to_help_seen", helped, client=helped.uuid)
    context = {"form": form, "helped": helped, "slug": slug, "once_id": once.new()}
    return render(request, "accounts/recovery_start.html", context)


@page(looks=Looks.PERSON, methods=FORM)
def confirm_recovery(request: ActorRequest, slug: str, recovery: UUID) -> HttpResponse:
    """The second of two; or somebody who stops it."""
    standing = access.helper_standing(request.actor, slug)
    open_one = access.recovery_to_confirm(request.actor, standing, recovery)
    if request.method == "POST":

        def act() -> str:
            if request.POST.get("act") == "stop":
                service.stop(request.actor, recovery=open_one)
            else:
                service.confirm(request.actor, standing=standing, recovery=open_one)
            return reverse("accounts:list_recoveries", kwargs={"slug": slug})

        return once.handle(request, act)
    helped = open_one.person
    log.look(request.actor, "accounts.person_to_help_seen", helped, client=helped.uuid)
    context = {"recovery": open_one, "slug": slug, "once_id": once.new()}
    context |= access.steps_of(request.actor, open_one)
    return render(request, "accounts/recovery_confirm.html", context)


@page(looks=Looks.PERSON, methods=ACT)
def recovery_letter(request: ActorRequest, slug: str, recovery: UUID, which: str) -> HttpResponse:
    """Make one of the two letters as PDF; each time with a new code, so it is an act."""
    standing = access.helper_standing(request.actor, slug)
    open_one = access.recovery_to_confirm(request.actor, standing, recovery)
    helped = open_one.person
    log.look(request.actor, "accounts.person_to_help_seen", helped, client=helped.uuid)
    make = letters.print_stop_letter if which == "stop" else letters.print_entry_letter
    letter = make(request.actor, standing=standing, found=open_one)
    return documents.pdf(letter, f"brief-{which}", to_keep=True)


@page(public=True, methods=FORM)
def stop_recovery(request: ActorRequest, secret: str) -> HttpResponse:
    """The link in the mail to the person: one tap and it is over."""
    open_one = service.stopped_by_link(secret, address=request.actor.address)
    if request.method == "POST":

        def act() -> str:
            service.stop(request.actor.as_holder(STOP), recovery=open_one)
            return reverse("accounts:recovery_stopped")

        return once.handle(request, act)
    context = {"recovery": open_one, "once_id": once.new()}
    return render(request, "accounts/recovery_stop.html", context)


@page(public=True)
def recovery_stopped(request: ActorRequest) -> HttpResponse:
    """It is stopped; what to do when somebody tried to get in."""
    return render(request, "accounts/recovery_stopped.html")


def _open(slug: str, recovery: UUID) -> str:
    return reverse("accounts:confirm_recovery", kwargs={"slug": slug, "recovery": recovery})
