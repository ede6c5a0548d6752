"""Who opens a plan, and what of it. The only place where it is decided; asked at the moment of
access, never kept (rules P1, P2, P5). Fetching is checking.

No role of a network opens a plan; neither does a mandate of the desk, nor the platform itself.
"""

from collections.abc import Collection, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import BigIntegerField, QuerySet, UUIDField

from wijknetwerk.core import log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.selectors.leading import members_who_may
from wijknetwerk.plans import decision
from wijknetwerk.plans.access_facts import known
from wijknetwerk.plans.access_lists import readable
from wijknetwerk.plans.decision import Known, Verdict, Way
from wijknetwerk.plans.models import (
    CircleMember,
    EmergencyLook,
    PlaceState,
    PlanState,
    Representative,
    ResidentPlan,
)
from wijknetwerk.plans.parts import Part
from wijknetwerk.privacy.purposes import Deed

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person
    from wijknetwerk.networks.models import Network

OFFICER = "privacy_officer"


@dataclass(frozen=True, slots=True)
class Hand:
    """A plan in somebody's hand, for one request or one run of a job. Got from this module only;
    a service takes it anew with `locked`."""

    actor: Actor
    plan: ResidentPlan
    known: Known

    def may(self, part: Part, deed: Deed = Deed.READ, thing: str = "") -> Verdict:
        """Whether, and on what."""
        return decision.may(self.known, part, deed, thing)

    def require(self, part: Part, deed: Deed, thing: str = "") -> Verdict:
        """NotFound for what one may not read, NotAllowed for another deed with it (rule A1)."""
        found = self.may(part, deed, thing)
        if not found:
            raise NotAllowed if self.may(part, Deed.READ, thing) else NotFound
        return found

    @property
    def parts(self) -> frozenset[Part]:
        """The parts that may be read."""
        return frozenset(part for part in Part if self.may(part))

    @property
    def things(self) -> frozenset[str]:
        """Single things that may be read beside these."""
        return decision.things(self.known)

    def named(self, kind: str) -> frozenset[str]:
        """Of these things the uuids of one kind: a row's THING."""
        start = f"{kind}:"
        return frozenset(name.removeprefix(start) for name in self.things if name.startswith(start))

    @property
    def is_resident(self) -> bool:
        """Whether it is one's own."""
        return self.known.is_resident

    @property
    def resident_uuid(self) -> UUID:
        """Whose it is, for the log."""
        found: UUID = self.plan.resident.uuid
        return found

    def decides(self, parts: Any = ()) -> bool:
        """Whether this is the resident, or who may decide for them about all these parts."""
        if self.is_resident:
            return True
        wanted = frozenset(parts)
        runs = () if self.known.learns else (s for s in self.known.scopes if s.runs)
        return self.known.network_runs and any(wanted <= one.covers for one in runs)


def may(
    actor: Actor, plan: ResidentPlan, part: Part, deed: Deed = Deed.READ, thing: str = ""
) -> Verdict:
    """Whether the actor may do this with this part of the plan, or with one thing of it, now."""
    return decision.may(known(actor, plan), part, deed, thing)


def plan_for(actor: Actor, uuid: UUID) -> Hand:
    """A plan for who may read anything of it. NotFound for everybody else, whatever the role."""
    found: ResidentPlan | None = next(iter(_PLAN.ask(network_id=None, uuid=uuid)), None)
    if found is None or not scope.covers(found.network_id, person_id=found.resident_id):
        raise NotFound
    return _hand(actor, found)


_PLAN = Statement(
    lambda: (
        QuerySet(ResidentPlan)
        .filter(uuid=Slot("uuid", UUIDField()))
        .select_related("resident", "network")
    )
)


def is_money(hand: Hand, row: Any, said: bool) -> bool:
    """Whether a row is about money once it is said in other words: who may not write money doesn't
    decide that it is so no more."""
    return said or (bool(row.money) and not hand.may(Part.MONEY, Deed.WRITE))


def own_plan(actor: Actor, network_id: int) -> Hand | None:
    """One's own open plan in a network, if there is one."""
    if not actor.is_person or actor.noting_for is not None:
        return None
    rows = ResidentPlan.objects.select_related("resident", "network")
    found = rows.filter(network_id=network_id, resident=actor.own_id, state=PlanState.OPEN).first()
    return _hand(actor, found) if found else None


def locked(hand: Hand) -> Hand:
    """The plan locked until the transaction ends, and asked again: what was withdrawn since the
    page was fetched counts. NotFound when it opens no more."""
    rows = ResidentPlan.objects.select_for_update(of=("self",))
    found = rows.select_related("resident", "network").get(pk=hand.plan.pk)
    return _hand(hand.actor, found)


