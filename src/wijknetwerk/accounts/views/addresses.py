"""Another e-mail address, and the link that undoes the change."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.accounts.forms.account import CodeForm, EmailForm
from wijknetwerk.accounts.services import email
from wijknetwerk.accounts.services.codes import WrongCode
from wijknetwerk.accounts.views.common import crumbs, me, needs_fresh
from wijknetwerk.core import once
from wijknetwerk.core.pages import FORM, ActorRequest, page


@page()
def to_own_address(request: ActorRequest) -> HttpResponse:
    """Where django-allauth sends somebody who confirmed an address already."""
    return redirect("accounts:edit_email")


@page(methods=FORM)
@needs_fresh
def edit_email(request: ActorRequest) -> HttpResponse:
    """Say the new address; a code is mailed to it."""
    person = me(request)
    crumbs(request, _("E-mail address"))
    form = EmailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        wanted = form.cleaned_data["email"].lower()
        if wanted == person.email:
            form.add_error("email", _("This is your address already."))
        else:
            email.ask(request, person=person, email=wanted)
            return redirect("accounts:confirm_email")
    return render(request, "accounts/email_edit.html", {"form": form, "person": person})


@page(methods=FORM)
@needs_fresh
def confirm_email(request: ActorRequest) -> HttpResponse:
    """The code that was mailed to the new address."""
    crumbs(request, _("E-mail address"))
    waiting = email.waiting_address(request)
    if not waiting:
        return redirect("accounts:edit_email")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            typed = form.cleaned_data["code"]
            email.confirm(request, request.actor, person=me(request), typed=typed)
        except WrongCode as error:
            form.add_error("code", str(error))
        else:
            messages.success(request, _("Your new e-mail address is kept."))
            return redirect("accounts:me")
    return render(request, "accounts/email_confirm.html", {"form": form, "email": waiting})


@page(public=True, methods=FORM)
def undo_email(request: ActorRequest, secret: str) -> HttpResponse:
    """'That was not me': the link in the mail to the old address."""
    change = email.change_of(secret, address=request.actor.address)
    if request.method == "POST":

        def act() -> str:
            email.undo(request.actor.as_holder(email.UNDO), change=change)
            return reverse("accounts:email_undone")

        return once.handle(request, act)
    return render(request, "accounts/email_undo.html", {"change": change, "once_id": once.new()})


@page(public=True)
def email_undone(request: ActorRequest) -> HttpResponse:
    """The old address is back; a new password comes next."""
    return render(request, "accounts/email_undone.html")
