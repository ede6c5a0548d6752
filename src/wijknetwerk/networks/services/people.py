"""Members: what they say about themselves, and the locks that other services share."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import BigIntegerField, DateField, QuerySet, UUIDField

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.networks import access, words
from wijknetwerk.networks.errors import NoMember
from wijknetwerk.networks.models import Membership, Network, Partner, within
from wijknetwerk.networks.services import sharing


def active_member(network: Network, uuid: UUID, *, lock: bool = True) -> Membership:
    """A member who takes part today, locked until the transaction ends. NoMember otherwise."""
    found = _ACTIVE.ask(lock, network_id=network.pk, uuid=uuid, today=clock.today())
    if not found:
        raise NoMember
    member: Membership = found[0]
    return member


def _active(lock: bool) -> QuerySet[Membership]:
    of_network = {"network": Slot("network", BigIntegerField()), "uuid": Slot("uuid", UUIDField())}
    rows: QuerySet[Membership] = QuerySet(Membership)
    rows = rows.filter(within(Slot("today", DateField())), **of_network).order_by()
    # `of`: only this row; joined rows of people and organisations stay free
    return rows.select_for_update(of=("self",)) if lock else rows


_ACTIVE = Statement(_active)


def own_membership(actor: Actor, network: Network) -> Membership:
    """The actor's own membership now, locked. NotFound for who is no member."""
    standing = actor.standing_in(network.pk)
    if standing is None:
        raise NotFound
    return active_member(network, standing.membership_uuid)


def partner_of(network: Network, uuid: UUID | None) -> Partner | None:
    """A partner of the network today, or None."""
    if uuid is None:
        return None
    found = Partner.objects.filter(within(clock.today()), network=network, uuid=uuid).first()
    if found is None:
        raise NotFound
    return found


@transaction.atomic
def describe_myself(
    *,
    actor: Actor,
    network: Network,
    energies: Iterable[str],
    introduction: str,
    phone_shown: bool,
    shown_publicly: bool,
) -> Membership:
    """Keep what a member tells the network about themselves."""
    access.require(actor, access.Act.SEE, network)
    member = own_membership(actor, network)
    member.energies = [code for code in energies if code in words.energies()]
    member.introduction = introduction.strip()
    wishes = {"phone_shown": phone_shown, "shown_publicly": shown_publicly}
    sharing.share(actor, member, wishes)
    fields = ["energies", "introduction", "phone_shown", "shown_publicly"]
    member.save(update_fields=fields)
    log.record(actor, "networks.member_described", member, client=actor.person_uuid, fields=fields)
    return member
