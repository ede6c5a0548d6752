"""I want, I can, I need, goals and the conversation card, in the resident's own words.

Whoever may write a part writes in it. Of two who change the same line, the second sees both texts
(P8); what stood there before is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound, Stale
from wijknetwerk.core.models.log import Action
from wijknetwerk.mutual_aid import access as help_access
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import (
    Choice,
    EarlierWords,
    Line,
    Need,
    PlanGoal,
    Strength,
    Want,
    WellbeingSnapshot,
    Whose,
)
from wijknetwerk.plans.parts import Part, one, part_of
from wijknetwerk.plans.services import look_backs, news
from wijknetwerk.plans.services.plans import require_open
from wijknetwerk.privacy.purposes import Deed

LONGEST = 2000
KINDS: dict[str, type[Line]] = {model.THING: model for model in (Want, Strength, Need, PlanGoal)}


@dataclass(frozen=True, slots=True)
class Said:
    """A line: own words, whether it is about money, and what belongs to one kind of line."""

    text: str
    money: bool = False
    whose: str = Whose.SELF
    look_back_on: date | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """What a resident thought of six sides of life on one day. A side may stay open."""

    marks: Mapping[str, int]
    why: str = ""
    first: str = ""
    on: date = field(default_factory=clock.today)


@transaction.atomic
def write(*, hand: Hand, thing: str, said: Said) -> Line:
    """A new line. NotAllowed, NotFound, PlanClosed, InvalidInput."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        model = _model(thing)
        hand.require(part_of(model.PART, money=said.money), Deed.WRITE)
        require_open(hand)
        line = model.of(hand.plan, written_by_id=hand.actor.own_id, **_of_kind(thing, said))
        line.text, line.money = checked(said.text), said.money
        line.save()
        record(hand, "plans.written", line, action=Action.CREATE)
        look_backs.refresh(line)
        news.soon(hand, line.part)
        return line


@transaction.atomic
def change(*, hand: Hand, thing: str, uuid: UUID, said: Said, read_version: int) -> Line:
    """Other words for a line. Stale when somebody changed it after it was read."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        line = line_for(hand, thing, uuid)
        require_writing(hand, line)
        money = access.is_money(hand, line, said.money)
        if not hand.may(part_of(line.PART, money=money), Deed.WRITE, one(thing, uuid)):
            raise NotAllowed
        require_open(hand)
        if line.version != read_version:
            raise Stale
        _keep_earlier(line, thing)
        line.text, line.money = checked(said.text), money
        for name, value in _of_kind(thing, said).items():
            setattr(line, name, value)
        line.version += 1
        line.written_by_id = hand.actor.own_id
        line.save()
        record(hand, "plans.changed", line)
        look_backs.refresh(line)
        news.soon(hand, line.part)
        return line


@transaction.atomic
def let_go(*, hand: Hand, thing: str, uuid: UUID) -> None:
    """It is no longer so; it leaves the page and stays in what is taken along."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        line = line_for(hand, thing, uuid)
        require_writing(hand, line)
        require_open(hand)
        line.gone_at = clock.now()
        line.save(update_fields=["gone_at"])
        record(hand, "plans.let_go", line)
        look_backs.refresh(line)


@transaction.atomic
def bring_back(*, hand: Hand, thing: str, uuid: UUID) -> Line:
    """It is so after all: it stands on the page again."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        line = line_for(hand, thing, uuid, gone=True)
        require_writing(hand, line)
        require_open(hand)
        line.gone_at = None
        line.save(update_fields=["gone_at"])
        record(hand, "plans.brought_back", line)
        look_backs.refresh(line)
        return line


@transaction.atomic
def choose(*, hand: Hand, need: UUID, choice: str, help_request: UUID | None = None) -> Need:
    """What was chosen for a need. A request for help is one that the actor may see; it hears
    nothing of a plan."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        line = line_for(hand, Need.THING, need)
        if not isinstance(line, Need) or (choice and choice not in Choice.values):
            raise InvalidInput
        require_writing(hand, line)
        require_open(hand)
        if help_request is not None and choice != Choice.HELP:
            raise InvalidInput
        line.choice, line.chosen_on = choice, clock.today() if choice else None
        line.agreement = line.referral = None
        line.help_request = (
            help_access.request_for(hand.actor, hand.plan.network, help_request)
            if help_request
            else None
        )
        asked = line.help_request
        if asked is not None and asked.asker.person_id != hand.plan.resident_id:
            raise NotFound  # of another neighbour, whom the desk may see
        line.save()
        record(hand, "plans.need_chosen", line)
        return line


