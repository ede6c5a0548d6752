"""Who may see what, yes by yes, in plain words: to whom, what for, which parts, until when, how it
was given and who noted it (standards A2). For who has that page (`access_sharing`)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, DateTimeField, UUIDField
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from wijknetwerk.core import clock
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.plans import access_facts, decision
from wijknetwerk.plans.access import Hand, asked
from wijknetwerk.plans.models import CircleMember, PlaceState
from wijknetwerk.plans.parts import ALL, Part
from wijknetwerk.plans.selectors import asking_again, pages, representing, things
from wijknetwerk.plans.selectors.things import ThingShown
from wijknetwerk.privacy import selectors as privacy
from wijknetwerk.privacy.purposes import PLAN_WATCH, PURPOSES, Deed, Given, Ground, PartyKind

SHOWN_LAPSED = 12


@dataclass(frozen=True, slots=True)
class YesShown:
    """One permission of the ledger."""

    uuid: UUID
    kind: PartyKind
    party: UUID
    to: str
    purpose: str | Promise
    what: str
    deeds: str
    ground: str
    since: datetime
    until: datetime
    how: str
    text: str
    named: tuple[str, ...]
    is_soon: bool
    can_go_on: bool
    """Whether somebody is in the circle for it now."""


@dataclass(frozen=True, slots=True)
class PartyShown:
    """To whom something can be shown: a person, the team that comes to one's home, or the people of
    an organisation, as far as they are in the circle."""

    kind: PartyKind
    party: UUID
    place: UUID | None
    name: str
    about: str
    needs_task: bool


@dataclass(frozen=True, slots=True)
class Ledger:
    """What stands in the ledger about this plan, as its page shows it."""

    yeses: Sequence[YesShown]
    lapsed: Sequence[YesShown]
    groups: Sequence[PartyShown]
    asked: Sequence[tuple[UUID, str, str]]
    """Who asked to be in the circle: the place, the name, as what."""

    def of(self, party: UUID) -> Sequence[YesShown]:
        """What this party has now."""
        return [one for one in self.yeses if one.party == party]

    @property
    def soon(self) -> Sequence[YesShown]:
        """What ends within weeks."""
        return [one for one in self.yeses if one.is_soon]


def ledger(hand: Hand) -> Ledger:
    """All of it; three queries, and one for each sort of single thing that is shared."""
    circle = _circle(hand)
    rows = _rows(hand)
    now = clock.now()
    titles = things.titles(hand, {name for row in rows for name in row.parts})
    names = _names(circle)
    holding = _holding(hand)
    shown = [(row, _yes(hand, row, names, titles, holding)) for row in rows]
    running = [yes for row, yes in shown if row.valid_until > now]
    again = {(yes.party, yes.purpose) for yes in running}
    lapsed = [
        yes
        for row, yes in shown
        if row.valid_until <= now and (yes.party, yes.purpose) not in again
    ]
    return Ledger(
        yeses=running,
        lapsed=lapsed[:SHOWN_LAPSED],
        groups=_groups(hand, circle),
        asked=[
            (row.uuid, _name(row), str(row.get_role_display()))
            for row in circle
            if row.state == PlaceState.ASKED
        ],
    )


def party(hand: Hand, kind: PartyKind, place: UUID | None) -> PartyShown:
    """One of them, by somebody of the circle. NotFound."""
    if kind == PartyKind.TEAM:
        return _team(hand, _circle(hand))
    rows = [row for row in _circle(hand) if row.state == PlaceState.IN and row.uuid == place]
    if not rows or (kind == PartyKind.ORGANISATION and rows[0].organisation is None):
        raise NotFound
    return _person(rows[0]) if kind == PartyKind.PERSON else _organisation(rows[0])


def who_sees(hand: Hand, thing: ThingShown) -> Sequence[tuple[PartyShown, bool]]:
    """Everybody of the circle, one by one, and whether they see this thing now, by the same
    decision as the gate."""
    yeses = tuple(yes for yes, _until in access_facts.given(hand.plan))
    holding = {row.place for row in access_facts.holding(hand.plan)}
    readers = things.readers(thing)
    found = []
    for row in _circle(hand):
        if row.state == PlaceState.IN and row.membership is not None:
            shown = pages.shows(hand, row, holding, yeses)
            by_part = thing.part in shown
            if readers is not None:
                by_part = by_part and row.membership.person_id in readers
            found.append((_person(row), by_part or thing.name in shown))
    return found


def _circle(hand: Hand) -> list[CircleMember]:
    """Who takes part and was ever in this circle; whoever has this page reads these names."""
    return asked(hand, _CIRCLE)


def _rows(hand: Hand) -> list[Any]:
    """What was not withdrawn, newest first."""
    plan = hand.plan
    return _NOT_WITHDRAWN.ask(
        network_id=None,
        resident=plan.resident_id,
        network_uuid=plan.network.uuid,
        begun_at=plan.begun_at,
    )


_CIRCLE = Statement(
    lambda: (
        CircleMember.objects.filter(plan=Slot("plan", BigIntegerField()), membership__isnull=False)
        .select_related("membership__person", "organisation")
        .order_by("pk")
    )
)
_NOT_WITHDRAWN = Statement(
    lambda: (
        privacy.ledger_of_a_plan()
        .filter(
            person=Slot("resident", BigIntegerField()),
            network_uuid=Slot("network_uuid", UUIDField()),
            valid_from__gte=Slot("begun_at", DateTimeField()),
            withdrawal=None,
        )
        .order_by("-valid_from", "-pk")
    )
)


def _names(circle: Iterable[CircleMember]) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for row in circle:
        if row.membership is not None:
            found[row.membership.person.uuid] = row.membership.person.name
        if row.organisation is not None:
            found[row.organisation.uuid] = _of_party(row.organisation)
    return found


def _holding(hand: Hand) -> set[UUID]:
    """The parties for whom somebody is in the circle now."""
    found: set[UUID] = set()
    for row in access_facts.holding(hand.plan):
        found |= {row.who} | ({row.party} if row.party else set())
        if row.role in decision.COMES_TO_ME:
            found.add(hand.plan.uuid)
    return found


def _yes(
    hand: Hand, row: Any, names: dict[UUID, str], titles: dict[str, str], holding: set[UUID]
) -> YesShown:
    kind = PartyKind(row.party_kind)
    team = kind == PartyKind.TEAM
    ground = Ground(row.ground)
    return YesShown(
        uuid=row.uuid,
        kind=kind,
        party=row.party_uuid,
        to=_the_team(hand) if team else names.get(row.party_uuid, _("Somebody who left")),
        purpose=PURPOSES[row.purpose].title,
        what=what(row.parts, titles, mine=hand.is_resident),
        deeds=", ".join(str(deed.label) for deed in Deed if deed in row.deeds),
        ground="" if ground == Ground.CONSENT else f"{ground.label} ({row.ground_note})",
        since=row.valid_from,
        until=row.valid_until,
        how=_how(hand, row),
        text=row.text.text,
        named=tuple(row.parts),
        is_soon=asking_again.is_soon(row.valid_from, row.valid_until),
        can_go_on=row.party_uuid in holding and hand.plan.is_open,
    )


def what(named: Iterable[str], titles: dict[str, str], *, mine: bool) -> str:
    """The parts of a permission, in words; said otherwise to another than the resident."""
    parts = set(named)
    if parts >= set(ALL):
        return _("everything")
    if parts == set(ALL) - {Part.MONEY}:
        return _("everything, but nothing about money")
    found = [representing.part_words(part, mine=mine) for part in ALL if part in parts]
    if parts & set(PLAN_WATCH.parts):
        found.append(_("whether what was agreed is done"))
    for name in sorted(one for one in parts if ":" in one):
        found.append(titles.get(name, _("one thing")))
    return ", ".join(found)


def _how(hand: Hand, row: Any) -> str:
    if row.how == Given.SPOKEN:
        return _("Spoken. Noted by %(who)s.") % {"who": row.recorded_by.name}
    if row.how == Given.ON_PAPER:
        return _("On paper. Noted by %(who)s.") % {"who": row.recorded_by.name}
    if row.given_by_id != row.person_id:
        return _("Here, by %(who)s, who decides about this.") % {"who": row.given_by.name}
    return _("Here, by yourself.") if hand.is_resident else _("Here, by the resident.")


def _groups(hand: Hand, circle: Sequence[CircleMember]) -> list[PartyShown]:
    """The team, and each organisation that somebody is in the circle for."""
    inside = [row for row in circle if row.state == PlaceState.IN]
    found = [_team(hand, inside)] if any(r.role in decision.COMES_TO_ME for r in inside) else []
    seen: set[Any] = set()
    for row in inside:
        if row.organisation is not None and row.organisation_id not in seen:
            seen.add(row.organisation_id)
            found.append(_organisation(row))
    return found


def _team(hand: Hand, circle: Iterable[CircleMember]) -> PartyShown:
    inside = [
        _name(row)
        for row in circle
        if row.state == PlaceState.IN and row.role in decision.COMES_TO_ME
    ]
    about = _("Now: %(names)s.") % {"names": ", ".join(inside)} if inside else ""
    return PartyShown(PartyKind.TEAM, hand.plan.uuid, None, _the_team(hand), about, False)


def _organisation(row: CircleMember) -> PartyShown:
    party = row.organisation
    if party is None:
        raise NotFound
    task = party.kind in decision.NEED_A_TASK
    about = _("Only who is in the circle for it.")
    name = _of_party(party)
    return PartyShown(PartyKind.ORGANISATION, party.uuid, row.uuid, name, about, task)


def _person(row: CircleMember) -> PartyShown:
    if row.membership is None:
        raise NotFound
    party, person = row.organisation, row.membership.person
    task = party is not None and party.kind in decision.NEED_A_TASK
    role = str(row.get_role_display())
    about = f"{role[:1].upper()}{role[1:]}" + (f", {party}" if party else "")
    return PartyShown(PartyKind.PERSON, person.uuid, row.uuid, person.name, about, task)


def _name(row: CircleMember) -> str:
    name: str = row.membership.person.name if row.membership else ""
    return name


def _the_team(hand: Hand) -> str:
    mine = hand.is_resident
    return _("The team that comes to my home") if mine else _("The team that comes to the home")


def _of_party(party: Any) -> str:
    return _("The people of %(party)s") % {"party": party.name}
