"""Who may note down for whom. Asked for each entry; a mandate that ended counts no longer."""

from dataclasses import replace
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.models import (
    DeskCall,
    Mandate,
    MandateAct,
    Membership,
    MembershipRole,
    Network,
    RoleCode,
    within,
)

# What somebody tells the desk, for higher apps that note it down in their own place.
TOLD = MandateAct.CALLS


# Who has one of these is in the lead or reads the log: by phone nobody takes that away from them.
_RUNS = (
    *(RoleCode.COORDINATOR, RoleCode.ADMINISTRATOR, RoleCode.VILLAGE_SUPPORTER),
    *(RoleCode.BOARD, RoleCode.PRIVACY_OFFICER),
)


class DoesItThemselves(NotAllowed):
    """The member runs the network: leaving and another number are theirs alone."""

    code = "does_it_themselves"
    message = _("Who runs the network does this themselves, on their own page.")


class NoMandate(NotAllowed):
    """Nobody may note this down for this person now."""

    code = "no_mandate"
    message = _("Ask first whether you may note this down. Read the sentence aloud.")


def member_of_desk(actor: Actor, network: Network, uuid: UUID) -> Membership:
    """A present member with their person, for the desk of this network. NotFound for others."""
    access.require(actor, Act.NOTE_FOR, network)
    rows = Membership.objects.filter(within(clock.today()), network=network, uuid=uuid)
    found = rows.select_related("person").first()
    if found is None or found.person_id == actor.person_id:
        raise NotFound
    found.network = network
    return found


def member_who_calls(actor: Actor, slug: str, uuid: UUID) -> Membership:
    """The same with its network, of which only the name in the address is known; one query."""
    rows = Membership.objects.filter(within(clock.today()), uuid=uuid).select_related("person")
    found = access.thing_for(actor, slug, rows, to=Act.NOTE_FOR)
    if found.person_id == actor.person_id:
        raise NotFound
    return found


def running_mandate(member: Membership) -> Mandate | None:
    """The mandate that counts now, or None."""
    return running_mandates(member).first()


def running_mandates(member: Membership) -> QuerySet[Mandate]:
    """The same as rows, for who reads them beside others."""
    return Mandate.objects.filter(
        within(clock.today()),
        network_id=member.network_id,
        person_id=member.person_id,
        ended_at=None,
    )


def noting(actor: Actor, member: Membership, act: MandateAct) -> tuple[Actor, Mandate]:
    """The actor for one entry that a mandate covers, with that mandate. NoMandate otherwise."""
    access.require(actor, Act.NOTE_FOR, member.network)
    mandate = running_mandate(member)
    if mandate is None or act.value not in mandate.acts:
        raise NoMandate
    return as_noting(actor, member), mandate


def check_runs_nothing(member: Membership) -> None:
    """Refuse what the desk can't do for who runs the network: DoesItThemselves."""
    rows = MembershipRole.objects.filter(within(clock.today()), membership=member, role__in=_RUNS)
    if rows.exists():
        raise DoesItThemselves


def as_noting(actor: Actor, member: Membership) -> Actor:
    """The actor who notes one entry for this member, whose mandate was found before."""
    return replace(actor, noting_for=member.person.uuid)


def call_for(actor: Actor, network: Network, uuid: UUID) -> DeskCall:
    """A call of this network, for its desk."""
    access.require(actor, Act.NOTE_FOR, network)
    found = (
        DeskCall.objects.filter(network=network, uuid=uuid)
        .select_related("person", "membership")
        .first()
    )
    if found is None:
        raise NotFound
    found.network = network
    return found
