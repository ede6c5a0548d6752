"""Who of the circle can be chosen for something: to leave out, or as a reader."""

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from django.db.models import QuerySet

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import NotFound
from wijknetwerk.networks.rows import within
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import CircleMember, PlaceState, Representative, ResidentPlan
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors import words

Choices = list[tuple[UUID, str]]


def inside(plan: ResidentPlan) -> "QuerySet[CircleMember]":
    """Who is in the circle now, with who they are. Whoever calls this has the gate behind them."""
    rows = CircleMember.objects.filter(plan=plan, state=PlaceState.IN)
    return rows.select_related("membership__person", "organisation").order_by("pk")


def here(hand: Hand) -> Sequence[CircleMember]:
    """The same for a hand, in the order of their coming; nobody for who may not see the circle."""
    found = (one for one in words.circle(hand) if one.state == PlaceState.IN)
    return sorted(found, key=lambda one: one.pk)


def named(places: Iterable[CircleMember]) -> Choices:
    """These as choices in a form. The one way in which a form names people of a circle."""
    return [(one.uuid, name_of(one)) for one in places]


def others(hand: Hand) -> Sequence[CircleMember]:
    """Who is in the circle and takes part, but oneself; nobody for who may not see the circle."""
    but = (hand.actor.own_id, hand.plan.resident_id)
    return [one for one in here(hand) if one.membership and one.membership.person_id not in but]


def choices(hand: Hand) -> Choices:
    """These as choices in a form."""
    return named(others(hand))


def readers_of(hand: Hand, part: Part) -> Choices:
    """Who of these may read this part now."""
    return named(one for one in others(hand) if _reads(one, hand.plan, part))


def of_places(hand: Hand, places: Collection[UUID]) -> set[int]:
    """The people of these places. NotFound for one that can't be chosen."""
    if not places:
        return set()
    found = {one.uuid: one for one in others(hand)}
    if not set(places) <= set(found):
        raise NotFound
    chosen = [found[uuid].membership for uuid in places]
    return {one.person_id for one in chosen if one is not None}


def name_of(place: CircleMember) -> str:
    """Who it is, with the party that they are there for."""
    name: str = place.membership.person.name if place.membership else place.name.read()
    return f"{name}, {place.organisation}" if place.organisation else name


def who_decide(plan: ResidentPlan, part: Part) -> set[int]:
    """Who decides for the resident about this part today."""
    rows = Representative.objects.filter(within(clock.today()), resident=plan.resident_id)
    rows = rows.filter(network=plan.network_id, seen_at__isnull=False, ended_at=None)
    return {
        person
        for person, kind, parts in rows.values_list("membership__person", "kind", "parts")
        if part in parts and (kind != "bewindvoerder" or part == Part.MONEY)
    }


def _reads(place: CircleMember, plan: ResidentPlan, part: Part) -> bool:
    if place.membership is None:
        return False
    reader = actor_of(place.membership.person)
    with scope.acting(reader):
        return bool(access.may(reader, plan, part))
