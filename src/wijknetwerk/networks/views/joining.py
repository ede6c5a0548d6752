"""Joining: the code of a letter, the link of a mail, and who one is.

Looking changes nothing; each step asks anew whether the invitation still stands. After the code or
link was opened, the session keeps the id of the link, not the secret.
"""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import heading
from wijknetwerk.networks import access
from wijknetwerk.networks.forms.joining import AskToJoinForm, CodeForm, NewcomerForm
from wijknetwerk.networks.selectors.invitations import open_join_request
from wijknetwerk.networks.selectors.network import role_names
from wijknetwerk.networks.services import joining as services
from wijknetwerk.networks.views import newcomers

OPENED = "networks.joining"


@page(public=True, methods=FORM)
def join(request: ActorRequest) -> HttpResponse:
    """Type the code from the letter."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with access.invitation_behind(
                _spoken(form.cleaned_data["code"]), address=request.actor.address
            ) as (_invitation, token):
                request.session[OPENED] = str(token)
            return redirect("networks:join_answer")
        except access.InvitationEnded as error:
            form.add_error("code", error.message)
    return render(request, "networks/join_code.html", {"form": form})


@page(public=True, methods=FORM)
def join_link(request: ActorRequest, secret: str) -> HttpResponse:
    """Who invites you to what, by the link of a mail."""
    if request.method == "POST":
        return once.handle(request, lambda: _answer_link(request, secret))
    with access.invitation_behind(secret, address=request.actor.address) as (invitation, _token):
        return _show(request, invitation, form=None)


@page(public=True, methods=FORM)
def join_answer(request: ActorRequest) -> HttpResponse:
    """Say yes or no; somebody who is not signed in says who they are."""
    form = None
    if request.method == "POST":
        if request.POST.get("act") in {"accept", "decline"}:
            return once.handle(request, lambda: _answer(request))
        form = NewcomerForm(request.POST)
        if form.is_valid():
            return newcomers.begin(request, _opened(request), form)
    with access.invitation_opened_before(_opened(request)) as (invitation, _token):
        if form is None and not request.actor.is_person:
            form = NewcomerForm(initial={"email": invitation.email})
        return _show(request, invitation, form=form)


@page(methods=FORM)
def join_ask(request: ActorRequest, slug: str) -> HttpResponse:
    """Ask by oneself to take part, where a network is open for that."""
    with access.network_to_join(request.actor, slug) as network:
        if request.actor.standing_in(network.pk):
            return redirect("networks:members", slug=slug)
        form = AskToJoinForm(request.POST or None)
        if request.method == "POST" and form.is_valid():

            def act() -> str:
                services.ask_to_join(
                    actor=request.actor, network=network, words=form.cleaned_data["words"]
                )
                return reverse("networks:join_ask", args=[slug])

            try:
                return once.handle(request, act)
            except DomainError as error:
                add_refusal(form, error)
        waits = open_join_request(network, request.actor.person_id or 0)
        return show(request, "networks/join_ask", network, form=form, waits=waits)


def _answer_link(request: ActorRequest, secret: str) -> str:
    with access.invitation_behind(secret, address=request.actor.address) as (invitation, token):
        act = request.POST.get("act")
        if act in {"accept", "decline"} and (act == "decline" or request.actor.is_person):
            return _say(request, invitation)
        request.session[OPENED] = str(token)
        return reverse("networks:join_answer")


def _answer(request: ActorRequest) -> str:
    with access.invitation_opened_before(_opened(request)) as (invitation, _token):
        went_to = _say(request, invitation)
    request.session.pop(OPENED, None)
    return went_to


def _say(request: ActorRequest, invitation: Any) -> str:
    """Yes or no, in one tap."""
    if request.POST.get("act") == "decline":
        services.decline(actor=newcomers.holder(request), invitation=invitation)
        return reverse("networks:join_declined")
    services.accept(actor=request.actor, invitation=invitation)
    tell(request, _("Welcome! You take part in %(name)s.") % {"name": invitation.network.name})
    return reverse("networks:my_energies", args=[invitation.network.slug])


def _opened(request: ActorRequest) -> UUID:
    """The link that this browser opened. InvitationEnded when it opened none."""
    try:
        return UUID(request.session.get(OPENED, ""))
    except ValueError as error:
        raise access.InvitationEnded from error


def _show(request: ActorRequest, invitation: Any, *, form: NewcomerForm | None) -> HttpResponse:
    heading(request).network_name = invitation.network.name
    login = resolve_url(settings.LOGIN_URL)
    names = role_names(invitation.network)
    context = {
        "network": invitation.network,
        "inviter": invitation.invited_by.name,
        "name": invitation.name,
        "role": names.get(invitation.role, ""),
        "partner": str(invitation.partner.organisation) if invitation.partner else "",
        "message": invitation.message,
        "until": invitation.lapses_at,
        "form": form,
        "once_id": once.new(),
        "login_url": f"{login}?{urlencode({'next': reverse('networks:join_answer')})}",
    }
    return render(request, "networks/join_answer.html", context)


def _spoken(code: str) -> str:
    """The code with only its letters and numbers, as somebody types it from paper."""
    return "".join(character for character in code if character.isalnum())
