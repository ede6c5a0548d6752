"""How a carer is holding up, in their own words, and to whom they show it."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.plans import access_carer
from wijknetwerk.plans.models import CarerReader, CarerWord, CircleMember, HoldsUp
from wijknetwerk.plans.selectors import carer as selectors
from wijknetwerk.plans.services import tell

LONGEST = 2000


@transaction.atomic
def say(*, actor: Actor, place: UUID, holds_up: str, words: str = "") -> CarerWord:
    """A carer says how it goes, for themselves. NotFound for anybody else's place."""
    mine = access_carer.own_place(actor, place, lock=True)
    if holds_up not in HoldsUp.values or len(words) > LONGEST:
        raise InvalidInput
    made = CarerWord(
        network_id=mine.network_id, place=mine, carer_id=actor.own_id, on=clock.today()
    )
    made.holds_up, made.words = holds_up, words.strip()
    made.save()
    _record(actor, "plans.carer_said", mine, Action.CREATE)
    tell.ask(mine.plan.uuid, tell.CARER, mine.uuid, actor)
    return made


@transaction.atomic
def choose_readers(*, actor: Actor, place: UUID, readers: Collection[str]) -> None:
    """Whom the carer shows it from now on: all of it, and nobody else any more. NotFound for who
    can't be chosen."""
    mine = access_carer.own_place(actor, place, lock=True)
    able = {str(one): person for one, person, _name in selectors.may_choose(actor, mine)}
    if not set(readers) <= set(able):
        raise NotFound
    chosen = {able[one] for one in readers}
    rows = CarerReader.objects.filter(place=mine)
    rows.exclude(person__in=chosen).delete()
    there = set(rows.values_list("person_id", flat=True))
    for person in sorted(chosen - there):
        CarerReader(
            network_id=mine.network_id, place=mine, carer_id=actor.own_id, person_id=person
        ).save()
    _record(actor, "plans.carer_chose", mine)


def _record(actor: Actor, event: str, place: CircleMember, action: Action = Action.UPDATE) -> None:
    log.record(actor, event, place, client=actor.person_uuid, action=action)