@transaction.atomic
def keep_card(*, hand: Hand, card: Card) -> WellbeingSnapshot:
    """A conversation card. InvalidInput for a mark outside 0 to 10, or none at all."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        hand.require(Part.CARD, Deed.WRITE)
        require_open(hand)
        made = WellbeingSnapshot.of(hand.plan, on=card.on, written_by_id=hand.actor.own_id)
        try:
            made.put_marks(card.marks)
        except ValueError as error:
            raise InvalidInput(_("Choose a number from 0 to 10.")) from error
        made.why, made.first = card.why.strip(), card.first.strip()
        made.save()
        record(hand, "plans.card_kept", made, action=Action.CREATE)
        news.soon(hand, Part.CARD)
        return made


def _model(thing: str) -> type[Line]:
    model = KINDS.get(thing)
    if model is None:
        raise NotFound
    return model


def line_for(hand: Hand, thing: str, uuid: UUID, *, gone: bool = False) -> Line:
    """A line that this hand may read; `gone`: one that was let go. NotFound."""
    rows: Any = _model(thing).objects
    found: Line | None = rows.filter(plan=hand.plan, uuid=uuid, gone_at__isnull=not gone).first()
    if found is None or not hand.may(found.part, Deed.READ, one(thing, uuid)):
        raise NotFound
    found.network, found.plan = hand.plan.network, hand.plan
    return found


def require_adding(hand: Hand, thing: str) -> None:
    """Whether this hand may add a line of this kind. NotFound, NotAllowed."""
    if not hand.may(Part.MONEY, Deed.WRITE):
        hand.require(_model(thing).PART, Deed.WRITE)


def require_writing(hand: Hand, line: Line) -> None:
    """Whether this hand may write this line. NotAllowed."""
    hand.require(line.part, Deed.WRITE, one(line.THING, line.uuid))


def _of_kind(thing: str, said: Said) -> dict[str, Any]:
    if thing == Strength.THING:
        if said.whose not in Whose.values:
            raise InvalidInput
        return {"whose": said.whose}
    return {"look_back_on": said.look_back_on} if thing == PlanGoal.THING else {}


def checked(text: str) -> str:
    """Own words, not too many. InvalidInput."""
    words = text.strip()
    if not words or len(words) > LONGEST:
        raise InvalidInput(_("Write it in your own words, in a few sentences."))
    return words


def _keep_earlier(line: Line, thing: str) -> None:
    earlier = EarlierWords.of(
        line.plan,
        thing=thing,
        subject=line.uuid,
        money=line.money,
        version=line.version,
        written_by_id=line.written_by_id,
        replaced_at=clock.now(),
    )
    earlier.text = line.text.read()
    earlier.save()


def record(hand: Hand, event: str, row: Any, *, action: Action = Action.UPDATE) -> None:
    """What was done with a line or a card, on record."""
    part = row.part if isinstance(row, Line) else Part.CARD
    verdict = hand.may(part, Deed.WRITE, one(row.THING, row.uuid) if isinstance(row, Line) else "")
    log.record(
        hand.actor,
        event,
        row,
        client=hand.resident_uuid,
        action=action,
        consent=verdict.consent,
        purpose=verdict.purpose,
        checks=verdict.checks,
        part=part.value,
    )
