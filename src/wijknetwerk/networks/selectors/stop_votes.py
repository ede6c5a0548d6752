"""Whose yes to a stop counts (decision 15): who was there before it was started, so that nobody
can make the second leader or the members that are missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Case, Q, QuerySet, When

from wijknetwerk.accounts.names import name_fields, name_in
from wijknetwerk.core import clock
from wijknetwerk.networks.access import ROLES_FOR, Act
from wijknetwerk.networks.models import (
    Membership,
    MembershipRole,
    Said,
    Stop,
    StopVoice,
    within,
)

LEADING = tuple(sorted(ROLES_FOR[Act.END_NETWORK] or ()))


def second_roles(network_id: int, starter: int) -> list[str]:
    """Roles that make a second leader now: held since before today by another, and not given by
    who starts the stop."""
    today = clock.today()
    rows = MembershipRole.objects.filter(
        within(today),
        within(today, "membership__"),
        network=network_id,
        role__in=LEADING,
        from_on__lt=today,
        membership__from_on__lt=today,
    ).exclude(person_id=starter)
    found = rows.order_by("pk").values_list("uuid", "given_by_id")
    return [str(uuid) for uuid, given_by in found if given_by != starter]


@dataclass(frozen=True, slots=True)
class Voice:
    """What one member answered, and as whom it counts now."""

    person_id: int
    name: str
    said: str
    counts: bool
    is_second: bool


def second_leaders(stop: Stop) -> set[int]:
    """People who were second leader when it was started and lead by that same role still."""
    return set(_second_leaders(stop)) if stop.second_roles else set()


def voters(stop: Stop) -> set[int]:
    """Members of before the day on which it was started, who take part still; not the starter."""
    return set(_voters(stop))


def voices(stop: Stop) -> list[Voice]:
    """All answers, the oldest first. One query."""
    rows = StopVoice.objects.filter(stop=stop).annotate(
        counts=_is(Q(person_id__in=_voters(stop))),
        is_second=_is(Q(person_id__in=_second_leaders(stop))),
    )
    fields = ("person_id", "said", "counts", "is_second", *name_fields("person"))
    named = rows.order_by("said_at", "pk").values_list(*fields, named=True)
    return [
        Voice(row.person_id, name_in(row, "person"), row.said, row.counts, row.is_second)
        for row in named
    ]


def is_agreed(stop: Stop, said: Iterable[Voice] | None = None) -> bool:
    """As things stand now: a second leader said yes and leads still. Where nobody else led when
    it was started: two members of then (all others where there were fewer), and not more of
    them would rather go on. `said`: the voices, for who read them already."""
    answers = list(voices(stop) if said is None else said)
    if stop.second_roles:
        return any(one.is_second and one.said == Said.AGREES for one in answers)
    counted = [one.said for one in answers if one.counts]
    yes, no = counted.count(Said.AGREES), counted.count(Said.DISAGREES)
    return yes >= min(2, stop.others_at_start) and yes >= no


def _second_leaders(stop: Stop) -> "QuerySet[Any, int]":
    today = clock.today()
    rows = MembershipRole.objects.filter(
        within(today),
        within(today, "membership__"),
        network=stop.network_id,
        uuid__in=stop.second_roles,
    )
    return rows.values_list("person_id", flat=True)


def _voters(stop: Stop) -> "QuerySet[Any, int]":
    begun = stop.started_at.astimezone(clock.AMSTERDAM).date()
    rows = Membership.objects.filter(
        within(clock.today()), network=stop.network_id, from_on__lt=begun
    )
    return rows.exclude(person_id=stop.started_by_id).values_list("person_id", flat=True)


def _is(condition: Q) -> Case:
    return Case(When(condition, then=True), default=False, output_field=BooleanField())
