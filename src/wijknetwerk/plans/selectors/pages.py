"""What the pages of a plan show, as plain values, as far as the hand may read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, UUIDField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.models import LogEntry
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.plans import access_facts, decision
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.access_noting import notes_for
from wijknetwerk.plans.decision import Known, Place, Yes
from wijknetwerk.plans.models import CircleMember
from wijknetwerk.plans.parts import ALL, Part
from wijknetwerk.plans.selectors import words
from wijknetwerk.plans.selectors.blocks import Block, LineShown, blocks
from wijknetwerk.privacy import words as privacy_words
from wijknetwerk.privacy.purposes import Deed

LOOKS = 20


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """Somebody of the circle."""

    uuid: UUID
    name: str
    role: str | Promise
    party: str
    relation: str
    phone: str
    is_contact: bool
    is_asked: bool
    takes_part: bool


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The plan as one page."""

    blocks: Sequence[Block]
    due: Sequence[LineShown]
    """Goals whose day to look back has come, of who may write them."""
    circle: Sequence[PlaceShown]
    contact: PlaceShown | None
    sees_circle: bool
    decides: bool
    notes: bool
    """This reader writes down what a resident says who can't sign in."""
    news_since: datetime | None
    """Since when something waits in it for this reader; what, only its own page says."""


def plan_page(hand: Hand) -> PlanPage:
    """Everything that stands on the first page; two or three queries."""
    rows = words.circle(hand)
    circle = [_place(row) for row in rows]
    words_of = blocks(hand)
    mine = {place.uuid for place in hand.known.places}
    return PlanPage(
        blocks=words_of,
        due=[line for block in words_of if block.may_add for line in block.lines if line.is_due],
        circle=circle,
        contact=next((one for one in circle if one.is_contact), None),
        sees_circle=bool(hand.may(Part.CIRCLE)),
        decides=hand.decides([Part.CIRCLE]) and hand.plan.is_open,
        notes=any(one.is_contact and one.uuid in mine for one in circle) and notes_for(hand),
        news_since=_news_since(hand, rows),
    )


def _place(row: CircleMember) -> PlaceShown:
    member = row.membership
    if member is None:
        name, phone = row.name.read(), row.phone.read()
    else:
        own = member.person.phone if member.phone_shown else ""
        name, phone = (
            member.person.name,
            own or (row.organisation.phone if row.organisation else ""),
        )
    return PlaceShown(
        uuid=row.uuid,
        name=name,
        role=row.get_role_display(),
        party=str(row.organisation or ""),
        relation=row.relation.read(),
        phone=phone,
        is_contact=row.is_contact,
        is_asked=row.state == "asked",
        takes_part=member is not None,
    )


def _news_since(hand: Hand, circle: Sequence[CircleMember]) -> datetime | None:
    mine = {place.uuid for place in hand.known.places}
    if not circle and mine:
        rows = CircleMember.objects.filter(uuid__in=mine, news_at__isnull=False)
        return rows.values_list("news_at", flat=True).first()
    news = (row.news_at for row in circle if row.uuid in mine and row.news_at)
    return next(news, None)


@dataclass(frozen=True, slots=True)
class Seeing:
    """Somebody of the circle, and what of the plan they may see now. `what` is empty: nothing."""

    place: PlaceShown
    person: UUID
    what: str | Promise
    until: datetime | None


@dataclass(frozen=True, slots=True)
class LookShown:
    """Somebody looked or changed something."""

    at: datetime
    who: str | Promise
    what: str | Promise


def seeing(hand: Hand) -> Sequence[Seeing]:
    """Who may see what now, person by person, by the same decision as the gate; three queries."""
    yeses = access_facts.given(hand.plan)
    holding = {row.place for row in access_facts.holding(hand.plan)}
    found = []
    for row in words.circle(hand):
        if row.membership is None or row.state != "in":
            continue
        theirs = [(yes, until) for yes, until in yeses if shows(hand, row, holding, (yes,))]
        until = max((until for _yes, until in theirs), default=None)
        shown = shows(hand, row, holding, tuple(yes for yes, _until in theirs))
        found.append(Seeing(_place(row), row.membership.person.uuid, _what(shown), until))
    return found


def shows(hand: Hand, row: CircleMember, holding: set[UUID], yeses: tuple[Yes, ...]) -> set[str]:
    """What these consents show to somebody of the circle now: parts, and single things."""
    if row.membership is None or row.uuid not in holding:
        return set()
    party = row.organisation
    place = Place(
        row.uuid, row.role, True, party.uuid if party else None, True, party.kind if party else ""
    )
    known = Known(
        person=row.membership.person.uuid,
        plan=hand.plan.uuid,
        plan_open=hand.plan.is_open,
        network_runs=hand.known.network_runs,
        places=(place,),
        yeses=yeses,
    )
    parts = {part.value for part in Part if decision.may(known, part, Deed.READ)}
    return parts | decision.things(known)


def _what(parts: set[str]) -> str | Promise:
    if not parts:
        return ""
    if set(ALL) <= parts:
        return _("everything")
    if set(ALL) - {Part.MONEY} <= parts:
        return _("everything, but nothing about money")
    if any(":" in part for part in parts):
        return _("one thing")
    return ", ".join(str(part.label) for part in ALL if part in parts)


def looks(actor: Actor, most: int = LOOKS) -> Sequence[LookShown]:
    """Who else looked in my plan or changed something, latest first, in plain words (P4)."""
    found = _LOOKS.ask(most, network_id=None, me=actor.person_uuid)
    names = log.names_of({row.user_uuid for row in found if row.user_uuid})
    return [LookShown(row.occurred_at, _who(row, names, actor), _said(row)) for row in found]


def _looks(most: int) -> QuerySet[Any]:
    me = Slot("me", UUIDField())
    rows: QuerySet[Any] = QuerySet(LogEntry).filter(client_uuid=me, event__startswith="plans.")
    return rows.exclude(user_uuid=me).order_by("-occurred_at")[:most]


_LOOKS = Statement(_looks)


def _who(row: LogEntry, names: dict[UUID, str], actor: Actor) -> str | Promise:
    if row.user_uuid is None:
        return privacy_words.THE_PLATFORM
    if row.user_uuid == actor.person_uuid:
        return privacy_words.YOU
    return names.get(row.user_uuid, privacy_words.SOMEONE_WHO_LEFT)


def _said(row: LogEntry) -> str | Promise:
    return privacy_words.of_line(row)
