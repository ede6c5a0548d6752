"""The counts of a round while it runs: opened empty, added to, and turned into what may be shown.

Nothing here knows a person. All of it runs while the round's row is locked.
"""

from collections.abc import Mapping

from django.db.models import F

from wijknetwerk.core import clock
from wijknetwerk.voices.errors_rounds import TooManyDots
from wijknetwerk.voices.models import PriorityRound, RoundCount, RoundOption, VoterGroup
from wijknetwerk.voices.round_result import Cell, GroupCount, behind, result_of

Dots = Mapping[int, int]
"""Dots by the place of the option."""


def begin(round: PriorityRound) -> None:
    """A row for each group, and for each of its options, all at nothing."""
    options: list[RoundOption | None] = [None, *round.options.all()]
    RoundCount.objects.bulk_create(
        RoundCount(network=round.network, round=round, group=group, option=option)
        for group in VoterGroup.values
        for option in options
    )


def add_vote(round: PriorityRound, group: str, dots: Dots) -> None:
    """One person's dots. None at all is a vote too."""
    said = {place: number for place, number in dots.items() if number}
    if sum(said.values()) > round.dots or any(
        not 0 < number <= round.most_on_one for number in said.values()
    ):
        raise TooManyDots
    _add(round, group, 1, {place: Cell(1, number) for place, number in said.items()})


def add_table(round: PriorityRound, group: str, people: int, dots: Dots) -> None:
    """What stands on a sheet on the wall. Of how many people a dot is, nobody can see there."""
    most = people * round.most_on_one
    if sum(dots.values()) > people * round.dots or any(
        not 0 <= number <= most for number in dots.values()
    ):
        raise TooManyDots
    cells = {
        place: Cell(behind(number, round.most_on_one), number) for place, number in dots.items()
    }
    _add(round, group, people, cells)


def _add(round: PriorityRound, group: str, people: int, cells: Mapping[int, Cell]) -> None:
    if group not in VoterGroup.values:
        raise TooManyDots
    rows = RoundCount.objects.filter(round=round, group=group)
    rows.filter(option=None).update(people=F("people") + people)
    places = dict(round.options.values_list("place", "pk"))
    if not set(cells) <= set(places):
        raise TooManyDots
    for place, cell in cells.items():
        rows.filter(option=places[place]).update(
            people=F("people") + cell.people, dots=F("dots") + cell.dots
        )


def freeze(round: PriorityRound) -> None:
    """Keep what may be shown, and delete what was counted. There is no way back."""
    options = list(round.options.all())
    found = {(row.group, row.option_id): row for row in RoundCount.objects.filter(round=round)}
    counts = {
        group: GroupCount(
            found[group, None].people,
            [
                Cell(found[group, option.pk].people, found[group, option.pk].dots)
                for option in options
            ],
        )
        for group in VoterGroup.values
    }
    round.result = result_of(counts, [option.text for option in options], round.dots)
    round.closed_on = clock.today()
    round.save(update_fields=["result", "closed_on"])
    RoundCount.objects.filter(round=round).delete()