def own_places(actor: Actor) -> QuerySet[CircleMember]:
    """One's own places in circles, asked or in, to leave them: also where nothing opens."""
    if not actor.is_person or actor.noting_for is not None:
        return CircleMember.objects.none()
    rows = CircleMember.objects.filter(membership__person=actor.own_id)
    return rows.filter(state__in=(PlaceState.ASKED, PlaceState.IN))


def places_in(actor: Actor, network: "Network") -> list[CircleMember]:
    """Where one is in, in one network, the longest first; not where somebody only asked the
    resident."""
    if not actor.is_person or actor.noting_for is not None:
        return []
    return _IN.ask(network_id=network.pk, person=actor.own_id)


_IN = Statement(
    lambda: CircleMember.objects.filter(
        network=Slot("network", BigIntegerField()),
        membership__person=Slot("person", BigIntegerField()),
        state=PlaceState.IN,
    ).order_by("from_on", "pk")
)


def require_officer(actor: Actor, network: "Network") -> None:
    """The privacy officer of a network: sees proofs and reviews, never a plan. NotFound."""
    if actor.noting_for is not None or not actor.has_role(network.pk, OFFICER):
        raise NotFound


def look_to_review(
    actor: Actor, network: "Network", uuid: UUID, *, lock: bool = False
) -> EmergencyLook:
    """A look in an emergency for a privacy officer outside the case: who, when and why, not the
    plan. NotFound for everybody else, and once it was reviewed."""
    require_officer(actor, network)
    rows = EmergencyLook.objects.filter(network=network, uuid=uuid, reviewed_at=None)
    rows = rows.select_related("plan__network", "plan__resident", "resident", "membership__person")
    found = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if found is None or actor.own_id not in officers_for(found):
        raise NotFound
    found.network = network
    return found


def officers_for(look: EmergencyLook) -> list[int]:
    """Who may review a look: privacy officers who have nothing to do with this plan."""
    return outside(look.plan, but={look.membership.person_id})


def outside(plan: ResidentPlan, *, but: Collection[int] = ()) -> list[int]:
    """The privacy officers who are neither the resident, nor of the circle, nor represent."""
    circle = CircleMember.objects.filter(plan=plan, state__in=(PlaceState.ASKED, PlaceState.IN))
    shut = {plan.resident_id, *but}
    shut |= set(circle.values_list("membership__person_id", flat=True))
    speaks = Representative.objects.filter(resident=plan.resident_id, ended_at=None)
    shut |= set(speaks.values_list("membership__person_id", flat=True))
    officers = members_who_may(plan.network, Act.READ_LOG)
    return sorted({one.person_id for one in officers} - shut)


def signs_in(person: "Person") -> bool:
    """Whether somebody can say yes and no here by themselves."""
    return person.is_active and bool(person.email or person.login_name)


def _hand(actor: Actor, plan: ResidentPlan) -> Hand:
    facts = known(actor, plan)
    if not decision.opens(facts):
        raise NotFound
    return Hand(actor, plan, facts)


@contextmanager
def reach(plan: ResidentPlan) -> Iterator[None]:
    """The rows of this plan's network, for its resident's own acts after they left it."""
    with scope.including(plan.network_id, plan.network.uuid):
        yield


def asked(hand: Hand, kept: Statement, *shape: Hashable, **values: Any) -> list[Any]:
    """What a kept statement says of the plan in this hand, with the names around it: the resident
    reads those too after they left the network, which hides its memberships from them."""
    plan = hand.plan
    with reach(plan):
        return kept.ask(*shape, network_id=plan.network_id, plan=plan.pk, **values)


def note_look(hand: Hand, event: str, part: Part | None = None, **detail: Any) -> None:
    """A look, on record before anything is shown: on which relation and which consent (A2, P4)."""
    verdict = (hand.may(part) if part is not None else None) or _first(hand)
    log.look(
        hand.actor,
        event,
        hand.plan,
        client=hand.resident_uuid,
        purpose=verdict.purpose,
        consent=verdict.consent,
        checks=verdict.checks,
        **({"part": part.value} if part is not None else {}),
        **detail,
    )


def _first(hand: Hand) -> Verdict:
    """On what this opens at all: a part, or else the one thing that somebody said yes to."""
    for thing in ("", *sorted(hand.things)):
        for part in Part:
            if found := hand.may(part, thing=thing):
                return found
    return Verdict()


__all__ = [
    "Hand",
    "Way",
    "asked",
    "is_money",
    "known",
    "locked",
    "look_to_review",
    "may",
    "note_look",
    "officers_for",
    "outside",
    "own_places",
    "own_plan",
    "places_in",
    "plan_for",
    "reach",
    "readable",
    "require_officer",
    "signs_in",
]
