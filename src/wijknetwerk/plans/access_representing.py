"""Who names somebody who decides for a resident, who reads it, who sees the proof (design 3)."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.selectors.leading import members_who_may
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.access_facts import representing
from wijknetwerk.plans.access_noting import notes_for
from wijknetwerk.plans.decision import Way
from wijknetwerk.plans.models import Representative, RepresentativeKind
from wijknetwerk.plans.parts import Part

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person
    from wijknetwerk.networks.models import Network

BY_A_COURT = frozenset(
    {RepresentativeKind.CURATOR, RepresentativeKind.MENTOR, RepresentativeKind.BEWINDVOERDER}
)


def may_note(hand: Hand) -> bool:
    """Whether this hand writes down who may decide: the resident, who decides for them about the
    circle, or who is called first by a resident who can't sign in."""
    return hand.decides([Part.CIRCLE]) or notes_for(hand)


def is_concerned(hand: Hand) -> bool:
    """Whether it is about them: these read for which decisions, on what proof, and what clashes."""
    return hand.is_resident or bool(_speaking(hand)) or notes_for(hand)


def speaks_as(hand: Hand) -> Representative:
    """As what this hand decides for the resident now; the first, where it is more. NotAllowed for
    the resident and others of the circle."""
    rows = representing(hand.actor).filter(uuid__in=_speaking(hand))
    found = rows.select_related("network").order_by("pk").first()
    if found is None:
        raise NotAllowed
    return found


def _speaking(hand: Hand) -> list[UUID]:
    """As what they decide about anything; who only has the name of it decides nothing."""
    return [one.uuid for one in hand.known.scopes if one.runs and one.covers]


def require_reading(hand: Hand) -> None:
    """Who may decide is read by whom it concerns, and by who reads the circle: they have to know
    whom to ask. Not by an emergency."""
    if not is_concerned(hand) and hand.may(Part.CIRCLE).way is not Way.CIRCLE:
        raise NotFound


def require_noting(hand: Hand) -> None:
    """NotAllowed for others of the circle."""
    if not may_note(hand):
        raise NotAllowed


def notes_by_office(actor: Actor, network: "Network", resident: "Person", kind: str) -> None:
    """The privacy officer writes it down for who can't, and anybody whom a court named. NotFound
    for others; NotAllowed for a resident who names people by themselves."""
    access.require_officer(actor, network)
    if access.signs_in(resident) and kind not in BY_A_COURT:
        raise NotAllowed


def needs_officer(row: Representative) -> bool:
    """Whether the privacy officer sees the proof; else the resident, who named this one, says yes
    in person."""
    return row.kind in BY_A_COURT or row.noted_by_id != row.resident_id


def officers_for(row: Representative) -> list[int]:
    """The privacy officers who may see this proof: not about, or noted by, themselves."""
    officers = {one.person_id for one in members_who_may(row.network, Act.READ_LOG)}
    return sorted(officers - {row.resident_id, row.membership.person_id, row.noted_by_id})


def of_officer(actor: Actor, network: "Network") -> QuerySet[Representative]:
    """What a privacy officer sees of this network: who may decide for whom, not what about."""
    access.require_officer(actor, network)
    rows = Representative.objects.filter(network=network, ended_at=None)
    return rows.select_related("resident", "membership__person", "seen_by", "noted_by", "network")


def for_officer(actor: Actor, network: "Network", uuid: UUID) -> Representative:
    """One of these. NotFound."""
    found = of_officer(actor, network).filter(uuid=uuid).first()
    if found is None:
        raise NotFound
    return found
