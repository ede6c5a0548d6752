"""Whether somebody may: the four gates, as one pure function over what is known at this instant.

No database, no clock: `access` fills it in and nobody else asks it. See docs/plans.md.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from wijknetwerk.plans.parts import EMERGENCY, Part
from wijknetwerk.privacy.purposes import (
    PLAN_CARE,
    PLAN_ONE_THING,
    PLAN_OWN_PEOPLE,
    Deed,
    Ground,
    PartyKind,
)

OWN_PEOPLE = frozenset({"family", "carer", "volunteer"})
COMES_TO_ME = frozenset({"professional", "case_lead"})
ONLY_MONEY = "bewindvoerder"
NEED_A_TASK = frozenset({"municipality", "social_team"})
"""Kinds of parties for which consent alone is no ground (standards A1.3)."""


class Way(StrEnum):
    """On what somebody comes in."""

    RESIDENT = "resident"
    REPRESENTATIVE = "representative"
    CIRCLE = "circle"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the circle that holds now, with its party and whether that still fits."""

    uuid: UUID
    role: str
    runs: bool
    """The membership runs and the account is open."""
    organisation: UUID | None
    """For which party they are in the circle."""
    same_party: bool
    """They are there for nobody, or still work for that party, which still takes part."""
    kind: str | None
    """The kind of that party."""


@dataclass(frozen=True, slots=True)
class Yes:
    """A consent that is in force, given since this plan began."""

    uuid: UUID
    purpose: str
    party_kind: str
    party: UUID | None
    parts: Collection[str]
    deeds: Collection[str]
    ground: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What a representative may decide about, now, with the proof seen."""

    uuid: UUID
    kind: str
    parts: Collection[str]
    runs: bool

    @property
    def covers(self) -> frozenset[str]:
        """An administrator of money sees money, whatever was filled in."""
        parts = frozenset(self.parts)
        return parts & {Part.MONEY} if self.kind == ONLY_MONEY else parts


@dataclass(frozen=True, slots=True)
class Known:
    """One person and one plan, at one instant."""

    person: UUID
    plan: UUID
    is_resident: bool = False
    plan_open: bool = False
    network_runs: bool = False
    learns: bool = False
    places: tuple[Place, ...] = ()
    yeses: tuple[Yes, ...] = ()
    scopes: tuple[Scope, ...] = ()
    emergency: UUID | None = None
    """A look in an emergency that runs, of who still works for that party."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether it opens, on what, and what goes into the log beside it."""

    way: Way | None = None
    relation: UUID | None = None
    consent: UUID | None = None
    purpose: str = ""

    def __bool__(self) -> bool:
        return self.way is not None

    @property
    def checks(self) -> str:
        """The gates that were passed, for the log."""
        return f"{self.way}:role,relation,consent,place" if self.way else ""


NO = Verdict()


def may(known: Known, part: Part, deed: Deed, thing: str = "") -> Verdict:
    """The verdict on one deed with one part, or with one thing of it."""
    for verdict in _ways(known, part, deed, thing):
        return verdict
    return NO


def opens(known: Known) -> bool:
    """Whether there is anything at all that this person may read of this plan."""
    return any(may(known, part, Deed.READ) for part in Part) or bool(things(known))


def things(known: Known) -> frozenset[str]:
    """The single things that consents to this person name, to read."""
    return frozenset(
        name
        for place in _holding(known)
        for yes in known.yeses
        if _is_for(yes, place, known) and Deed.READ in yes.deeds
        for name in yes.parts
        if ":" in name
    )


def _ways(known: Known, part: Part, deed: Deed, thing: str) -> Iterator[Verdict]:
    reads = deed == Deed.READ
    works = known.plan_open and known.network_runs
    if known.is_resident:
        if reads or works:
            yield Verdict(Way.RESIDENT)
        return
    if known.learns:
        return
    for scope in known.scopes:
        if scope.runs and part in scope.covers and (works or (reads and known.network_runs)):
            yield Verdict(Way.REPRESENTATIVE, scope.uuid)
    for place in _holding(known):
        for yes in known.yeses:
            if _is_for(yes, place, known) and _covers(yes, part, deed, thing):
                yield Verdict(Way.CIRCLE, place.uuid, yes.uuid, yes.purpose)
    if known.emergency is not None and works and reads and part in EMERGENCY:
        yield Verdict(Way.EMERGENCY, known.emergency, None, "BTG")


def _holding(known: Known) -> Iterator[Place]:
    """Places in the circle that pass the gates of role, relation and place."""
    if known.plan_open and known.network_runs and not known.learns:
        yield from (place for place in known.places if place.runs and place.same_party)


def _is_for(yes: Yes, place: Place, known: Known) -> bool:
    """Whether a consent was given to this person in this place, for a purpose that fits, on a
    ground that is enough for their party."""
    enough = place.kind not in NEED_A_TASK or yes.ground != Ground.CONSENT
    return enough and _reaches(yes, place, known) and _fits(yes.purpose, place.role)


def _reaches(yes: Yes, place: Place, known: Known) -> bool:
    if yes.party_kind == PartyKind.PERSON:
        return yes.party == known.person
    if yes.party_kind == PartyKind.TEAM:
        return yes.party == known.plan and place.role in COMES_TO_ME
    named = yes.party_kind == PartyKind.ORGANISATION and yes.party is not None
    return named and yes.party == place.organisation


def _fits(purpose: str, role: str) -> bool:
    if purpose == PLAN_OWN_PEOPLE.code:
        return role in OWN_PEOPLE
    if purpose == PLAN_CARE.code:
        return role not in OWN_PEOPLE
    return purpose == PLAN_ONE_THING.code


def _covers(yes: Yes, part: Part, deed: Deed, thing: str) -> bool:
    return deed in yes.deeds and (part in yes.parts or (bool(thing) and thing in yes.parts))
