"""Members for each other, the administration, one member, and roles."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.accounts.access import may_help_with_signing_in
from wijknetwerk.core import log, once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.forms.people import RemoveForm, RoleForm
from wijknetwerk.networks.selectors import member as one
from wijknetwerk.networks.selectors import people
from wijknetwerk.networks.selectors.network import role_names
from wijknetwerk.networks.services import leaving, roles


def _wanted(request: ActorRequest) -> people.Wanted:
    asked = request.GET
    return people.Wanted(
        q=asked.get("q", "")[:80].replace("\x00", ""),
        role=asked.get("role", ""),
        page=asked.get("page", ""),
    )


@page()
def members(request: ActorRequest, slug: str) -> HttpResponse:
    """Who takes part, with roles; what members share with each other (decision 0008)."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    names = role_names(network)
    wanted = _wanted(request)
    found = people.members_of(network, wanted, names)
    return show(
        request,
        "networks/members_list",
        network,
        [(_("Members"), None)],
        found=found,
        wanted=wanted,
        names=names,
        may_manage=access.allows(request.actor, Act.SEE_CONTACTS, network),
        may_invite=access.allows(request.actor, Act.INVITE, network),
    )


@page(looks=Looks.LIST)
def members_manage(request: ActorRequest, slug: str) -> HttpResponse:
    """Members with e-mail address, phone number and since when."""
    network = access.network_for(request.actor, slug, to=Act.SEE_CONTACTS)
    wanted = _wanted(request)
    found = people.contacts_of(network, wanted)
    shown = len(found.members.rows)
    log.look(request.actor, "networks.members_looked_at", network, count=shown)
    return show(
        request,
        "networks/members_manage",
        network,
        [_members(slug), (_("Administration"), None)],
        found=found.members,
        wanted=wanted,
        names=found.names,
    )


@page(looks=Looks.PERSON)
def member(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One member with contact details and roles."""
    found = access.membership_at(request.actor, slug, uuid, to=Act.SEE_CONTACTS)
    network = found.network
    card = one.card_of(found, role_names(network))
    log.look(request.actor, "networks.member_looked_at", found, client=card.person_uuid)
    return show(
        request,
        "networks/member_show",
        network,
        [_members(slug), (card.name, None)],
        card=card,
        may_manage=access.allows(request.actor, Act.MANAGE_MEMBERS, network),
        is_me=card.person_uuid == request.actor.person_uuid,
        may_help=may_help_with_signing_in(request.actor, slug),
    )


@page(methods=FORM)
def role_give(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Give a member a role."""
    network = access.network_for(request.actor, slug, to=Act.MANAGE_MEMBERS)
    found = access.membership_for(request.actor, network, uuid, to=Act.MANAGE_MEMBERS)
    names = role_names(network)
    form = RoleForm(
        request.POST or None,
        roles=[(code, names[code]) for code in names],
        members=people.choices_of_members(network, besides=found.pk),
        partners=people.choices_of_partners(network),
    )
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            roles.give_role(actor=request.actor, network=network, member=uuid, new=form.as_role())
            tell(request, _("The role was given."))
            return reverse("networks:member", args=[slug, uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    name = people.name_of(found)
    crumbs = [_members(slug), (name, _of(slug, uuid)), (_("Give a role"), None)]
    return show(request, "networks/role_give", network, crumbs, form=form, name=name, uuid=uuid)


@page(methods=FORM)
def role_end(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """End a role; whoever is the last to lead is warned, and may."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    role = access.role_for(request.actor, network, uuid)
    mine = role.person_id == request.actor.person_id
    if request.method == "POST":

        def act() -> str:
            roles.end_role(actor=request.actor, network=network, role=uuid)
            tell(request, _("The role has ended."))
            if mine:
                return reverse("networks:my_membership", args=[slug])
            return reverse("networks:member", args=[slug, role.membership.uuid])

        return once.handle(request, act)
    names = role_names(network)
    return show(
        request,
        "networks/role_end",
        network,
        [_members(slug), (_("End a role"), None)],
        role_name=names[role.role],
        name=role.person.name,
        mine=mine,
        uuid=uuid,
        last=[names[code] for code in people.last_in(network, role.membership, role.role)],
        back=reverse("networks:my_membership", args=[slug])
        if mine
        else _of(slug, role.membership.uuid),
    )


@page(methods=FORM)
def member_remove(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """End somebody's membership, with a reason from the list."""
    network = access.network_for(request.actor, slug, to=Act.MANAGE_MEMBERS)
    found = access.membership_for(request.actor, network, uuid, to=Act.MANAGE_MEMBERS)
    form = RemoveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]

        def act() -> str:
            leaving.remove(actor=request.actor, network=network, member=uuid, reason=reason)
            tell(request, _("The membership has ended."))
            return reverse("networks:members", args=[slug])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    names = role_names(network)
    return show(
        request,
        "networks/member_remove",
        network,
        [_members(slug), (_("End a membership"), None)],
        form=form,
        name=people.name_of(found),
        uuid=uuid,
        last=[names[code] for code in people.last_in(network, found)],
    )


def _members(slug: str) -> Crumb:
    return (_("Members"), reverse("networks:members", args=[slug]))


def _of(slug: str, uuid: UUID) -> str:
    return reverse("networks:member", args=[slug, uuid])
