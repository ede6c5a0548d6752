"""Passkeys: add, list, rename, remove, and sign in with one."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from wijknetwerk.accounts import limits, selectors
from wijknetwerk.accounts.forms.account import PasskeyNameForm
from wijknetwerk.accounts.services import identity, passkeys
from wijknetwerk.accounts.views.common import crumbs, me, needs_fresh
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.views import safe_next


@page()
def list_passkeys(request: ActorRequest) -> HttpResponse:
    """My passkeys, by name."""
    crumbs(request, _("Passkeys"))
    context = {"passkeys": passkeys.of(me(request)), "most": passkeys.MOST}
    return render(request, "accounts/passkey_list.html", context)


@page(methods=FORM)
@needs_fresh
def add_passkey(request: ActorRequest) -> HttpResponse:
    """Name it, and let the device make it."""
    crumbs(request, _("New passkey"))
    person = me(request)
    device = selectors.device_words(request.headers.get("User-Agent", ""))
    form = PasskeyNameForm(request.POST or None, initial={"name": device[:60]})
    if request.method == "POST" and form.is_valid():
        had_one = identity.has_second_factor(person)
        try:
            passkeys.add(
                request,
                request.actor,
                person=person,
                name=form.cleaned_data["name"],
                answer=request.POST.get("credential", ""),
            )
        except passkeys.PasskeyRefused:
            form.add_error(None, _("The passkey was not made. Try it once more."))
        else:
            messages.success(request, _("Your passkey is kept. From now on one touch is enough."))
            return redirect(_after_adding(request, had_one=had_one))
    return render(request, "accounts/passkey_new.html", {"form": form})


@page(methods=ACT)
@needs_fresh
def passkey_to_make(request: ActorRequest) -> HttpResponse:
    """What the browser needs to make one."""
    return JsonResponse(passkeys.begin_adding(me(request)))


@page(methods=ACT)
def passkey_to_show(request: ActorRequest) -> HttpResponse:
    """What the browser needs to use one of mine."""
    return JsonResponse(passkeys.begin_asking(me(request)))


@page(methods=FORM)
@needs_fresh
def rename_passkey(request: ActorRequest, number: int) -> HttpResponse:
    """Call it something else."""
    crumbs(request, _("Name of a passkey"))
    kept = passkeys.one(me(request), number)
    form = PasskeyNameForm(request.POST or None, initial={"name": kept.name})
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["name"]
        passkeys.rename(request.actor, person=me(request), number=number, name=name)
        return redirect("accounts:list_passkeys")
    return render(request, "accounts/passkey_name.html", {"form": form, "passkey": kept})


@page(methods=FORM)
@needs_fresh
def remove_passkey(request: ActorRequest, number: int) -> HttpResponse:
    """Say what it means, then let it work no longer."""
    crumbs(request, _("Remove a passkey"))
    kept = passkeys.one(me(request), number)
    if request.method == "POST":
        passkeys.remove(request.actor, person=me(request), number=number)
        messages.success(request, _("That passkey no longer works."))
        return redirect("accounts:list_passkeys")
    return render(request, "accounts/passkey_remove.html", {"passkey": kept})


@page(public=True, methods=ACT)
def passkey_to_sign_in(request: ActorRequest) -> HttpResponse:
    """What the browser needs to sign in with one, whoever they are."""
    limits.may_touch(request)
    return JsonResponse(passkeys.begin_asking(None))


@page(public=True, methods=ACT)
def sign_in_with_passkey(request: ActorRequest) -> HttpResponse:
    """One touch, and in."""
    onward = safe_next(request, default=settings.LOGIN_REDIRECT_URL)
    try:
        return passkeys.sign_in(request, answer=request.POST.get("credential", ""), next_url=onward)
    except passkeys.PasskeyRefused as error:
        messages.error(request, str(error))
        return redirect(f"{reverse('account_login')}?{urlencode({'next': onward})}")


def _after_adding(request: ActorRequest, *, had_one: bool) -> str:
    onward = safe_next(request, default=reverse("accounts:list_passkeys"))
    if had_one:
        return onward
    return f"{reverse('accounts:recovery_codes')}?{urlencode({'next': onward})}"
