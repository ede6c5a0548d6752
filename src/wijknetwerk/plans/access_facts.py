"""What the database says of one person and one plan at this instant, for `access`.

The three querysets are the gates of relation and place; lists (`access_lists`) ask the same ones.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import (
    BigIntegerField,
    DateField,
    DateTimeField,
    F,
    Q,
    QuerySet,
    UUIDField,
)

from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.core.together import Together
from wijknetwerk.networks.rows import within
from wijknetwerk.plans.decision import Known, Place, Scope, Yes
from wijknetwerk.plans.models import (
    LASTS,
    CircleMember,
    EmergencyLook,
    PlaceState,
    Representative,
    ResidentPlan,
)
from wijknetwerk.privacy import selectors as privacy
from wijknetwerk.privacy.purposes import PartyKind

LEARNER = "learner"
NOBODY = UUID(int=0)
YES = ("uuid", "purpose", "party_kind", "party_uuid", "parts", "deeds", "ground")
"""What a `Yes` is made of, in its order."""


def known(actor: Actor, plan: ResidentPlan) -> Known:
    """What the database says at this instant; one query, none for the resident."""
    if not actor.is_person or actor.noting_for is not None or actor.person_uuid is None:
        return Known(NOBODY, plan.uuid)  # no gate opens
    runs = plan.network.stopped_on is None
    if plan.resident_id == actor.own_id:
        return Known(actor.person_uuid, plan.uuid, True, plan.is_open, runs)
    places, yeses, scopes, looks = _FACTS.ask(
        network_id=plan.network_id,
        **asking(actor),
        plan=plan.pk,
        plan_uuid=plan.uuid,
        resident=plan.resident_id,
        network_uuid=plan.network.uuid,
        begun_at=plan.begun_at,
    )
    return Known(
        person=actor.person_uuid,
        plan=plan.uuid,
        plan_open=plan.is_open,
        network_runs=runs,
        learns=actor.has_role(plan.network_id, LEARNER),
        places=tuple(Place(uuid, role, True, org, True, kind) for uuid, role, org, kind in places),
        yeses=tuple(Yes(*row) for row in yeses),
        scopes=tuple(Scope(uuid, kind, tuple(parts), True) for uuid, kind, parts in scopes),
        emergency=looks[0][0] if looks else None,
    )


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks and when, in a query: values for one that is made anew, slots for one that is kept
    and gets its values from `asking`."""

    person: Any
    uuid: Any
    today: Any
    now: Any
    since: Any
    """When a look in an emergency that still runs began at the earliest."""

    @classmethod
    def now_is(cls, actor: Actor) -> "Asker":
        """With values."""
        return cls(**asking(actor))

    @classmethod
    def slots(cls) -> "Asker":
        """With slots of these names."""
        moment = DateTimeField()
        return cls(
            person=Slot("person", BigIntegerField()),
            uuid=Slot("uuid", UUIDField()),
            today=Slot("today", DateField()),
            now=Slot("now", moment),
            since=Slot("since", moment),
        )

    def in_circle(self) -> QuerySet[CircleMember]:
        """Places of this person that hold now, whatever the party."""
        rows = CircleMember.objects.filter(self._present(), within(self.today))
        return rows.filter(state=PlaceState.IN)

    def representing(self) -> QuerySet[Representative]:
        """For whom this person may decide now: the proof was seen, nobody ended it."""
        rows = Representative.objects.filter(self._present(), within(self.today))
        return rows.filter(seen_at__isnull=False, ended_at=None)

    def looking(self) -> QuerySet[EmergencyLook]:
        """Looks in an emergency of this person that run now."""
        rows = EmergencyLook.objects.filter(self._present(), _works_there_still(self.today))
        return rows.filter(ended_at=None, opened_at__lte=self.now, opened_at__gt=self.since)

    def _present(self) -> Q:
        """By a membership of this person that runs today, with an open account."""
        return within(self.today, "membership__") & Q(
            membership__person=self.person, membership__person__is_active=True
        )


