"""Joining without an account, or without being signed in: with e-mail, or without.

With e-mail a code is mailed first; whether the address has an account shows nowhere. Without it a
person is made who signs in with a name code and a password (decision 0006), or not at all.
"""

from dataclasses import asdict, fields
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from wijknetwerk.accounts import limits
from wijknetwerk.accounts import services as accounts
from wijknetwerk.accounts.services import codes
from wijknetwerk.core import once
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import TooManyTries
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.networks import access
from wijknetwerk.networks.forms.joining import MailCodeForm, NewcomerForm, PasswordForm
from wijknetwerk.networks.services import energies
from wijknetwerk.networks.services import joining as services

KIND = "networks.joining"
NEWCOMER = "networks.newcomer"
JOINED = "networks.joined"


def holder(request: ActorRequest) -> Actor:
    """Who acts: the person who is signed in, or the holder of the invitation."""
    seen = request.actor
    return seen if seen.is_person else seen.as_holder(access.INVITATION)


def begin(request: ActorRequest, token: UUID, form: NewcomerForm) -> HttpResponse:
    """Keep who somebody says to be, and ask for what proves it."""
    newcomer = form.as_newcomer()
    with access.invitation_opened_before(token) as (invitation, _token):
        if newcomer.email:
            if not limits.may_mail_code(request, newcomer.email):
                raise TooManyTries
            code = codes.start(request.session, KIND, token=str(token), who=asdict(newcomer))
            services.mail_code(invitation=invitation, email=newcomer.email, code=code)
            return redirect("networks:join_confirm")
    request.session[NEWCOMER] = {"token": str(token), "who": asdict(newcomer)}
    return redirect("networks:join_password")


@page(public=True, methods=FORM)
def join_confirm(request: ActorRequest) -> HttpResponse:
    """Type the code from the mail."""
    kept = codes.pending(request.session, KIND)
    if kept is None and request.method != "POST":
        raise access.InvitationEnded
    form = MailCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            found = codes.check(request.session, KIND, form.cleaned_data["code"])
        except codes.WrongCode as error:
            form.add_error("code", error.message)
        else:
            return once.handle(request, lambda: _join_with_email(request, found))
    email = kept["who"]["email"] if kept else ""
    context = {"form": form, "email": email, "once_id": once.new()}
    return render(request, "networks/join_confirm.html", context)


@page(public=True, methods=FORM)
def join_password(request: ActorRequest) -> HttpResponse:
    """Without e-mail: choose a password for signing in later, or do without."""
    kept = request.session.get(NEWCOMER)
    if kept is None and request.method != "POST":
        raise access.InvitationEnded
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return once.handle(request, lambda: _join_without_email(request, kept, form.cleaned_data))
    context = {"form": form, "once_id": once.new()}
    return render(request, "networks/join_password.html", context)


@page(public=True)
def join_done(request: ActorRequest) -> HttpResponse:
    """What happens now, with the name code for who has no e-mail."""
    context = {"joined": request.session.get(JOINED), "standings": request.actor.standings}
    return render(request, "networks/join_done.html", context)


@page(public=True)
def join_declined(request: ActorRequest) -> HttpResponse:
    """Thanks for answering."""
    return render(request, "networks/join_declined.html")


def _join_with_email(request: ActorRequest, kept: dict[str, Any]) -> str:
    with access.invitation_opened_before(UUID(kept["token"])) as (invitation, _token):
        member = services.accept_as(
            actor=holder(request), invitation=invitation, newcomer=_newcomer(kept["who"])
        )
        person = member.person
        home = reverse("networks:my_energies", args=[invitation.network.slug])
        accounts.confirm_address(request, person)
    return accounts.log_person_in(request, person, next_url=home)["Location"]


def _join_without_email(
    request: ActorRequest, kept: dict[str, Any] | None, said: dict[str, Any]
) -> str:
    password = said["password"]
    if kept is None:
        raise access.InvitationEnded
    with access.invitation_opened_before(UUID(kept["token"])) as (invitation, _token):
        actor = holder(request)
        network = invitation.network
        member = services.accept_as(
            actor=actor, invitation=invitation, newcomer=_newcomer(kept["who"])
        )
        person = member.person
        energies.say_on_joining(actor=actor, member=member, energies=said["energies"])
        name_code = ""
        if password:
            name_code = accounts.set_up_name_sign_in(actor, person=person, password=password)
    went_to = reverse("networks:join_done")
    if password:
        went_to = accounts.log_person_in(request, person, next_url=went_to)["Location"]
    request.session.pop(NEWCOMER, None)
    request.session[JOINED] = {
        "network": network.name,
        "phone": network.phone,
        "name_code": name_code,
    }
    return went_to


def _newcomer(kept: dict[str, str]) -> services.Newcomer:
    known = {field.name for field in fields(services.Newcomer)}
    return services.Newcomer(**{name: said for name, said in kept.items() if name in known})
