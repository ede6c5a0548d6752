"""Parties in a network: organisations that take part from a day until a day."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access, words
from wijknetwerk.networks.errors_network import OrganisationExists, PartnerAlready, WrongDay
from wijknetwerk.networks.models import (
    Membership,
    MembershipRole,
    Network,
    Organisation,
    Partner,
    RoleCode,
    within,
)
from wijknetwerk.networks.services import facts, team_endings
from wijknetwerk.networks.services.leaving import drop_what_waits


@transaction.atomic
def add_partner(*, actor: Actor, slug: str, organisation: UUID) -> Partner:
    """An organisation that is known already takes part from today. PartnerAlready."""
    network = access.network_for(actor, slug, to=access.Act.MANAGE_PARTNERS)
    found = Organisation.objects.filter(uuid=organisation).first()
    if found is None:
        raise NotFound
    return _join(actor, network, found)


@transaction.atomic
def add_new_partner(
    *, actor: Actor, slug: str, name: str, kind: str, phone: str = "", website: str = ""
) -> Partner:
    """Make an organisation and let it take part. OrganisationExists when the name is known."""
    network = access.network_for(actor, slug, to=access.Act.MANAGE_PARTNERS)
    if kind not in words.kinds() or not name:
        raise InvalidInput
    if Organisation.objects.filter(name__iexact=name).exists():
        raise OrganisationExists
    made = Organisation.objects.create(name=name, kind=kind, phone=phone, website=website)
    log.record(actor, "networks.organisation_made", made, action=Action.CREATE)
    log.remember_name(made.uuid, made.name)
    return _join(actor, network, made)


def _join(actor: Actor, network: Network, organisation: Organisation) -> Partner:
    try:
        with transaction.atomic():
            partner: Partner = Partner.objects.create(
                network=network, organisation=organisation, from_on=clock.today()
            )
    except IntegrityError as error:
        raise PartnerAlready from error
    log.record(actor, "networks.partner_joined", partner, action=Action.CREATE)
    facts.count_soon(network.pk)
    return partner


@transaction.atomic
def end_partner(
    *, actor: Actor, slug: str, partner: UUID, until_on: date, end_memberships: bool
) -> Partner:
    """The partnership ends on a day. Its people stay as themselves, without the party and the role
    of professional; with `end_memberships` they leave on that day, too. WrongDay.
    """
    network = access.network_for(actor, slug, to=access.Act.MANAGE_PARTNERS)
    rows = Partner.objects.select_for_update().filter(within(clock.today()))
    found: Partner | None = rows.filter(network=network, uuid=partner).first()
    if found is None:
        raise NotFound
    if not found.from_on <= until_on <= clock.today():
        raise WrongDay
    found.until_on = until_on
    found.save(update_fields=["until_on"])
    log.record(actor, "networks.partner_ended", found, end_memberships=end_memberships)
    facts.count_soon(found.network_id)
    members = Membership.objects.filter(within(clock.today()), network=network, partner=found)
    for member in members.select_related("person"):
        _without_party(actor, member, until_on, end_memberships)
    return found


def _without_party(actor: Actor, member: Membership, until_on: date, leaves: bool) -> None:
    """One person of a party that stops. A period never ends before it began."""
    ends = max(until_on, member.from_on)
    roles = MembershipRole.objects.filter(within(clock.today()), membership=member)
    if leaves:
        member.until_on, member.ended_reason = ends, "partner_ended"
        member.save(update_fields=["until_on", "ended_reason"])
        team_endings.stop_connecting(actor, member)
        drop_what_waits(member)
        event = "networks.member_left"
    else:
        member.partner, member.organisation = None, None
        member.save(update_fields=["partner", "organisation"])
        roles = roles.filter(role=RoleCode.PROFESSIONAL)
        team_endings.stop_connecting(actor, member)
        event = "networks.member_without_party"
    for role in roles.filter(Q(until_on=None) | Q(until_on__gt=ends)):
        role.until_on = max(ends, role.from_on)
        role.save(update_fields=["until_on"])
    log.record(actor, event, member, client=member.person.uuid, reason="partner_ended")
