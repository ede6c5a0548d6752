"""What a carer said about themselves, for the carer and for whom they chose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.plans import access, access_carer
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import (
    CarerReader,
    CarerWord,
    CircleMember,
    HoldsUp,
)
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors.people import inside, name_of

SHOWN = 20


@dataclass(frozen=True, slots=True)
class CarerShown:
    """What was said on one day."""

    on: date
    holds_up: str | Promise
    words: str


def said(place: CircleMember) -> Sequence[CarerShown]:
    """Newest first. Whoever calls this has the gate behind them (`access_carer`)."""
    rows = CarerWord.objects.filter(place=place).order_by("-on", "-pk")[:SHOWN]
    return [
        CarerShown(row.on, HoldsUp(row.holds_up.read()).label, row.words.read()) for row in rows
    ]


def may_choose(actor: Actor, place: CircleMember) -> list[tuple[UUID, int, str | Promise]]:
    """Whom a carer can show it: the resident; who is in the circle and takes part, if the carer may
    see the circle; and whom they chose already."""
    plan = place.plan
    resident = _("%(who)s, for whom you care") % {"who": plan.resident.name}
    rows = inside(plan).filter(membership__isnull=False)
    if not access.may(actor, plan, Part.CIRCLE):
        rows = rows.filter(membership__person__in=_picked(place))
    rows = rows.exclude(pk=place.pk)
    found: list[tuple[UUID, int, str | Promise]] = [(plan.uuid, plan.resident_id, resident)]
    for row in rows:
        if row.membership is not None:
            found.append((row.uuid, row.membership.person_id, name_of(row)))
    return found


def shows_names(actor: Actor, place: CircleMember) -> bool:
    """Whether a carer sees names here out of somebody else's plan."""
    others = place.plan.resident_id != actor.own_id
    return others and bool(access.may(actor, place.plan, Part.CIRCLE))


def note_names(actor: Actor, place: CircleMember) -> None:
    """Names of the circle are shown to a carer who may see it: a look at that plan, on record
    before it is shown."""
    verdict = access.may(actor, place.plan, Part.CIRCLE)
    if verdict:
        log.look(
            actor,
            "plans.circle_names",
            place.plan,
            client=place.plan.resident.uuid,
            purpose=verdict.purpose,
            consent=verdict.consent,
            checks=verdict.checks,
            part=Part.CIRCLE.value,
        )


def chosen(actor: Actor, place: CircleMember) -> list[tuple[UUID, str | Promise]]:
    """Whom of these the carer chose."""
    picked = _picked(place)
    able = may_choose(actor, place)
    return [(uuid, name) for uuid, person, name in able if person in picked]


def _picked(place: CircleMember) -> set[int]:
    return set(CarerReader.objects.filter(place=place).values_list("person_id", flat=True))


def carers(hand: Hand) -> list[tuple[UUID, str]]:
    """Carers of this circle who show it to this reader."""
    rows = access_carer.shown_to(hand).order_by("pk")
    return [(row.uuid, row.membership.person.name) for row in rows if row.membership]


def note_look(actor: Actor, place: CircleMember) -> None:
    """On record before it is shown, as a look at the carer."""
    carer = place.membership.person.uuid if place.membership else None
    log.look(actor, "plans.carer_read", place, client=carer)
