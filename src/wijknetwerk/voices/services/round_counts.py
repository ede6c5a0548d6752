"""The counts of a round while it runs: opened empty, added to, and turned into what may be shown.

Nothing here knows a person. All of it runs while the round's row is locked.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db.models import F

from wijknetwerk.core import clock
from wijknetwerk.voices.errors_rounds import TooManyDots
from wijknetwerk.voices.models import PriorityRound, RoundCount, VoterGroup, VoteWay
from wijknetwerk.voices.round_result import Cell, GroupCount, Part, behind, result_of

Dots = Mapping[int, int]
"""Dots by the place of the option."""


def add_vote(
    round: PriorityRound, group: str, dots: Dots, *, way: VoteWay, by: int | None = None
) -> None:
    """One person's dots. None at all is a vote too. `by` could have made them up."""
    said = {place: number for place, number in dots.items() if number}
    if sum(said.values()) > round.dots or any(
        not 0 < number <= round.most_on_one for number in said.values()
    ):
        raise TooManyDots
    _add(round, group, 1, {place: Cell(1, number) for place, number in said.items()}, way, by)


def add_table(round: PriorityRound, group: str, people: int, dots: Dots, *, by: int) -> None:
    """What stands on a sheet on the wall. Of how many people a dot is, nobody can see there."""
    most = people * round.most_on_one
    if sum(dots.values()) > people * round.dots or any(
        not 0 <= number <= most for number in dots.values()
    ):
        raise TooManyDots
    cells = {
        place: Cell(behind(number, round.most_on_one), number) for place, number in dots.items()
    }
    _add(round, group, people, cells, VoteWay.SHEET, by)


def _add(
    round: PriorityRound,
    group: str,
    people: int,
    cells: Mapping[int, Cell],
    way: VoteWay,
    by: int | None,
) -> None:
    places = dict(round.options.values_list("place", "pk"))
    if group not in VoterGroup.values or not set(cells) <= set(places):
        raise TooManyDots
    rows = RoundCount.objects.filter(round=round, group=group, way=way, by_id=by)
    if not rows.exists():
        source = {"network": round.network, "round": round, "group": group, "way": way}
        options = [None, *places.values()]
        RoundCount.objects.bulk_create(
            RoundCount(**source, by_id=by, option_id=option) for option in options
        )
    rows.filter(option=None).update(people=F("people") + people)
    for place, cell in cells.items():
        rows.filter(option=places[place]).update(
            people=F("people") + cell.people, dots=F("dots") + cell.dots
        )


def freeze(round: PriorityRound) -> None:
    """Keep what may be shown, and delete what was counted. There is no way back."""
    options = list(round.options.all())
    parts = _parts(round, [option.pk for option in options])
    groups = {group: parts[group] for group in VoterGroup.values}
    round.result = result_of(groups, [option.text for option in options], round.dots)
    round.closed_on = clock.today()
    round.save(update_fields=["result", "closed_on"])
    RoundCount.objects.filter(round=round).delete()


def _parts(round: PriorityRound, options: Sequence[int]) -> Mapping[str, list[Part]]:
    """What was counted of each group, apart for each way and for each who could have made it up."""
    sources: dict[tuple[str, str, int | None], dict[int | None, RoundCount]] = defaultdict(dict)
    for row in RoundCount.objects.filter(round=round).order_by("pk"):
        sources[row.group, row.way, row.by_id][row.option_id] = row
    parts: dict[str, list[Part]] = defaultdict(list)
    for (group, way, by), found in sources.items():
        cells = [Cell(found[option].people, found[option].dots) for option in options]
        parts[group].append(Part(way, by, GroupCount(found[None].people, cells)))
    return parts
