"""Who opens a plan, and what of it. The only place where it is decided; asked at the moment of
access, never kept (rules P1, P2, P5). Fetching is checking.

No role of a network opens a plan; neither does a mandate of the desk, nor the platform itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from wijknetwerk.core import log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.plans import decision
from wijknetwerk.plans.access_facts import known
from wijknetwerk.plans.access_lists import readable
from wijknetwerk.plans.decision import Known, Verdict, Way
from wijknetwerk.plans.models import PlanState, ResidentPlan
from wijknetwerk.plans.parts import Part
from wijknetwerk.privacy.purposes import Deed


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
    rows = ResidentPlan.objects.select_related("resident", "network")
    found = rows.filter(uuid=uuid).first()
    if found is None:
        raise NotFound
    return _hand(actor, found)


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


def note_look(hand: Hand, event: str, part: Part | None = None, **detail: Any) -> None:
    """A look, on record before anything is shown: on which relation and which consent (A2, P4)."""
    verdict = hand.may(part) if part is not None else _first(hand)
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
    return next((found for part in Part if (found := hand.may(part))), Verdict())


__all__ = [
    "Hand",
    "Way",
    "known",
    "locked",
    "may",
    "note_look",
    "own_plan",
    "plan_for",
    "reach",
    "readable",
]
