"""What pages read of rounds of dots. Counts are read by no page; a result was frozen at closing."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.networks.people import party_kind
from wijknetwerk.voices.access_initiatives import is_at_work
from wijknetwerk.voices.access_rounds import is_open
from wijknetwerk.voices.models import PriorityRound, RoundVoter, Theme, ThemeState, VoterGroup
from wijknetwerk.voices.round_result import FEWEST

OFFICIALS = frozenset({"municipality", "health_insurer", "care_office"})


@dataclass(frozen=True, slots=True)
class RoundCard:
    """A round in the list."""

    uuid: UUID
    question: str
    from_on: date
    last_on: date
    closed_on: date | None
    open: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """One option of one group: dots, and how far its bar goes; None when it stays hidden."""

    option: str
    dots: int | None
    percent: int


@dataclass(frozen=True, slots=True)
class GroupResult:
    """What one group said, by themselves or on the sheet. Without people too few took part."""

    code: str
    name: str
    people: int | None
    bars: list[Bar]
    most: list[str]


@dataclass(frozen=True, slots=True)
class Result:
    """A frozen result: groups beside each other, never added up."""

    options: list[str]
    groups: list[GroupResult]

    @property
    def shown(self) -> list[GroupResult]:
        """The groups that are large enough."""
        return [group for group in self.groups if group.people is not None]

    @property
    def hidden(self) -> list[GroupResult]:
        """The groups of which too few took part to show anything."""
        return [group for group in self.groups if group.people is None]

    @property
    def some_cells_hidden(self) -> bool:
        """Whether a number is left out within a shown group."""
        return any(bar.dots is None for group in self.shown for bar in group.bars)

    def rows(self) -> list[tuple[str, list[Bar | None]]]:
        """Per option what each group said, for the table."""
        return [
            (option, [group.bars[place] if group.bars else None for group in self.groups])
            for place, option in enumerate(self.options)
        ]


def rounds_of(network: Any) -> list[RoundCard]:
    """Open ones first, then the newest. One query."""
    rows = PriorityRound.objects.filter(network=network).order_by("-until_on", "-pk")
    cards = [
        RoundCard(
            row.uuid,
            row.question,
            row.from_on,
            last_on(row),
            row.closed_on,
            is_open(row),
        )
        for row in rows.defer("result")
    ]
    return sorted(cards, key=lambda card: card.closed_on is not None)


def options_of(round: PriorityRound) -> list[tuple[int, str]]:
    """Places and texts, in their order."""
    return list(round.options.values_list("place", "text"))


def voted(actor: Actor, round: PriorityRound) -> bool:
    """Whether the actor voted on the screen."""
    if not actor.is_person:
        return False
    return RoundVoter.objects.filter(round=round, person_id=actor.own_id).exists()


def group_of(standing: Standing | None) -> str:
    """As whom somebody probably votes: from the party and the roles. They can choose otherwise."""
    if standing is None:
        return VoterGroup.RESIDENT
    if "board" in standing.roles:
        return VoterGroup.OFFICIAL
    if standing.partner_id is not None and party_kind(standing.partner_id) in OFFICIALS:
        return VoterGroup.OFFICIAL
    return VoterGroup.PROFESSIONAL if is_at_work(standing) else VoterGroup.RESIDENT


def result_of(round: PriorityRound) -> Result | None:
    """The frozen result, or None while the round runs."""
    if round.result is None:
        return None
    options = list(round.result["options"])
    groups = []
    for group in VoterGroup:
        said = round.result["groups"][group.value]
        on_sheet = _("%(group)s, on the sheet") % {"group": group.label}
        found = [
            _group(group, name, options, part, round.most_on_one)
            for name, part in ((str(group.label), said), (on_sheet, said["wall"]))
            if part["people"] is not None
        ]
        groups += found or [GroupResult(group.value, str(group.label), None, [], [])]
    return Result(options, groups)


def _group(
    group: VoterGroup, name: str, options: list[str], said: dict[str, Any], most_on_one: int
) -> GroupResult:
    most = said["people"] * most_on_one
    bars = [
        Bar(text, dots, 0 if dots is None else round(100 * dots / most))
        for text, dots in zip(options, said["cells"], strict=True)
    ]
    highest = max((bar.dots for bar in bars if bar.dots is not None), default=0)
    under = 0 if None not in said["cells"] else (FEWEST - 1) * most_on_one  # hidden ones, at most
    first = [bar.option for bar in bars if bar.dots == highest > under]
    return GroupResult(group.value, name, said["people"], bars, first)


def last_on(round: PriorityRound) -> date:
    """The last day on which people vote."""
    return (round.until_on or round.from_on) - timedelta(days=1)


def themes_to_choose(network: Any) -> list[tuple[UUID, str]]:
    """Themes that still gather stories, by title."""
    rows = Theme.objects.filter(network=network, state=ThemeState.OPEN).order_by("title", "pk")
    return list(rows.values_list("uuid", "title"))


def is_coming(round: PriorityRound) -> bool:
    """Whether its first day is still to come."""
    return round.from_on > clock.today()
