"""Who may decide for a resident, in the order of the law, and where two could both."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import BigIntegerField, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.log import Subject
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.plans import access_representing
from wijknetwerk.plans.access import Hand, asked, reach
from wijknetwerk.plans.decision import Scope
from wijknetwerk.plans.legal_order import Clash, Deciding, clashes, in_order
from wijknetwerk.plans.models import Representative
from wijknetwerk.plans.parts import ALL, Part
from wijknetwerk.plans.selectors.representing_waits import ends_soon

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class SpeaksShown:
    """Somebody who may decide, will, or would."""

    uuid: UUID
    whose: str
    name: str
    kind: str | Promise
    what: str | Promise
    from_on: date
    until_on: date | None
    ends_soon: bool
    state: str
    """'counts', 'later', 'proof' (the officer sees it), 'yes' (the resident says it), 'over'."""
    decisions: str
    proof: str
    noted_by: str
    seen_by: str
    seen_at: datetime | None
    may_end: bool
    is_own: bool
    """Whether it is this reader, who may write what they decided."""
    has_officer: bool
    decided: Sequence[tuple[datetime, str]]
    """What they decided, latest first; for whom it concerns."""


@dataclass(frozen=True, slots=True)
class ClashShown:
    """Several who could both decide, by name: about what, and who goes first by law, if one."""

    names: Sequence[str]
    what: str | Promise
    first: Sequence[str]


@dataclass(frozen=True, slots=True)
class Speaking:
    """All of it, as far as this hand may read."""

    people: Sequence[SpeaksShown]
    clashes: Sequence[ClashShown]
    concerned: bool
    may_note: bool


def speaking(hand: Hand) -> Speaking:
    """Three queries. Whoever calls this has `access_representing.require_reading` behind them."""
    found = Representative.objects.filter(
        resident=hand.plan.resident_id, network=hand.plan.network_id, ended_at=None
    ).select_related("membership__person", "seen_by", "noted_by", "network", "resident")
    with reach(hand.plan):  # the names also for the resident who left
        rows = list(found.prefetch_related("decided"))
    concerned = access_representing.is_concerned(hand)
    by_law = {one.uuid: at for at, one in enumerate(in_order(_deciding(row) for row in rows))}
    rows.sort(key=lambda row: by_law[row.uuid])
    shown = [shown_to(hand, row, concerned) for row in rows]
    if not concerned:
        shown = [one for one in shown if one.state == "counts"]
    return Speaking(
        people=[one for one in shown if one.state != "over"],
        clashes=_clashes(rows, mine=hand.is_resident) if concerned else (),
        concerned=concerned,
        may_note=access_representing.may_note(hand) and hand.plan.is_open,
    )


def shown_to(hand: Hand, row: Representative, concerned: bool) -> SpeaksShown:
    """One of these for a page of the plan."""
    own = row.membership.person_id == hand.actor.own_id
    by_court = row.kind in access_representing.BY_A_COURT
    may_end = own or (hand.is_resident and not by_court)
    return _shown(row, concerned, may_end, mine=hand.is_resident, is_own=own, of_plan=True)


def clashing(hand: Hand) -> Sequence[ClashShown]:
    """Where two could both decide, for the first page of a plan: only for whom it concerns. One
    query."""
    speaks = any(scope.runs for scope in hand.known.scopes)
    if not (hand.is_resident or speaks):
        return ()
    rows = asked(hand, _SEEN, resident=hand.plan.resident_id)
    return _clashes(rows, mine=hand.is_resident)


def _seen() -> QuerySet[Any]:
    rows: QuerySet[Any] = QuerySet(Representative).filter(
        resident=Slot("resident", BigIntegerField()), network=Slot("network", BigIntegerField())
    )
    rows = rows.filter(ended_at=None, seen_at__isnull=False)
    return rows.select_related("membership__person").order_by("pk")


_SEEN = Statement(_seen)


def of_office(actor: Actor, network: "Network") -> Sequence[SpeaksShown]:
    """Who may decide for whom here, for the privacy officer; what is to be seen stands first."""
    rows = access_representing.of_officer(actor, network).order_by("resident__family_name", "pk")
    shown = [_shown(row, True, False) for row in rows]
    return sorted(
        (one for one in shown if one.state != "over"), key=lambda one: one.state != "proof"
    )


def for_office(actor: Actor, network: "Network", uuid: UUID) -> tuple[SpeaksShown, bool]:
    """One of these, and whether this officer may say that they saw the proof."""
    row = access_representing.for_officer(actor, network, uuid)
    waits = row.seen_at is None and access_representing.needs_officer(row)
    sees = waits and actor.own_id in access_representing.officers_for(row)
    return _shown(row, True, row.resident_id != actor.own_id), sees


def note_office(actor: Actor, network: "Network", uuid: UUID) -> None:
    """A privacy officer reads the proof of one: on record of the resident."""
    row = access_representing.for_officer(actor, network, uuid)
    log.look(actor, "plans.representative_read", row, client=row.resident.uuid)


def note_list(actor: Actor, network: "Network") -> None:
    """A privacy officer reads who may decide for whom."""
    log.look(
        actor,
        "plans.representatives_listed",
        Subject(network_id=network.pk, network_uuid=network.uuid),
    )


def _shown(
    row: Representative,
    concerned: bool,
    may_end: bool,
    *,
    mine: bool = False,
    is_own: bool = False,
    of_plan: bool = False,
) -> SpeaksShown:
    # what was decided is of the plan: the privacy officer, for whom none opens, never reads it
    acts = row.decided.all() if concerned and of_plan else ()
    decided = sorted(acts, key=lambda one: one.made_at, reverse=True)
    return SpeaksShown(
        uuid=row.uuid,
        whose=row.resident.name,
        name=row.membership.person.name,
        kind=row.get_kind_display(),
        what=_what(_scope(row).covers, mine=mine),
        from_on=row.from_on,
        until_on=row.until_on,
        ends_soon=ends_soon(row),
        state=_state(row),
        decisions=row.decisions.read() if concerned else "",
        proof=row.proof.read() if concerned else "",
        noted_by=row.noted_by.name if row.noted_by else "",
        seen_by=row.seen_by.name if row.seen_by else "",
        seen_at=row.seen_at,
        may_end=may_end,
        is_own=is_own,
        decided=[(one.made_at, one.words.read()) for one in decided],
        has_officer=bool(_state(row) != "proof" or access_representing.officers_for(row)),
    )


def _state(row: Representative) -> str:
    today = clock.today()
    if row.ended_at is not None or (row.until_on is not None and row.until_on <= today):
        return "over"
    if row.seen_at is None:
        return "proof" if access_representing.needs_officer(row) else "yes"
    return "later" if row.from_on > today else "counts"


def _scope(row: Representative) -> Scope:
    return Scope(row.uuid, row.kind, tuple(row.parts), True)


def _deciding(row: Representative) -> Deciding:
    return Deciding(row.uuid, row.membership.person.name, row.kind, _scope(row).covers)


def _clashes(rows: Iterable[Representative], *, mine: bool) -> Sequence[ClashShown]:
    counting = [_deciding(row) for row in rows if _state(row) == "counts"]
    return [_clash(one, mine) for one in clashes(counting)]


def _clash(one: Clash, mine: bool) -> ClashShown:
    names = [who.name for who in one.who]
    return ClashShown(
        names, _what(frozenset(one.parts), mine=mine), [who.name for who in one.first]
    )


FOR_OTHERS: dict[str, str | Promise] = {
    Part.WORDS: _("wishes and strengths"),
    Part.NEEDS: _("what is needed"),
    Part.GOALS: _("goals"),
    Part.CIRCLE: _("who is in the circle"),
    Part.CONFERENCES: _("talks at home"),
    Part.MESSAGES: _("messages in the circle"),
}
"""What a part is called for another than the resident."""


def part_words(part: Part, *, mine: bool) -> str:
    """How a part is called, for the resident or for another."""
    return str(part.label if mine else FOR_OTHERS.get(part, part.label))


def _what(parts: frozenset[str], *, mine: bool) -> str | Promise:
    if parts >= set(ALL):
        return _("everything")
    if parts == set(ALL) - {Part.MONEY}:
        return _("everything, but nothing about money")
    return ", ".join(part_words(part, mine=mine) for part in ALL if part in parts)
