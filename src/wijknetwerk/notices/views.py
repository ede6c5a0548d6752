"""What one does with what waits, besides doing it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.addresses import address
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.notices.forms import DigestForm
from wijknetwerk.notices.selectors import digest_choice_of
from wijknetwerk.notices.services import away, digest_choice


@page(methods=("POST",))
def put_away(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Good to know, and read."""
    away.put_away(actor=request.actor, uuid=uuid)
    return redirect(address("front:today"))


@page(methods=FORM)
def digest(request: ActorRequest) -> HttpResponse:
    """How often a mail says what waits."""
    chosen = digest_choice_of(request.actor)
    form = DigestForm(request.POST if request.method == "POST" else None, initial=chosen)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            digest_choice.choose(actor=request.actor, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return address("front:today") or "/"

        return once.handle(request, act)
    return render(request, "notices/digest_choice.html", {"form": form, "once_id": once.new()})


@page(public=True, methods=FORM)
def digest_stop(request: ActorRequest, secret: str) -> HttpResponse:
    """From the mail, without signing in: looking changes nothing, pressing does."""
    if request.method == "POST":

        def act() -> str:
            digest_choice.stop_by_link(actor=request.actor, secret=secret)
            return address("notices:digest_stopped") or "/"

        return once.handle(request, act)
    return render(request, "notices/digest_stop.html", {"once_id": once.new()})


@page(public=True)
def digest_stopped(request: ActorRequest) -> HttpResponse:
    """It is stopped, and how to begin again."""
    return render(request, "notices/digest_stopped.html")
