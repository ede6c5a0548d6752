"""Inviting, and what becomes of it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijknetwerk.core import documents, log, once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.forms.invitations import InviteForm, InviteListForm
from wijknetwerk.networks.selectors import invitations as selectors
from wijknetwerk.networks.selectors import people
from wijknetwerk.networks.selectors.network import role_names
from wijknetwerk.networks.services import invitations as services
from wijknetwerk.networks.services import joining


@page(looks=Looks.LIST)
def invitations(request: ActorRequest, slug: str) -> HttpResponse:
    """Who was invited, and what they answered."""
    network = access.network_for(request.actor, slug, to=Act.INVITE)
    state = request.GET.get("state", "open")
    found = selectors.invitations_of(network, state=state, page=request.GET.get("page", ""))
    log.look(request.actor, "networks.invitations_looked_at", network, count=len(found.rows))
    return show(
        request,
        "networks/invitations_list",
        network,
        [_members(slug), (_("Invitations"), None)],
        found=found,
        state=state,
        states=selectors.STATES,
        names=role_names(network),
    )


@page(methods=FORM)
def invite(request: ActorRequest, slug: str) -> HttpResponse:
    """Invite one person."""
    network = access.network_for(request.actor, slug, to=Act.INVITE)
    form = InviteForm(request.POST or None, **_choices(request, network))
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = services.invite(actor=request.actor, network=network, wish=form.as_wish())
            if form.cleaned_data["way"] == "letter":
                return reverse("networks:invitation_letter", args=[slug, made.uuid])
            tell(request, _("The invitation to %(name)s is on its way.") % {"name": made.name})
            return reverse("networks:invite", args=[slug])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [_members(slug), (_("Invite"), None)]
    return show(request, "networks/invitation_new", network, crumbs, form=form)


@page(methods=FORM)
def invite_many(request: ActorRequest, slug: str) -> HttpResponse:
    """Invite a list: first it is looked over, then it is sent."""
    network = access.network_for(request.actor, slug, to=Act.INVITE)
    form = InviteListForm(request.POST or None, request.FILES or None, **_choices(request, network))
    read = None
    if request.method == "POST" and form.is_valid():
        read = selectors.read_list(network, form.text())
        if request.POST.get("act") == "send" and read.good:
            try:
                return once.handle(request, lambda: _send(request, network, form, read))
            except DomainError as error:
                add_refusal(form, error)
    crumbs = [_members(slug), (_("Invite a list"), None)]
    return show(request, "networks/invitation_new_many", network, crumbs, form=form, read=read)


def _send(
    request: ActorRequest, network: Any, form: InviteListForm, read: selectors.PeopleList
) -> str:
    wishes = [services.Wish(name=line.name, email=line.email) for line in read.good]
    made = services.invite_many(
        actor=request.actor, network=network, wishes=wishes, shared=form.shared()
    )
    said = ngettext(
        "%(count)s invitation is on its way.", "%(count)s invitations are on their way.", len(made)
    )
    tell(request, said % {"count": len(made)})
    return reverse("networks:members", args=[network.slug])


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def invitation_letter(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Make the letter as PDF. Sending the form makes a new code, so it is an act of its own.

    Its name and address are noted as a look; who just typed them is asked no second factor.
    """
    network = access.network_for(request.actor, slug, to=Act.INVITE)
    invitation = access.invitation_for(request.actor, network, uuid)
    log.look(request.actor, "networks.invitation_looked_at", invitation)
    if request.method == "POST":
        pdf = services.make_letter(actor=request.actor, network=network, invitation=uuid)
        return documents.pdf(pdf, f"{network.name} {uuid.hex[:6]}", to_keep=True)
    card = selectors.letter_for(network, invitation)
    crumbs = [_members(slug), (_("Letter"), None)]
    return show(request, "networks/invitation_letter", network, crumbs, card=card)


@page(methods=ACT)
def invitation_send_again(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Mail an invitation once more."""
    network = access.network_for(request.actor, slug, to=Act.INVITE)

    def act() -> str:
        services.send_again(actor=request.actor, network=network, invitation=uuid)
        tell(request, _("The invitation was sent again. The earlier link has ended."))
        return reverse("networks:invitations", args=[slug])

    return once.handle(request, act)


@page(methods=ACT)
def invitation_withdraw(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take an invitation back."""
    network = access.network_for(request.actor, slug, to=Act.INVITE)

    def act() -> str:
        services.withdraw(actor=request.actor, network=network, invitation=uuid)
        tell(request, _("The invitation was withdrawn. Its link and code have ended."))
        return reverse("networks:invitations", args=[slug])

    return once.handle(request, act)


@page(looks=Looks.LIST)
def join_requests(request: ActorRequest, slug: str) -> HttpResponse:
    """Who asks by themselves to take part."""
    network = access.network_for(request.actor, slug, to=Act.INVITE)
    found = selectors.join_requests_of(network, page=request.GET.get("page", ""))
    log.look(request.actor, "networks.join_requests_looked_at", network, count=len(found.rows))
    crumbs = [_members(slug), (_("Requests to join"), None)]
    return show(request, "networks/join_requests_list", network, crumbs, found=found)


@page(methods=ACT)
def join_request_answer(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Say yes or no to somebody who asks to take part."""
    network = access.network_for(request.actor, slug, to=Act.INVITE)
    asked = access.join_request_for(request.actor, network, uuid)
    accepted = request.POST.get("answer") == "yes"

    def act() -> str:
        joining.answer_join_request(
            actor=request.actor, network=network, request=asked, accepted=accepted
        )
        tell(request, _("The answer is on its way."))
        return reverse("networks:join_requests", args=[slug])

    return once.handle(request, act)


def _choices(request: ActorRequest, network: Any) -> dict[str, Any]:
    allowed = access.roles_to_invite_with(request.actor, network)
    names = role_names(network)
    return {
        "roles": [(code, name) for code, name in names.items() if code in allowed],
        "partners": people.choices_of_partners(network),
    }


def _members(slug: str) -> Crumb:
    return (_("Members"), reverse("networks:members", args=[slug]))