def asking(actor: Actor) -> dict[str, Any]:
    """Who asks and when."""
    now = clock.now()
    return {
        "person": actor.own_id,
        "uuid": actor.person_uuid,
        "today": clock.today(),
        "now": now,
        "since": now - LASTS,
    }


def representing(actor: Actor) -> QuerySet[Representative]:
    """For whom this person may decide now."""
    return Asker.now_is(actor).representing()


def looking(actor: Actor) -> QuerySet[EmergencyLook]:
    """Looks in an emergency of this person that run now."""
    return Asker.now_is(actor).looking()


def holding_places(plan: ResidentPlan) -> QuerySet[CircleMember]:
    """The places in a circle that pass the gates of relation and place now, of whomever."""
    return _holding(plan.pk, clock.today())


def _holding(plan: Any, today: Any) -> QuerySet[CircleMember]:
    rows = CircleMember.objects.filter(within(today), within(today, "membership__"))
    return rows.filter(
        same_party(today), plan=plan, state=PlaceState.IN, membership__person__is_active=True
    )


def holding(plan: ResidentPlan) -> list[Any]:
    """The same as rows with the uuids of `place`, `who` and `party`, and the `role`; one query,
    which is kept."""
    with scope.including(plan.network_id, plan.network.uuid):  # also for the resident who left
        return _HOLDING.ask(network_id=plan.network_id, plan=plan.pk, today=clock.today())


def given(plan: ResidentPlan) -> list[tuple[Yes, datetime]]:
    """The consents about a plan that count now, to whomever, and until when; one query, which is
    kept."""
    rows = _GIVEN.ask(
        network_id=None,
        now=clock.now(),
        resident=plan.resident_id,
        network_uuid=plan.network.uuid,
        begun_at=plan.begun_at,
    )
    return [(Yes(*row[:-1]), row[-1]) for row in rows]


def same_party(today: Any) -> Q:
    """In the circle for nobody, or still working for that party, which still takes part."""
    return Q(organisation=None) | _works_there_still(today)


def _works_there_still(today: Any) -> Q:
    still = Q(
        membership__partner__organisation=F("organisation"),
        membership__organisation=F("organisation"),
    )
    return still & within(today, "membership__partner__")


def _yeses(now: Slot) -> QuerySet[Any]:
    return privacy.of_a_plan(now).filter(
        person=Slot("resident", BigIntegerField()),
        network_uuid=Slot("network_uuid", UUIDField()),
        valid_from__gte=Slot("begun_at", DateTimeField()),
    )


def _facts() -> tuple[QuerySet[Any], ...]:
    asker, key, uuid = Asker.slots(), BigIntegerField(), UUIDField()
    plan, resident = Slot("plan", key), Slot("resident", key)
    to_them = Q(party_uuid=asker.uuid) | Q(party_uuid=Slot("plan_uuid", uuid))
    yeses = _yeses(asker.now).filter(to_them | Q(party_kind=PartyKind.ORGANISATION))
    places = asker.in_circle().filter(same_party(asker.today), plan=plan)
    scopes = asker.representing().filter(resident=resident, network=Slot("network", key))
    return (
        places.order_by("pk").values_list(
            "uuid", "role", "organisation__uuid", "organisation__kind"
        ),
        yeses.order_by("pk").values_list(*YES),
        scopes.order_by("pk").values_list("uuid", "kind", "parts"),
        asker.looking().filter(plan=plan).order_by("pk").values_list("uuid"),
    )


_FACTS = Together(_facts)
_HOLDING = Statement(
    lambda: (
        _holding(Slot("plan", BigIntegerField()), Slot("today", DateField()))
        .order_by("pk")
        .annotate(place=F("uuid"), who=F("membership__person__uuid"), party=F("organisation__uuid"))
        .values_list("place", "who", "party", "role")
    )
)
_GIVEN = Statement(
    lambda: _yeses(Slot("now", DateTimeField())).order_by("pk").values_list(*YES, "valid_until")
)
