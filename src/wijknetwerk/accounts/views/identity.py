"""Once more: who are you? Before somebody changes how they sign in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.accounts import limits
from wijknetwerk.accounts.forms.account import CheckPasswordForm, CodeForm
from wijknetwerk.accounts.forms.entrance import SecondStepForm
from wijknetwerk.accounts.services import identity, passkeys
from wijknetwerk.accounts.services.codes import WrongCode
from wijknetwerk.accounts.views.common import crumbs, me
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.views import safe_next


@page(methods=FORM)
def confirm_identity(request: ActorRequest) -> HttpResponse:
    """With the passkey or the app, for who has one; else with the password or a code by mail."""
    person = me(request)
    crumbs(request, _("Is it you?"))
    onward = safe_next(request, default=reverse("accounts:me"))
    if identity.has_second_factor(person):
        return ask_second_factor(request, onward)
    by_code = CodeForm(request.POST if "code" in request.POST else None)
    by_password = CheckPasswordForm(request.POST if "password" in request.POST else None)
    if by_code.is_bound and _code_is_right(request, by_code):
        return redirect(onward)
    if by_password.is_bound and _password_is_right(request, by_password):
        return redirect(onward)
    context = {
        "by_code": by_code if request.GET.get("code") or by_code.is_bound else None,
        "by_password": by_password if person.has_usable_password() else None,
        "person": person,
        "onward": onward,
    }
    return render(request, "accounts/identity_confirm.html", context)


@page(methods=ACT)
def send_identity_code(request: ActorRequest) -> HttpResponse:
    """Mail a code, and show where to type it."""
    identity.send_code(request, me(request))
    onward = safe_next(request, default=reverse("accounts:me"))
    return redirect(reverse("accounts:confirm_identity", query={"code": 1, "next": onward}))


def ask_second_factor(request: ActorRequest, onward: str) -> HttpResponse:
    """One touch of a passkey, a code of the app, or one from paper."""
    person = me(request)
    by_passkey = "credential" in request.POST
    form = SecondStepForm(request.POST if "code" in request.POST else None, user=person)
    if by_passkey and _passkey_is_right(request):
        return redirect(onward)
    if form.is_bound and form.is_valid():
        identity.gave_second_factor(request, form.authenticator)
        return redirect(onward)
    context = {
        "form": form,
        "onward": onward,
        "at_once": request.method == "GET" and "meteen" in request.GET,
        "has_passkey": identity.has_passkey(person),
        "has_authenticator": identity.has_authenticator(person),
    }
    return render(request, "accounts/factor_ask.html", context)


def _passkey_is_right(request: ActorRequest) -> bool:
    try:
        passkeys.give(request, me(request), request.POST["credential"])
    except passkeys.PasskeyRefused as error:
        messages.error(request, str(error))
        return False
    return True


def _code_is_right(request: ActorRequest, form: CodeForm) -> bool:
    if not form.is_valid():
        return False
    try:
        identity.give_code(request, me(request), form.cleaned_data["code"])
    except WrongCode as error:
        form.add_error("code", str(error))
        return False
    return True


def _password_is_right(request: ActorRequest, form: CheckPasswordForm) -> bool:
    if not form.is_valid():
        return False
    limits.count(request, "reauthenticate")
    if not me(request).check_password(form.cleaned_data["password"]):
        form.add_error("password", _("This password is not right."))
        return False
    identity.gave_password(request, me(request))
    return True
