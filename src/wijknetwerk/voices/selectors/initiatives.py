"""What pages read of initiatives: cards, one with its people and needs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from wijknetwerk.accounts.names import name_fields, name_in
from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import Linked
from wijknetwerk.networks.people import members_now
from wijknetwerk.networks.rows import within
from wijknetwerk.voices import access_initiatives as access
from wijknetwerk.voices.initiative_states import NEXT
from wijknetwerk.voices.models import (
    Initiative,
    InitiativeNeed,
    InitiativePerson,
    InitiativeState,
    NeedState,
)
from wijknetwerk.voices.selectors.cards import title_of


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody in an initiative today."""

    membership_id: int
    name: str
    pulls: bool
    from_on: date


@dataclass(frozen=True, slots=True)
class Card:
    """An initiative in the list."""

    uuid: UUID
    title: str
    what: str
    wanted: str
    state: str
    state_words: str
    lesson: str
    ended_on: date | None
    weeks_waiting: int
    pullers: list[str] = field(default_factory=list)
    others: int = 0

    @property
    def vacant(self) -> bool:
        """Whether nobody pulls it, and it is not over."""
        return not self.pullers and self.ended_on is None


@dataclass(frozen=True, slots=True)
class ListPage:
    """Those that want somebody first, then those that go on, then what ended, either way."""

    waiting: list[Card]
    going: list[Card]
    ended: list[Card]

    @property
    def any(self) -> bool:
        """Whether there is anything at all."""
        return bool(self.waiting or self.going or self.ended)


@dataclass(frozen=True, slots=True)
class NeedRow:
    """What is needed, and how far it is."""

    uuid: UUID
    kind: str
    what: str
    state: str
    state_words: str
    by_on: date | None
    delivered_on: date | None
    promised_by: str
    late: bool
    may_settle: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One initiative for a member."""

    row: Initiative
    state_words: str
    people: list[Taker]
    needs: list[NeedRow]
    supporter: str
    mine: Taker | None
    may_change: bool
    at_work: bool
    may_pull: bool
    next_states: list[tuple[str, str]]
    came_from: list[Linked]

    @property
    def pullers(self) -> list[Taker]:
        """Who pulls it."""
        return [one for one in self.people if one.pulls]

    @property
    def others(self) -> list[Taker]:
        """Who takes part."""
        return [one for one in self.people if not one.pulls]


_NAME = name_fields("membership__person")


def _places(network: Any) -> QuerySet[InitiativePerson, Any]:
    today = clock.today()
    rows = InitiativePerson.objects.filter(
        within(today), within(today, "membership__"), network=network
    )
    fields = ("initiative_id", "membership_id", "pulls", "from_on", *_NAME)
    return rows.order_by("-pulls", "from_on", "pk").values_list(*fields, named=True)


def _taker(row: Any) -> Taker:
    return Taker(row.membership_id, name_in(row, "membership__person"), row.pulls, row.from_on)


def initiatives_of(network: Any) -> ListPage:
    """All initiatives of a network, in two queries."""
    takers: dict[int, list[Taker]] = {}
    for place in _places(network):
        takers.setdefault(place.initiative_id, []).append(_taker(place))
    rows = Initiative.objects.filter(network=network).order_by("-begun_on", "-pk")
    cards = [_card(row, takers.get(row.pk, [])) for row in rows]
    running = [card for card in cards if card.ended_on is None]
    return ListPage(
        waiting=sorted(
            (card for card in running if card.vacant), key=lambda card: -card.weeks_waiting
        ),
        going=[card for card in running if not card.vacant],
        ended=sorted(
            (card for card in cards if card.ended_on is not None),
            key=lambda card: card.ended_on or date.min,
            reverse=True,
        ),
    )


def _card(row: Initiative, people: Iterable[Taker]) -> Card:
    found = list(people)
    since = row.without_since
    return Card(
        uuid=row.uuid,
        title=row.title,
        what=row.what,
        wanted=row.wanted,
        state=row.state,
        state_words=row.get_state_display(),
        lesson=row.lesson,
        ended_on=row.ended_on,
        weeks_waiting=(clock.today() - since).days // 7 if since else 0,
        pullers=[one.name for one in found if one.pulls],
        others=sum(not one.pulls for one in found),
    )


def page_of(actor: Actor, opened: access.Opened) -> Page:
    """One initiative with its people and needs."""
    row = opened.row
    people = [_taker(place) for place in _places(row.network).filter(initiative=row)]
    standing = actor.standing_in(row.network_id)
    me = standing.membership_id if standing else None
    mine = next((one for one in people if one.membership_id == me), None)
    may_change = access.may_change(actor, row, takes_part=mine is not None)
    at_work = standing is not None and access.is_at_work(standing)
    return Page(
        row=row,
        state_words=row.get_state_display(),
        people=people,
        needs=_needs(row, me, may_change=may_change),
        supporter=_supporter(row),
        mine=mine,
        may_change=may_change,
        at_work=at_work,
        may_pull=not row.over and (not at_work or access.residents_had_time(row)),
        next_states=next_states(row, pulled=any(one.pulls for one in people)),
        came_from=_came_from(opened),
    )


def _supporter(row: Initiative) -> str:
    one = row.supporter
    return one.person.name if one is not None and one.holds_on(clock.today()) else ""


def _came_from(opened: access.Opened) -> list[Linked]:
    """The idea, as far as its teller lets this member read it, and the theme, which members see."""
    row, found = opened.row, list[Linked]()
    if row.story is not None and opened.reads_idea:
        where = {"slug": row.network.slug, "uuid": row.story.uuid}
        found.append(Linked(title_of(row.story), address("voices:story", **where)))
    if row.theme is not None:
        where = {"slug": row.network.slug, "uuid": row.theme.uuid}
        found.append(Linked(row.theme.title, address("voices:theme", **where)))
    return found


def _needs(row: Initiative, me: int | None, *, may_change: bool) -> list[NeedRow]:
    rows = InitiativeNeed.objects.filter(initiative=row).exclude(state=NeedState.GONE)
    return [
        NeedRow(
            uuid=need.uuid,
            kind=need.kind,
            what=need.what,
            state=need.state,
            state_words=need.get_state_display(),
            by_on=need.by_on,
            delivered_on=need.delivered_on,
            promised_by=need.promised_by.person.name if need.promised_by else "",
            late=access.is_late(need),
            may_settle=may_change
            or (need.promised_by_id is not None and need.promised_by_id == me),
        )
        for need in rows.select_related("promised_by__person").order_by("asked_on", "pk")
    ]


def next_states(row: Initiative, *, pulled: bool) -> list[tuple[str, str]]:
    """Where it can go from here; busy is what somebody pulls."""
    found = []
    for state in InitiativeState:
        begins_alone = state == InitiativeState.BUSY and not pulled
        if state in NEXT[InitiativeState(row.state)] and not begins_alone:
            found.append((state.value, str(state.label)))
    return found


def members_to_choose(network: Any) -> list[tuple[UUID, str]]:
    """Everybody who could support it."""
    return [(member.uuid, member.name) for member in members_now(network.pk)]


def publicly_named(row: Initiative) -> list[str]:
    """Names of who pulls a public initiative, of those who chose to stand on the public page."""
    places = _places(row.network).filter(initiative=row, pulls=True)
    return [_taker(one).name for one in places.filter(membership__shown_publicly=True)]
