"""Who works on a network's route: every member, a learner too (rule R1). The content is public."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import OuterRef, Subquery

from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.registries import standings_of
from wijknetwerk.networks import access_desk
from wijknetwerk.networks.access import Act, allows, network_for, require
from wijknetwerk.networks.people import party_name
from wijknetwerk.roadmap.models import CheckRound, CheckVoice

if TYPE_CHECKING:
    from uuid import UUID

    from wijknetwerk.networks.models import Network

LEARNER = "learner"


def route_for(actor: Actor, slug: str) -> "Network":
    """The network whose route this member reads. NotFound for everybody else."""
    return network_for(actor, slug, to=Act.SEE)


def may_work_on(actor: Actor, network: "Network") -> bool:
    """Whether the actor may change how steps stand; the form and the service both ask here."""
    return allows(actor, Act.WORK_ON_ROUTE, network)


def check_work_on(actor: Actor, network: "Network") -> None:
    """Refuse who may not change this route: NotFound for strangers, NotAllowed for members."""
    if not allows(actor, Act.SEE, network):
        raise NotFound
    if not may_work_on(actor, network):
        raise NotAllowed


def may_lead_checks(actor: Actor, network: "Network") -> bool:
    """Whether the actor may ask everybody a list of questions, and close it. Answering is for all
    members, a learner too."""
    return allows(actor, Act.EDIT_NETWORK, network)


def check_lead(actor: Actor, network: "Network") -> None:
    """Refuse who may not begin or close a round: NotFound for strangers, else NotAllowed."""
    require(actor, Act.EDIT_NETWORK, network)


def round_for(actor: Actor, network: "Network", uuid: "UUID") -> CheckRound:
    """A round of this network, with the key of the one before it as `before_id`."""
    if not allows(actor, Act.SEE, network):
        raise NotFound
    before = CheckRound.objects.filter(
        network=network, kind=OuterRef("kind"), closed_on__isnull=False, pk__lt=OuterRef("pk")
    ).order_by("-pk")
    found: CheckRound | None = (
        CheckRound.objects.filter(network=network, uuid=uuid)
        .annotate(before_id=Subquery(before.values("pk")[:1]))
        .first()
    )
    if found is None:
        raise NotFound
    return found


def round_before(asked: CheckRound) -> int | None:
    """The key of the closed round of the same kind before one that `round_for` gave."""
    key: int | None = getattr(asked, "before_id", None)
    return key


@dataclass(frozen=True, slots=True)
class Answerer:
    """Whose sheet it is: a present member, with the names in which they may answer."""

    membership_id: int
    membership_uuid: "UUID"
    person_id: int
    person_uuid: "UUID"
    partner_id: int | None
    voices: tuple[str, ...]
    name: str = ""
    noting: Actor | None = None
    """Who holds the pen, when somebody of the desk notes it down."""


def answerer(actor: Actor, network: "Network", *, for_member: "UUID | None" = None) -> Answerer:
    """Who answers: the actor, as the member that they are now; or the member for whom the desk
    notes it down. NotFound for strangers; NotAllowed without the desk's role and a mandate."""
    standing = actor.standing_in(network.pk)
    if standing is None or actor.person_uuid is None:
        raise NotFound
    if for_member is not None and for_member != standing.membership_uuid:
        return _noted(actor, network, for_member)
    return Answerer(
        membership_id=standing.membership_id,
        membership_uuid=standing.membership_uuid,
        person_id=actor.own_id,
        person_uuid=actor.person_uuid,
        partner_id=standing.partner_id,
        voices=voices_of(standing),
        name=actor.name,
    )


def _noted(actor: Actor, network: "Network", uuid: "UUID") -> Answerer:
    """A member for whom the desk may note down what they tell."""
    member = access_desk.member_of_desk(actor, network, uuid)
    noting, _mandate = access_desk.noting(actor, member, access_desk.TOLD)
    for standing in standings_of(member.person_id):
        if standing.membership_id == member.pk:
            return Answerer(
                membership_id=member.pk,
                membership_uuid=member.uuid,
                person_id=member.person_id,
                person_uuid=member.person.uuid,
                partner_id=standing.partner_id,
                voices=voices_of(standing),
                name=member.person.name,
                noting=noting,
            )
    raise NotFound


def check_note_on(who: Answerer, *, answered: bool, noted: bool) -> None:
    """The desk neither reads nor changes what a member answered by themselves: NotAllowed."""
    if who.noting is not None and answered and not noted:
        raise NotAllowed


def may_note(actor: Actor, network: "Network") -> bool:
    """Whether the actor works at the desk, which can note down for who gave a mandate."""
    return allows(actor, Act.NOTE_FOR, network)


def may_read_answers(asked: CheckRound, *, answered: bool) -> bool:
    """Whether a member may read what others answered: after answering oneself, so that nobody
    copies, and for everybody when the round is closed. Who leads is no exception."""
    return answered or asked.closed_on is not None


def party_of(who: Answerer) -> str:
    """The name of the party that a member takes part for; empty for who is for themselves."""
    return party_name(who.partner_id) if who.partner_id else ""


def voices_of(standing: Standing) -> tuple[str, ...]:
    """In whose name a member can answer, the likeliest first. Who learns answers as a learner: that
    counts like any answer, but does not stand in for residents or a practice."""
    if LEARNER in standing.roles:
        return (CheckVoice.LEARNER,)
    if standing.partner_id is not None:
        return (CheckVoice.PARTY, CheckVoice.RESIDENT)
    if standing.roles:
        return (CheckVoice.NETWORK, CheckVoice.RESIDENT)
    return (CheckVoice.RESIDENT,)
