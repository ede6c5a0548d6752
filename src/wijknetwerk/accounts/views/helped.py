"""The side of who is helped: stop it with the code of the letter or signed in, and enter again."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.accounts.forms.account import EntryForm, StopCodeForm
from wijknetwerk.accounts.services import letters
from wijknetwerk.accounts.services import recovery as service
from wijknetwerk.accounts.services.signing import log_person_in
from wijknetwerk.accounts.services.telling import STOP
from wijknetwerk.accounts.views.common import crumbs, me
from wijknetwerk.core import once
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, page


@page(public=True)
def sign_in_help(request: ActorRequest) -> HttpResponse:
    """What one can do who can't sign in, in plain words."""
    return render(request, "accounts/sign_in_help.html")


@page(public=True, methods=FORM)
def stop_by_code(request: ActorRequest) -> HttpResponse:
    """Type the code of the letter: it stops, without signing in."""
    form = StopCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code, actor = form.cleaned_data["code"], request.actor
        try:
            found = service.stopped_by_link(code, address=actor.address)
            service.stop(actor.as_holder(STOP), recovery=found)
        except NotFound:
            form.add_error("code", _("This code is not right, or it is over already."))
        else:
            return redirect("accounts:recovery_stopped")
    return render(request, "accounts/recovery_stop_code.html", {"form": form})


@page(methods=FORM)
def own_recovery(request: ActorRequest) -> HttpResponse:
    """Somebody who is signed in sees that others help them, and stops it."""
    crumbs(request, _("Help with signing in"))
    found = service.open_for(me(request))
    if found is None:
        return redirect("accounts:me")
    if request.method == "POST":

        def act() -> str:
            service.stop(request.actor, recovery=found)
            return reverse("accounts:recovery_stopped")

        return once.handle(request, act)
    return render(request, "accounts/recovery_stop.html", {"once_id": once.new()})


@page(public=True, methods=FORM)
def enter_by_letter(request: ActorRequest) -> HttpResponse:
    """A new password with the code of the second letter, and in."""
    form = EntryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = letters.enter(request.actor, **form.cleaned_data)
        except letters.CodeDoesNotFit:
            form.add_error("code", _("This code does not fit, or it no longer works."))
        else:
            return log_person_in(request, person, next_url=reverse("accounts:me"))
    return render(request, "accounts/recovery_enter.html", {"form": form})
