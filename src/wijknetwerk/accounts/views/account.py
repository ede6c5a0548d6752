"""My account: the overview, name, reading, password."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.accounts.forms.account import NameForm, PasswordForm, ReadingForm
from wijknetwerk.accounts.services import identity, linking, passkeys, passwords, people, recovery
from wijknetwerk.accounts.views.common import crumbs, me, needs_fresh
from wijknetwerk.core import once
from wijknetwerk.core.pages import FORM, ActorRequest, page


@page()
def my_account(request: ActorRequest) -> HttpResponse:
    """Everything that somebody can set about themselves."""
    person = me(request)
    context = {
        "person": person,
        "has_authenticator": identity.has_authenticator(person),
        "passkeys": len(passkeys.of(person)),
        "links": linking.links_of(person),
        "helped": recovery.open_for(person) is not None,
    }
    return render(request, "accounts/account_me.html", context)


@page(methods=FORM)
def edit_name(request: ActorRequest) -> HttpResponse:
    """Name and phone number."""
    person = me(request)
    crumbs(request, _("Name and phone number"))
    given = {
        name: getattr(person, name) for name in ("given_name", "prefix", "family_name", "phone")
    }
    form = NameForm(request.POST or None, initial=given)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            wanted = dict(form.cleaned_data)
            people.set_phone(request.actor, person=person, phone=wanted.pop("phone"))
            people.rename_person(request.actor, person=person, **wanted)
            messages.success(request, _("Your name and phone number are kept."))
            return reverse("accounts:me")

        return once.handle(request, act)
    context = {"form": form, "once_id": once.new()}
    return render(request, "accounts/account_name.html", context)


@page(methods=FORM)
def edit_reading(request: ActorRequest) -> HttpResponse:
    """Language and text size."""
    person = me(request)
    crumbs(request, _("Language and text size"))
    given = {"language": person.language, "text_size": person.text_size}
    form = ReadingForm(request.POST or None, initial=given)
    if request.method == "POST" and form.is_valid():
        people.set_language_and_text_size(request.actor, person=person, **form.cleaned_data)
        return redirect("accounts:me")
    return render(request, "accounts/account_reading.html", {"form": form})


@page(methods=FORM)
@needs_fresh
def edit_password(request: ActorRequest) -> HttpResponse:
    """Choose a password, the first one or another."""
    person = me(request)
    crumbs(request, _("Password"))
    form = PasswordForm(person, request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            password = form.cleaned_data["password"]
            passwords.set_password(request, request.actor, person=person, password=password)
            messages.success(request, _("Your new password is kept. Other devices are signed out."))
            return reverse("accounts:me")

        return once.handle(request, act)
    context = {"form": form, "once_id": once.new(), "person": person}
    return render(request, "accounts/account_password.html", context)
