"""What the database says of one person and one plan at this instant, for `access`.

The three querysets are the gates of relation and place; lists (`access_lists`) ask the same ones.
"""

from dataclasses import replace
from uuid import UUID

from django.db.models import F, Q, QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.rows import within
from wijknetwerk.plans.decision import Known, Place, Scope, Yes, may
from wijknetwerk.plans.models import (
    LASTS,
    CircleMember,
    EmergencyLook,
    PlaceState,
    Representative,
    ResidentPlan,
)
from wijknetwerk.plans.parts import EMERGENCY
from wijknetwerk.privacy import selectors as privacy
from wijknetwerk.privacy.purposes import Deed

LEARNER = "learner"
NOBODY = UUID(int=0)
YES = ("uuid", "purpose", "party_kind", "party_uuid", "parts", "deeds", "ground")
"""What a `Yes` is made of, in its order."""


def known(actor: Actor, plan: ResidentPlan) -> Known:
    """What the database says at this instant; four small queries, none for the resident."""
    if not actor.is_person or actor.noting_for is not None or actor.person_uuid is None:
        return Known(NOBODY, plan.uuid)  # no gate opens
    runs = plan.network.stopped_on is None
    if plan.resident_id == actor.own_id:
        return Known(actor.person_uuid, plan.uuid, True, plan.is_open, runs)
    places = _places(actor, plan)
    found = Known(
        person=actor.person_uuid,
        plan=plan.uuid,
        plan_open=plan.is_open,
        network_runs=runs,
        learns=actor.has_role(plan.network_id, LEARNER),
        places=places,
        yeses=_yeses(actor, plan, places) if places else (),
        scopes=_scopes(actor, plan),
    )
    if all(may(found, part, Deed.READ) for part in EMERGENCY):
        return found  # a look in an emergency would open nothing beside it
    return replace(found, emergency=_emergency(actor, plan))


_WORKS_THERE_STILL = Q(
    membership__partner__organisation=F("organisation"), membership__organisation=F("organisation")
)


def _present(actor: Actor) -> Q:
    """By a membership of this person that runs today, with an open account."""
    return within(clock.today(), "membership__") & Q(
        membership__person=actor.own_id, membership__person__is_active=True
    )


def in_circle(actor: Actor) -> QuerySet[CircleMember]:
    """Places of this person that hold now, whatever the party."""
    rows = CircleMember.objects.filter(_present(actor), within(clock.today()))
    return rows.filter(state=PlaceState.IN)


def holding_places(plan: ResidentPlan) -> QuerySet[CircleMember]:
    """The places in a circle that pass the gates of relation and place now, of whomever."""
    rows = CircleMember.objects.filter(within(clock.today()), within(clock.today(), "membership__"))
    return rows.filter(
        same_party(), plan=plan, state=PlaceState.IN, membership__person__is_active=True
    )


def same_party() -> Q:
    """In the circle for nobody, or still working for that party, which still takes part."""
    still = _WORKS_THERE_STILL & within(clock.today(), "membership__partner__")
    return Q(organisation=None) | still


def _places(actor: Actor, plan: ResidentPlan) -> tuple[Place, ...]:
    rows = in_circle(actor).filter(same_party(), plan=plan)
    values = rows.values_list("uuid", "role", "organisation__uuid", "organisation__kind")
    return tuple(Place(uuid, role, True, party, True, kind) for uuid, role, party, kind in values)


def _yeses(actor: Actor, plan: ResidentPlan, places: tuple[Place, ...]) -> tuple[Yes, ...]:
    parties = {actor.person_uuid, plan.uuid, *(place.organisation for place in places)} - {None}
    rows = privacy.of_a_plan().filter(
        person=plan.resident_id,
        network_uuid=plan.network.uuid,
        valid_from__gte=plan.begun_at,
        party_uuid__in=parties,
    )
    return tuple(Yes(*row) for row in rows.order_by("pk").values_list(*YES))


def representing(actor: Actor) -> QuerySet[Representative]:
    """For whom this person may decide now: the proof was seen, nobody ended it."""
    rows = Representative.objects.filter(_present(actor), within(clock.today()))
    return rows.filter(seen_at__isnull=False, ended_at=None)


def _scopes(actor: Actor, plan: ResidentPlan) -> tuple[Scope, ...]:
    rows = representing(actor).filter(resident=plan.resident_id, network=plan.network_id)
    values = rows.order_by("pk").values_list("uuid", "kind", "parts")
    return tuple(Scope(uuid, kind, tuple(parts), True) for uuid, kind, parts in values)


def looking(actor: Actor) -> QuerySet[EmergencyLook]:
    """Looks in an emergency of this person that run now."""
    still = _WORKS_THERE_STILL & within(clock.today(), "membership__partner__")
    now = clock.now()
    rows = EmergencyLook.objects.filter(_present(actor), still, ended_at=None)
    return rows.filter(opened_at__lte=now, opened_at__gt=now - LASTS)


def _emergency(actor: Actor, plan: ResidentPlan) -> UUID | None:
    return looking(actor).filter(plan=plan).values_list("uuid", flat=True).first()
