"""Rounds of expectations: what everybody said, side by side, now and earlier."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from wijknetwerk.core.actor import Actor
from wijknetwerk.networks import access_talk
from wijknetwerk.networks.models import Expectation, ExpectationRound, Network, Team
from wijknetwerk.networks.selectors.taking_part import Taker, takers


@dataclass(frozen=True, slots=True)
class Card:
    """What one member said in a round."""

    member: UUID
    name: str
    brings: str
    expects: str
    role: str
    number: int
    noted_by: str


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in the list."""

    uuid: UUID
    opened_on: date
    closes_on: date
    next_on: date
    closed_on: date | None

    @property
    def is_open(self) -> bool:
        """Whether words can still be given."""
        return self.closed_on is None


@dataclass(frozen=True, slots=True)
class RoundPage:
    """A round as one of its people sees it.

    `cards`: what everybody said, empty while the reader may not see it (`shown`). `asked`: the
    reader can say something. `me`: their membership. `total` counts who answered and left too.
    """

    cards: list[Card]
    shown: bool
    mine: bool
    asked: bool
    silent: list[Taker]
    answered: int
    total: int
    me: UUID | None


def round_page(actor: Actor, network: Network, round: ExpectationRound) -> RoundPage:
    """A round of this network, or of a team in it. Two queries."""
    standing = actor.standing_in(network.pk)
    me = standing.membership_uuid if standing else None
    cards = cards_of(round)
    said = {card.member for card in cards}
    members = takers(network, round.team)
    silent = [one for one in members if one.uuid not in said]
    shown = access_talk.reads_words(round, said_own=me in said)
    return RoundPage(
        cards=cards if shown else [],
        shown=shown,
        mine=me in said,
        asked=round.is_open and any(one.uuid == me for one in members),
        silent=silent,
        answered=len(cards),
        total=len(cards) + len(silent),
        me=me,
    )


def rounds_of(network: Network, team: Team | None) -> list[RoundLine]:
    """The rounds, the newest first; one query."""
    rows = ExpectationRound.objects.filter(network=network, team=team).order_by("-pk")
    return [
        RoundLine(row.uuid, row.opened_on, row.closes_on, row.next_on, row.closed_on)
        for row in rows
    ]


def cards_of(round: ExpectationRound) -> list[Card]:
    """What everybody said, by surname; one query. Who was erased said nothing any more."""
    rows = (
        Expectation.objects.filter(round=round, superseded_at=None)
        .exclude(brings="", expects="")
        .select_related("membership__person", "written_by")
        .order_by("membership__person__family_name", "membership__person__given_name", "pk")
    )
    return [_card(row) for row in rows]


def words_of(round: ExpectationRound, member: int) -> Card | None:
    """What one member said in this round."""
    rows = Expectation.objects.filter(round=round, membership_id=member, superseded_at=None)
    row = rows.select_related("membership__person", "written_by").first()
    return _card(row) if row else None


def words_before(round: ExpectationRound, member: int) -> Card | None:
    """What the same member said the last time before this round."""
    rows = Expectation.objects.filter(
        round__network=round.network_id,
        round__team=round.team_id,
        round__pk__lt=round.pk,
        membership_id=member,
        superseded_at=None,
    )
    row = rows.select_related("membership__person", "written_by").order_by("-round").first()
    return _card(row) if row else None


def _card(row: Expectation) -> Card:
    return Card(
        member=row.membership.uuid,
        name=row.membership.person.name,
        brings=row.brings,
        expects=row.expects,
        role=row.role,
        number=row.number,
        noted_by=row.written_by.name if row.noted and row.written_by else "",
    )
