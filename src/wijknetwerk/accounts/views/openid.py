"""Signing in with an account elsewhere: away, back, and linking under my account."""

import hmac
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.accounts import limits, openid
from wijknetwerk.accounts.services import linking
from wijknetwerk.accounts.views.common import crumbs, me, needs_fresh
from wijknetwerk.core import clock
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.views import safe_next

_KEPT = "accounts.openid"
_LASTS = 15 * 60


@page(public=True, methods=ACT)
def go_to_provider(request: ActorRequest, provider: str) -> HttpResponse:
    """Send the browser there, to come back and sign in."""
    one = openid.provider(provider)
    limits.may_touch(request)
    onward = safe_next(request, default=settings.LOGIN_REDIRECT_URL)
    return _away(request, one, onward, for_whom=None)


@page(methods=ACT)
@needs_fresh
def link_account(request: ActorRequest, provider: str) -> HttpResponse:
    """Send the browser there, to come back and link."""
    one = openid.provider(provider)
    onward = reverse("accounts:linked_accounts")
    return _away(request, one, onward, for_whom=me(request).pk)


@page(public=True)
def back_from_provider(request: ActorRequest, provider: str) -> HttpResponse:
    """The browser comes back with a code. Each question is answered once, in the browser and by
    the person that asked it."""
    one = openid.provider(provider)
    kept = _take(request, one)
    if kept is None or "code" not in request.GET:
        messages.error(request, _("Signing in there was stopped. Nothing has changed."))
        return redirect("accounts:linked_accounts" if request.actor.is_person else "account_login")
    question = openid.Question(**kept["question"])
    try:
        told = openid.claims(one, question, request.GET["code"], _callback(one))
        if kept["for_whom"] is None:
            return linking.sign_in(request, provider=one, told=told, onward=kept["onward"])
        linking.link(request.actor, person=me(request), provider=one, told=told)
    except DomainError as error:
        messages.error(request, str(error))
        back = "account_login" if kept["for_whom"] is None else "accounts:linked_accounts"
        return redirect(back)
    messages.success(request, _("Your account is linked. You can sign in with it from now on."))
    return redirect(kept["onward"])


@page()
def linked_accounts(request: ActorRequest) -> HttpResponse:
    """The accounts elsewhere with which I sign in."""
    crumbs(request, _("Accounts elsewhere"))
    return render(request, "accounts/linked_list.html", {"links": linking.links_of(me(request))})


@page(methods=FORM)
@needs_fresh
def unlink_account(request: ActorRequest, provider: str) -> HttpResponse:
    """Say what it means, then end it."""
    crumbs(request, _("Accounts elsewhere"))
    if request.method == "POST":
        linking.unlink(request.actor, person=me(request), code=provider)
        messages.success(request, _("You no longer sign in with that account."))
        return redirect("accounts:linked_accounts")
    link = next((one for one in linking.links_of(me(request)) if one.code == provider), None)
    if link is None or not link.linked:
        return redirect("accounts:linked_accounts")
    return render(request, "accounts/linked_remove.html", {"link": link})


def _away(
    request: ActorRequest, one: openid.Provider, onward: str, *, for_whom: int | None
) -> HttpResponse:
    """A page that leads on: a form may not send the browser to another site by itself (CSP)."""
    question = openid.Question.new()
    try:
        address = openid.address_to_ask(one, question, _callback(one))
    except openid.ProviderFailed as error:
        messages.error(request, str(error))
        return redirect("account_login" if for_whom is None else "accounts:linked_accounts")
    request.session[_KEPT] = {
        "provider": one.code,
        "question": asdict(question),
        "onward": onward,
        "for_whom": for_whom,
        "at": clock.now().timestamp(),
    }
    return render(request, "accounts/openid_away.html", {"address": address, "name": one.name})


def _take(request: ActorRequest, one: openid.Provider) -> dict[str, Any] | None:
    """What was kept for this question, if this is its answer. It is gone at once: an answer that
    comes a second time finds nothing."""
    kept: dict[str, Any] | None = request.session.pop(_KEPT, None)
    if kept is None:
        return None
    request.session.save()
    given = request.GET.get("state", "")
    issuer = request.GET.get("iss", one.issuer).rstrip("/")
    right = (
        kept["provider"] == one.code
        and issuer == one.issuer
        and hmac.compare_digest(kept["question"]["state"].encode(), given.encode())
        and clock.now().timestamp() - kept["at"] < _LASTS
        and kept["for_whom"] in {None, request.actor.person_id}
    )
    return kept if right else None


def _callback(one: openid.Provider) -> str:
    return settings.SITE_URL + reverse("openid_back", kwargs={"provider": one.code})
