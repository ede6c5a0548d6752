"""The second factor: set up, ask, codes on paper, remove."""

import segno
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from wijknetwerk.accounts.forms.account import SetUpForm
from wijknetwerk.accounts.services import identity
from wijknetwerk.accounts.services import second_factor as factor
from wijknetwerk.accounts.services.codes import WrongCode
from wijknetwerk.accounts.views.common import crumbs, me, needs_fresh
from wijknetwerk.accounts.views.identity import ask_second_factor
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.views import safe_next


@page(methods=FORM)
def second_factor(request: ActorRequest) -> HttpResponse:
    """Ask the code or the passkey before other people's data is shown; lead through setting one up
    first. `?app=1` sets up an app beside a passkey."""
    crumbs(request, _("Second step"))
    person = me(request)
    wants_app = "app" in request.GET and not identity.has_authenticator(person)
    if wants_app or not identity.has_second_factor(person):
        return set_up(request)
    return ask_second_factor(request, safe_next(request, default=reverse("accounts:me")))


@needs_fresh
def set_up(request: ActorRequest) -> HttpResponse:
    """Why, the square code, and the first code of the app."""
    person = me(request)
    form = SetUpForm(request.POST or None, initial={"setup": factor.new_secret(person)})
    setup = request.POST.get("setup") or form.initial["setup"]
    secret = factor.secret_in(person, setup)
    if request.method == "POST" and form.is_valid():
        try:
            code = form.cleaned_data["code"]
            factor.set_up(request, request.actor, person=person, secret=secret, code=code)
        except WrongCode as error:
            form.add_error("code", str(error))
        else:
            onward = urlencode({"next": safe_next(request, default=reverse("accounts:me"))})
            return redirect(f"{reverse('accounts:recovery_codes')}?{onward}")
    address = factor.address_of(person, secret)
    context = {
        "form": form,
        "address": address,
        "square": _square(address),
        "secret": " ".join(secret[i : i + 4] for i in range(0, len(secret), 4)),
        "onward": safe_next(request, default=reverse("accounts:me")),
    }
    return render(request, "accounts/factor_set_up.html", context)


@page()
@needs_fresh
def recovery_codes(request: ActorRequest) -> HttpResponse:
    """The codes to print and keep, for when the phone is lost."""
    crumbs(request, _("Recovery codes"))
    context = {
        "codes": factor.recovery_codes(me(request)),
        "onward": safe_next(request, default=reverse("accounts:me")),
    }
    return render(request, "accounts/factor_codes.html", context)


@page(methods=ACT)
@needs_fresh
def renew_recovery_codes(request: ActorRequest) -> HttpResponse:
    """New codes; the old paper can go."""
    if identity.has_second_factor(me(request)):
        factor.renew_recovery_codes(request.actor, person=me(request))
        messages.success(request, _("These are your new codes. The old ones no longer work."))
    return redirect("accounts:recovery_codes")


@page(methods=FORM)
@needs_fresh
def remove_second_factor(request: ActorRequest) -> HttpResponse:
    """Go on without, after being told what that means."""
    crumbs(request, _("Second step"))
    if request.method == "POST":
        factor.remove(request.actor, person=me(request))
        messages.success(request, _("The second step is off."))
        return redirect("accounts:me")
    context = {"has_passkey": identity.has_passkey(me(request))}
    return render(request, "accounts/factor_remove.html", context)


def _square(address: str) -> str:
    """The square code as drawing in the page: made of black on white, also in the dark."""
    code = segno.make(address, error="m", micro=False)
    drawn = code.svg_inline(scale=5, border=4, dark="#000", light="#fff", omitsize=True)
    return mark_safe(drawn)  # noqa: S308  (drawn by segno, no text of others in it)
